package org.yongtong.catalogue.importing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.bench.ItemGenerator;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.Mode;
import org.yongtong.catalogue.Publishing;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.journal.Actor;

/**
 * Publishes an adjusted lead with its twelve claimants, until memory and search know the new
 * versions; beside it, round by round, a bare transaction that writes the same rows into tables
 * with the same columns and indexes: thirteen versions retired, thirteen written, thirteen items
 * and thirteen acts.
 */
final class PublishBench {

  private static final int NUMBER = 120_000;
  private static final int CLAIMANTS = 12;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 41;
  private static final double BUDGET_SECONDS = 1;
  private static final Actor ACTOR = Actor.system("bench");

  private final ConfigurableApplicationContext context;
  private final Map<String, Object> data;
  private final String item;

  PublishBench(ConfigurableApplicationContext context, long seed) {
    this.context = context;
    var generator = new ItemGenerator(seed, context.getBean(Directory.class).departments());
    this.data = new LinkedHashMap<>(generator.lead(NUMBER));
    this.item = "bench-published";
    data.put("id", item);
  }

  /**
   * @param where what else the catalogue holds, in words
   */
  void run(String where) throws SQLException {
    begin();
    try (Connection owner = owner()) {
      var floor = new Floor(owner, item);
      var ours = new ArrayList<Double>();
      var ratios = new ArrayList<Double>();
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        double took = adjust(round);
        double bare = floor.write(round);
        if (round >= WARM_UP) {
          ours.add(took);
          ratios.add(bare / took);
        }
      }
      floor.drop();
      ours.sort(null);
      ratios.sort(null);
      System.out.printf(
          "publish, %s: a lead with %d claimants within 1 s: %s (median %.3f s, slowest %.3f s);"
              + " ratio to the bare transaction: median %.2f (%.2f to %.2f)%n",
          where,
          CLAIMANTS,
          ours.getLast() <= BUDGET_SECONDS ? "yes" : "no",
          ours.get(ROUNDS / 2),
          ours.getLast(),
          ratios.get(ROUNDS / 2),
          ratios.getFirst(),
          ratios.getLast());
    } finally {
      clear();
    }
  }

  private void begin() {
    var publishing = context.getBean(Publishing.class);
    var change = new Publishing.Change("bench", null, LocalDate.of(2026, 1, 1));
    List<String> bodies =
        context.getBean(Directory.class).departments().stream()
            .map(Department::key)
            .filter(key -> key.startsWith("approval-"))
            .limit(CLAIMANTS)
            .toList();
    if (bodies.size() < CLAIMANTS) {
      throw new IllegalStateException("only %d bodies to claim it".formatted(bodies.size()));
    }
    transaction()
        .executeWithoutResult(
            status -> {
              publishing.publish(new ItemDocument(item, null, data), change, ACTOR);
              bodies.forEach(
                  body -> publishing.claim(item, body, Mode.CLAIMED, Map.of(), change, ACTOR));
            });
  }

  private double adjust(int round) {
    var next = new LinkedHashMap<>(data);
    next.put("summary", "第 %d 次调整后的简述，办理本事项应当符合规定的条件。".formatted(round));
    long start = System.nanoTime();
    Publishing.Published done =
        transaction()
            .execute(
                status ->
                    context
                        .getBean(Publishing.class)
                        .publish(
                            new ItemDocument(item, null, next),
                            new Publishing.Change("bench", null, null),
                            ACTOR));
    double took = (System.nanoTime() - start) / 1e9;
    if (done.claimants() != CLAIMANTS
        || context.getBean(Catalogue.class).implementations(item).stream()
            .anyMatch(head -> head.versionNumber() != done.number())) {
      throw new IllegalStateException("not every claimant has the new version: " + done);
    }
    return took;
  }

  private TransactionTemplate transaction() {
    return context.getBean(TransactionTemplate.class);
  }

  private Connection owner() throws SQLException {
    return DriverManager.getConnection(
        context.getBean(HikariDataSource.class).getJdbcUrl(), "postgres", "");
  }

  private void clear() throws SQLException {
    transaction()
        .executeWithoutResult(
            status ->
                context
                    .getBean(Publishing.class)
                    .cancel(item, null, new Publishing.Change("bench", null, null), ACTOR));
    try (Connection owner = owner();
        var statement = owner.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute("DELETE FROM catalogue.item_version WHERE item LIKE 'bench-published%'");
      statement.execute("DELETE FROM catalogue.item WHERE id LIKE 'bench-published%'");
    }
  }

  /** The same rows by plain batches, one commit. */
  private static final class Floor {

    private final Connection connection;
    private final Rows versions;
    private final Rows items;
    private final Rows acts;

    Floor(Connection connection, String item) throws SQLException {
      this.connection = connection;
      connection.setAutoCommit(false);
      this.versions =
          new Rows(
              connection,
              "catalogue.item_version",
              "item LIKE '%s%%' AND retired_at IS NULL".formatted(item));
      this.items = new Rows(connection, "catalogue.item", "id LIKE '%s%%'".formatted(item));
      this.acts =
          new Rows(
              connection,
              "journal.entry",
              "subject_type = 'item' AND subject_id LIKE '%s%%' ORDER BY position DESC LIMIT 13"
                  .formatted(item));
      for (Rows rows : List.of(versions, items, acts)) {
        rows.likeness();
      }
      items.insert();
      connection.commit();
    }

    double write(int round) throws SQLException {
      for (String[] row : versions.rows) {
        row[versions.at("version")] = UUID.randomUUID().toString();
        row[versions.at("number")] = String.valueOf(round + 1);
        row[versions.at("published_at")] =
            java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC).toString();
      }
      for (int i = 0; i < acts.rows.size(); i++) {
        acts.rows.get(i)[acts.at("position")] = String.valueOf(round * 100L + i);
      }
      long start = System.nanoTime();
      try (PreparedStatement retire =
              connection.prepareStatement(
                  "UPDATE public.bench_item_version SET retired_at = published_at WHERE item = ?"
                      + " AND retired_at IS NULL");
          PreparedStatement change =
              connection.prepareStatement(
                  "UPDATE public.bench_item SET document = ?::json, head = ?::json, changed_at ="
                      + " clock_timestamp() WHERE id = ?")) {
        for (String[] row : versions.rows) {
          retire.setString(1, row[versions.at("item")]);
          retire.addBatch();
        }
        retire.executeBatch();
        versions.insert();
        for (String[] row : items.rows) {
          change.setString(1, row[items.at("document")]);
          change.setString(2, row[items.at("head")]);
          change.setString(3, row[items.at("id")]);
          change.addBatch();
        }
        change.executeBatch();
      }
      acts.insert();
      connection.commit();
      return (System.nanoTime() - start) / 1e9;
    }

    void drop() throws SQLException {
      for (Rows rows : List.of(versions, items, acts)) {
        rows.drop();
      }
      connection.commit();
    }
  }

  /** Rows of a table as text, for its likeness. */
  private static final class Rows {

    private final Connection connection;
    private final String table;
    private final String likeness;
    private final List<String> columns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private final String insert;

    Rows(Connection connection, String table, String which) throws SQLException {
      this.connection = connection;
      this.table = table;
      this.likeness = "public.bench_" + table.substring(table.indexOf('.') + 1);
      var marks = new ArrayList<String>();
      try (var statement = connection.createStatement();
          ResultSet found =
              statement.executeQuery("SELECT * FROM %s WHERE %s".formatted(table, which))) {
        var about = found.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
          columns.add(about.getColumnName(i));
          marks.add("?::" + about.getColumnTypeName(i));
        }
        while (found.next()) {
          var row = new String[columns.size()];
          for (int i = 0; i < row.length; i++) {
            row[i] = found.getString(i + 1);
          }
          rows.add(row);
        }
      }
      if (rows.size() != CLAIMANTS + 1) {
        throw new IllegalStateException("%d rows of %s".formatted(rows.size(), table));
      }
      this.insert =
          "INSERT INTO %s (%s) VALUES (%s)"
              .formatted(likeness, String.join(", ", columns), String.join(", ", marks));
    }

    int at(String column) {
      return columns.indexOf(column);
    }

    void likeness() throws SQLException {
      drop();
      try (var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE %s (LIKE %s INCLUDING ALL)".formatted(likeness, table));
      }
    }

    void insert() throws SQLException {
      try (PreparedStatement batch = connection.prepareStatement(insert)) {
        for (String[] row : rows) {
          for (int i = 0; i < row.length; i++) {
            batch.setString(i + 1, row[i]);
          }
          batch.addBatch();
        }
        batch.executeBatch();
      }
    }

    void drop() throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute("DROP TABLE IF EXISTS " + likeness);
      }
    }
  }
}
