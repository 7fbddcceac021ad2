// long: every statement over the two tables of items stands here
package org.yongtong.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.platform.Ids;

/** The tables {@code catalogue.item} and {@code catalogue.item_version}. */
@Component
class ItemTables {

  private static final String STORED =
      """
      SELECT v.version, v.number, i.id, i.lead, i.mode, i.state, i.state_reason, s.task_code AS successor,
        i.task_code, i.division, v.content, v.published_at
      FROM catalogue.item_version v JOIN catalogue.item i ON i.id = v.item
      LEFT JOIN catalogue.item s ON s.id = i.successor
      """;
  private static final String KEPT =
      "SELECT id, lead, mode, state, department, division, task_code, base_code, handling_no,"
          + " since, managed, published, document FROM catalogue.item ";

  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final Clock clock;

  ItemTables(JdbcClient database, JdbcTemplate batches, Clock clock) {
    this.database = database;
    this.batches = batches;
    this.clock = clock;
  }

  /** An item as it is kept, with its own document. */
  record Kept(
      String id,
      @Nullable String lead,
      Mode mode,
      ItemState state,
      String department,
      String division,
      String taskCode,
      String baseCode,
      @Nullable String handlingNo,
      @Nullable LocalDate since,
      boolean managed,
      boolean published,
      @Nullable String document) {

    Map<String, Object> own() {
      String json = document;
      return json == null ? Map.of() : CanonicalItem.read(json);
    }
  }

  /** The version in force, and the last number given. */
  private record Present(@Nullable UUID version, @Nullable String hash, int last) {}

  /**
   * A publication's outcome.
   *
   * @param isNew false when the version in force says the same already
   */
  record Publication(Implementation item, UUID version, int number, boolean isNew) {}

  /** A line of the memory's list; no head = no longer published. */
  record HeadRow(
      String id,
      @Nullable String lead,
      Mode mode,
      Level level,
      ItemState state,
      String taskCode,
      String baseCode,
      String department,
      String division,
      @Nullable UUID version,
      int number,
      @Nullable OffsetDateTime publishedAt,
      @Nullable String head) {}

  /** One publication at a time for each lead and its claimants. */
  void lock(String lead) {
    database
        .sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "item:" + lead)
        .query((row, n) -> n)
        .single();
  }

  /** First step of a load of the pack: codes become free, so that one item may take another's. */
  void freeCodes() {
    database
        .sql("UPDATE catalogue.item SET published = false WHERE published AND NOT managed")
        .update();
  }

  /**
   * Publishes these contents: each becomes a new version unless the version in force says the same.
   *
   * @param managed changed on the platform, not by the pack
   */
  List<Publication> publish(
      List<Implementation> items,
      Map<String, UUID> leadVersions,
      @Nullable String reason,
      @Nullable UUID revision,
      boolean managed) {
    Map<String, Present> present =
        present(items.stream().map(Implementation::id).toArray(String[]::new));
    saveItems(items, managed);
    OffsetDateTime now = OffsetDateTime.now(clock);
    var publications = new ArrayList<Publication>();
    var retired = new ArrayList<Object[]>();
    var rows = new ArrayList<Object[]>();
    var given = new HashMap<>(leadVersions);
    for (Implementation item : items) {
      Present before = present.getOrDefault(item.id(), new Present(null, null, 0));
      UUID known = before.version();
      if (known != null && item.content().hash().equals(before.hash())) {
        publications.add(new Publication(item, known, before.last(), false));
        given.put(item.id(), known);
        continue;
      }
      UUID version = Ids.next(clock);
      int number = before.last() + 1;
      if (known != null) {
        retired.add(new Object[] {now, known});
      }
      rows.add(
          new Object[] {
            version,
            item.id(),
            number,
            item.content().json(),
            item.content().hash(),
            now,
            item.lead() == null ? null : given.get(item.lead()),
            reason,
            revision
          });
      given.put(item.id(), version);
      publications.add(new Publication(item, version, number, true));
    }
    batches.batchUpdate(
        "UPDATE catalogue.item_version SET retired_at = greatest(?, published_at) WHERE version ="
            + " ?",
        retired);
    batches.batchUpdate(
        """
        INSERT INTO catalogue.item_version
          (version, item, number, content, content_hash, published_at, lead_version, reason, revision)
        VALUES (?, ?, ?, ?::json, ?, ?, ?, ?, ?)
        """,
        rows);
    return publications;
  }

  private void saveItems(List<Implementation> items, boolean managed) {
    var rows = new ArrayList<Object[]>();
    for (Implementation item : items) {
      rows.add(
          new Object[] {
            item.id(),
            item.taskCode(),
            item.baseCode(),
            item.handlingNo(),
            item.department(),
            item.division(),
            item.lead(),
            item.mode().name(),
            item.level().name(),
            item.since(),
            item.own(),
            item.head(),
            managed
          });
    }
    batches.batchUpdate(
        """
        INSERT INTO catalogue.item (id, task_code, base_code, handling_no, department, division, lead, mode, level,
          since, document, head, managed, published, changed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?, true, clock_timestamp())
        ON CONFLICT (id) DO UPDATE SET task_code = excluded.task_code, base_code = excluded.base_code,
          handling_no = excluded.handling_no, department = excluded.department, division = excluded.division,
          lead = excluded.lead, mode = excluded.mode, level = excluded.level,
          since = coalesce(excluded.since, item.since), document = excluded.document, head = excluded.head,
          managed = item.managed OR excluded.managed, published = true, changed_at = excluded.changed_at,
          state = CASE WHEN item.state = 'CANCELLED' THEN 'IN_USE' ELSE item.state END,
          state_reason = CASE WHEN item.state = 'CANCELLED' THEN NULL ELSE item.state_reason END,
          successor = CASE WHEN item.state = 'CANCELLED' THEN NULL ELSE item.successor END
        """,
        rows);
  }

  private Map<String, Present> present(String[] ids) {
    var present = new HashMap<String, Present>();
    database
        .sql(
            """
            SELECT i.id, v.version, v.content_hash, coalesce(last.number, 0)
            FROM catalogue.item i
            LEFT JOIN catalogue.item_version v ON v.item = i.id AND v.retired_at IS NULL
            LEFT JOIN LATERAL (SELECT max(number) AS number FROM catalogue.item_version WHERE item = i.id) last ON true
            WHERE i.id = ANY (?)
            """)
        .param(ids)
        .query(
            row -> {
              present.put(
                  row.getString(1),
                  new Present(row.getObject(2, UUID.class), row.getString(3), row.getInt(4)));
            });
    return present;
  }

  /**
   * Takes every item of the pack that is not among these out of publication.
   *
   * @return ids of those taken out now
   */
  List<String> retireAllBut(Set<String> items) {
    String[] kept = items.toArray(String[]::new);
    database
        .sql(
            """
            UPDATE catalogue.item SET changed_at = clock_timestamp()
            WHERE NOT published AND NOT managed AND NOT (id = ANY (?))
            """)
        .param(kept)
        .update();
    return database
        .sql(
            """
            UPDATE catalogue.item_version v SET retired_at = greatest(?, v.published_at)
            FROM catalogue.item i
            WHERE i.id = v.item AND NOT i.managed AND v.retired_at IS NULL AND NOT (v.item = ANY (?))
            RETURNING v.item
            """)
        .params(OffsetDateTime.now(clock), kept)
        .query(String.class)
        .list();
  }

  /** Suspends, resumes or cancels; a cancelled item's version is retired and its codes are free. */
  void setState(
      Collection<String> items,
      ItemState state,
      @Nullable String reason,
      @Nullable String successor) {
    String[] ids = items.toArray(String[]::new);
    boolean over = state == ItemState.CANCELLED;
    OffsetDateTime now = OffsetDateTime.now(clock);
    database
        .sql(
            """
            UPDATE catalogue.item SET state = :state, state_reason = :reason, state_since = :now,
              successor = :successor, managed = true, published = published AND NOT :over,
              changed_at = clock_timestamp()
            WHERE id = ANY (:ids)
            """)
        .param("state", state.name())
        .param("reason", reason)
        .param("now", now)
        .param("successor", successor)
        .param("over", over)
        .param("ids", ids)
        .update();
    if (over) {
      database
          .sql(
              """
              UPDATE catalogue.item_version SET retired_at = greatest(?, published_at)
              WHERE retired_at IS NULL AND item = ANY (?)
              """)
          .params(now, ids)
          .update();
    }
  }

  Optional<Kept> find(String id) {
    return database.sql(KEPT + "WHERE id = ?").param(id).query(ItemTables::kept).optional();
  }

  Optional<Kept> findByCode(String taskCode) {
    return database
        .sql(KEPT + "WHERE task_code = ? ORDER BY published DESC LIMIT 1")
        .param(taskCode)
        .query(ItemTables::kept)
        .optional();
  }

  /** Published claimants of a lead, by id. */
  List<Kept> claimants(String lead) {
    return database
        .sql(KEPT + "WHERE lead = ? AND published ORDER BY id")
        .param(lead)
        .query(ItemTables::kept)
        .list();
  }

  /** Published claimants of several leads, by lead and id. */
  List<Kept> claimants(Collection<String> leads) {
    return database
        .sql(KEPT + "WHERE lead = ANY (?) AND published ORDER BY lead, id")
        .param(leads.toArray(String[]::new))
        .query(ItemTables::kept)
        .list();
  }

  /** These items, published or not. */
  List<Kept> list(Collection<String> ids) {
    return database
        .sql(KEPT + "WHERE id = ANY (?)")
        .param(ids.toArray(String[]::new))
        .query(ItemTables::kept)
        .list();
  }

  /**
   * Every published item with its own document, leads first; read row by row in a transaction.
   *
   * @param department null = of all
   */
  void each(@Nullable String department, Consumer<Kept> reader) {
    var rows = new JdbcTemplate(Objects.requireNonNull(batches.getDataSource()));
    rows.setFetchSize(200);
    rows.query(
        KEPT
            + "WHERE published AND (?::text IS NULL OR department = ?)"
            + " ORDER BY lead IS NOT NULL, lead, id",
        row -> {
          reader.accept(kept(row, 0));
        },
        department,
        department);
  }

  /** What codes and certificate types are taken by whom. */
  record Taken(
      String id,
      @Nullable String lead,
      String taskCode,
      String baseCode,
      @Nullable String handlingNo,
      @Nullable String certificateType) {}

  List<Taken> taken() {
    return database
        .sql(
            """
            SELECT id, lead, task_code, base_code, handling_no,
              CASE WHEN lead IS NULL THEN head->>'certificate_type' END AS certificate_type
            FROM catalogue.item WHERE published
            """)
        .query(
            (row, n) ->
                new Taken(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)))
        .list();
  }

  /** The complete contents in force of these items, with their versions. */
  Map<String, InForce> inForce(Collection<String> ids) {
    var found = new HashMap<String, InForce>();
    database
        .sql(
            """
            SELECT item, version, content FROM catalogue.item_version
            WHERE item = ANY (?) AND retired_at IS NULL
            """)
        .param(ids.toArray(String[]::new))
        .query(
            row -> {
              found.put(
                  row.getString(1), new InForce(row.getObject(2, UUID.class), row.getString(3)));
            });
    return found;
  }

  record InForce(UUID version, String content) {}

  /** Versions in force of these items. */
  Map<String, UUID> versionsInForce(Collection<String> ids) {
    var found = new HashMap<String, UUID>();
    database
        .sql(
            "SELECT item, version FROM catalogue.item_version WHERE item = ANY (?) AND retired_at"
                + " IS NULL")
        .param(ids.toArray(String[]::new))
        .query(
            row -> {
              found.put(row.getString(1), row.getObject(2, UUID.class));
            });
    return found;
  }

  /** Until the transaction ends nobody else changes items; reading goes on. */
  void lockAll() {
    database.sql("LOCK TABLE catalogue.item IN SHARE ROW EXCLUSIVE MODE").update();
  }

  Set<String> managed() {
    return Set.copyOf(
        database.sql("SELECT id FROM catalogue.item WHERE managed").query(String.class).list());
  }

  /** The lead that holds a code now, if any. */
  Optional<String> leadWithCode(String baseCode, @Nullable String handlingNo) {
    return database
        .sql(
            """
            SELECT id FROM catalogue.item
            WHERE base_code = ? AND coalesce(handling_no, '') = ? AND published AND lead IS NULL
            """)
        .params(baseCode, handlingNo == null ? "" : handlingNo)
        .query(String.class)
        .optional();
  }

  /** A published lead of another base code that makes this type of certificate, if any. */
  Optional<String> leadWithCertificate(String type, String exceptBaseCode) {
    return database
        .sql(
            """
            SELECT id FROM catalogue.item
            WHERE head->>'certificate_type' = ? AND base_code <> ? AND published AND lead IS NULL LIMIT 1
            """)
        .params(type, exceptBaseCode)
        .query(String.class)
        .optional();
  }

  /** The complete content in force. */
  Optional<String> contentInForce(String id) {
    return database
        .sql("SELECT content FROM catalogue.item_version WHERE item = ? AND retired_at IS NULL")
        .param(id)
        .query(String.class)
        .optional();
  }

  Optional<UUID> versionInForce(String id) {
    return database
        .sql("SELECT version FROM catalogue.item_version WHERE item = ? AND retired_at IS NULL")
        .param(id)
        .query(UUID.class)
        .optional();
  }

  List<ItemReader.Stored> listPublished() {
    return database
        .sql(STORED + "WHERE v.retired_at IS NULL AND i.published")
        .query(ItemTables::stored)
        .list();
  }

  Optional<ItemReader.Stored> find(UUID version) {
    return database
        .sql(STORED + "WHERE v.version = ?")
        .param(version)
        .query(ItemTables::stored)
        .optional();
  }

  /** The last version of an item that was cancelled. */
  Optional<ItemReader.Stored> findCancelled(String taskCode) {
    return database
        .sql(
            STORED
                + "WHERE i.task_code = ? AND i.state = 'CANCELLED' ORDER BY v.published_at DESC"
                + " LIMIT 1")
        .param(taskCode)
        .query(ItemTables::stored)
        .optional();
  }

  Optional<ItemReader.Stored> find(String taskCode, int number) {
    return database
        .sql(STORED + "WHERE i.task_code = ? AND v.number = ? ORDER BY i.published DESC LIMIT 1")
        .params(taskCode, number)
        .query(ItemTables::stored)
        .optional();
  }

  /**
   * Lines that transactions from a horizon on have written, or all.
   *
   * @param horizon of the look before; null = all that are published
   */
  List<HeadRow> heads(@Nullable String horizon) {
    var query =
        database.sql(
            """
            SELECT i.id, i.lead, i.mode, i.level, i.state, i.task_code, i.base_code, i.department, i.division,
              v.version, coalesce(v.number, 0), v.published_at, i.head
            FROM catalogue.item i
            LEFT JOIN catalogue.item_version v ON v.item = i.id AND v.retired_at IS NULL AND i.published
            """
                + (horizon == null
                    ? "WHERE i.published"
                    : "WHERE i.changed_tx >= CAST(CAST(:horizon AS text) AS xid8)"));
    return (horizon == null ? query : query.param("horizon", horizon))
        .query(
            (row, n) -> {
              UUID version = row.getObject(10, UUID.class);
              return new HeadRow(
                  row.getString(1),
                  row.getString(2),
                  Mode.valueOf(row.getString(3)),
                  Level.valueOf(row.getString(4)),
                  ItemState.valueOf(row.getString(5)),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8),
                  row.getString(9),
                  version,
                  row.getInt(11),
                  row.getObject(12, OffsetDateTime.class),
                  version == null ? null : row.getString(13));
            })
        .list();
  }

  /** The oldest transaction that is still running: everything before it is visible or undone. */
  String horizon() {
    return database
        .sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
        .query(String.class)
        .single();
  }

  private static Kept kept(ResultSet row, int ignored) throws SQLException {
    return new Kept(
        row.getString("id"),
        row.getString("lead"),
        Mode.valueOf(row.getString("mode")),
        ItemState.valueOf(row.getString("state")),
        row.getString("department"),
        row.getString("division"),
        row.getString("task_code"),
        row.getString("base_code"),
        row.getString("handling_no"),
        row.getObject("since", LocalDate.class),
        row.getBoolean("managed"),
        row.getBoolean("published"),
        row.getString("document"));
  }

  private static ItemReader.Stored stored(ResultSet row, int ignored) throws SQLException {
    return new ItemReader.Stored(
        row.getObject("version", UUID.class),
        row.getInt("number"),
        row.getString("id"),
        row.getString("lead"),
        Mode.valueOf(row.getString("mode")),
        ItemState.valueOf(row.getString("state")),
        row.getString("state_reason"),
        row.getString("successor"),
        row.getString("task_code"),
        row.getString("division"),
        row.getString("content"),
        row.getObject("published_at", OffsetDateTime.class).toInstant());
  }
}
