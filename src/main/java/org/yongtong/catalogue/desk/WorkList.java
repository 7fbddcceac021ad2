package org.yongtong.catalogue.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.catalogue.revise.Purpose;
import org.yongtong.catalogue.revise.RevisionScope;
import org.yongtong.catalogue.revise.State;
import org.yongtong.identity.SignedIn;

/**
 * The lists of revisions in SQL: scope compiled in, counts capped, keyset paging over (day of
 * change, id).
 */
@Repository
class WorkList {

  static final int PAGE = 30;
  static final int CAP = 100;

  private static final String COLUMNS =
      "SELECT r.id, r.serial, r.purpose, r.name, r.department, r.state, r.effective_on,"
          + " r.changed_at, r.changed_by, r.created_at FROM catalogue.revision r WHERE ";
  private static final String OPEN = "r.state NOT IN ('PUBLISHED', 'DISCARDED')";

  private final JdbcClient database;
  private final RevisionScope scope;

  WorkList(JdbcClient database, RevisionScope scope) {
    this.database = database;
    this.scope = scope;
  }

  record Row(
      UUID id,
      long serial,
      Purpose purpose,
      String name,
      String department,
      State state,
      @Nullable LocalDate effectiveOn,
      Instant changedAt,
      String changedBy,
      Instant createdAt) {}

  /** Where the next page begins. */
  record Cursor(Instant at, UUID id) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,13})_([0-9a-f-]{36})");

    static @Nullable Cursor parse(@Nullable String text) {
      var match = TEXT.matcher(text == null ? "" : text);
      if (!match.matches()) {
        return null;
      }
      try {
        return new Cursor(
            Instant.ofEpochMilli(Long.parseLong(match.group(1))), UUID.fromString(match.group(2)));
      } catch (IllegalArgumentException forged) {
        return null;
      }
    }

    @Override
    public String toString() {
      return at.toEpochMilli() + "_" + id;
    }
  }

  private RevisionScope.Sql condition(Tab tab, SignedIn me) {
    return switch (tab) {
      case WAITING -> scope.waiting(me);
      case MINE ->
          new RevisionScope.Sql(OPEN + " AND :me = ANY (r.writers)", Map.of("me", me.account()));
      case SOON -> {
        RevisionScope.Sql mine = scope.sql(me);
        yield new RevisionScope.Sql("r.state = 'SCHEDULED' AND " + mine.where(), mine.parameters());
      }
      default -> {
        RevisionScope.Sql mine = scope.sql(me);
        yield new RevisionScope.Sql(OPEN + " AND " + mine.where(), mine.parameters());
      }
    };
  }

  /** How many of each, at most {@link #CAP}. */
  Map<Tab, Integer> tallies(SignedIn me) {
    var tallies = new EnumMap<Tab, Integer>(Tab.class);
    for (Tab tab : List.of(Tab.WAITING, Tab.MINE, Tab.OPEN, Tab.SOON)) {
      RevisionScope.Sql condition = condition(tab, me);
      tallies.put(
          tab,
          database
              .sql(
                  "SELECT count(*) FROM (SELECT 1 FROM catalogue.revision r WHERE %s LIMIT %d) AS"
                          .formatted(condition.where(), CAP)
                      + " capped")
              .params(condition.parameters())
              .query(Integer.class)
              .single());
    }
    return tallies;
  }

  int waiting(SignedIn me) {
    RevisionScope.Sql condition = scope.waiting(me);
    return database
        .sql(
            "SELECT count(*) FROM (SELECT 1 FROM catalogue.revision r WHERE %s LIMIT %d) AS capped"
                .formatted(condition.where(), CAP))
        .params(condition.parameters())
        .query(Integer.class)
        .single();
  }

  /** A page and one row more, last changed first; what goes live, soonest first. */
  List<Row> list(SignedIn me, Tab tab, @Nullable Cursor after) {
    RevisionScope.Sql condition = condition(tab, me);
    Map<String, Object> parameters = new HashMap<>(condition.parameters());
    String sql = COLUMNS + condition.where();
    if (tab == Tab.SOON) {
      return rows(sql + " ORDER BY r.effective_on, r.id LIMIT 200", parameters);
    }
    if (after != null) {
      sql += " AND (date_trunc('milliseconds', r.changed_at), r.id) < (:afterAt, :afterId)";
      parameters.put("afterAt", OffsetDateTime.ofInstant(after.at(), ZoneOffset.UTC));
      parameters.put("afterId", after.id());
    }
    return rows(
        sql
            + " ORDER BY date_trunc('milliseconds', r.changed_at) DESC, r.id DESC LIMIT "
            + (PAGE + 1),
        parameters);
  }

  private List<Row> rows(String sql, Map<String, Object> parameters) {
    return database.sql(sql).params(parameters).query((row, n) -> read(row)).list();
  }

  /** All revisions of an item, newest first. */
  List<Row> ofItem(String item) {
    return rows(
        COLUMNS + "r.item = :item ORDER BY r.created_at DESC LIMIT 50",
        new HashMap<>(Map.of("item", item)));
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getLong("serial"),
        Purpose.valueOf(row.getString("purpose")),
        row.getString("name"),
        row.getString("department"),
        State.valueOf(row.getString("state")),
        row.getObject("effective_on", LocalDate.class),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  static List<Row> page(List<Row> rows) {
    return rows.size() > PAGE ? new ArrayList<>(rows.subList(0, PAGE)) : rows;
  }
}
