package org.yongtong.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.platform.Ids;

/** The tables {@code catalogue.item} and {@code catalogue.item_version}. */
@Component
class ItemVersions {

  private static final String STORED =
      """
      SELECT v.version, v.number, i.task_code, i.division, v.content, v.published_at
      FROM catalogue.item_version v JOIN catalogue.item i ON i.id = v.item
      """;

  private final JdbcClient database;
  private final Clock clock;

  ItemVersions(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The state of an item after a load. */
  record Publication(UUID version, int number, boolean isNew) {}

  /** First step of a load: codes become free, so that one item may take another's. */
  void freeCodes() {
    database.sql("UPDATE catalogue.item SET published = false WHERE published").update();
  }

  void saveItem(String id, String taskCode, String baseCode, String department, String division) {
    database
        .sql(
            """
            INSERT INTO catalogue.item (id, task_code, base_code, department, division, published)
            VALUES (?, ?, ?, ?, ?, true)
            ON CONFLICT (id) DO UPDATE SET task_code = excluded.task_code,
              base_code = excluded.base_code, department = excluded.department,
              division = excluded.division, published = true
            """)
        .params(id, taskCode, baseCode, department, division)
        .update();
  }

  /** Publishes this content: the version that holds it already, or a new one. */
  Publication publish(String item, CanonicalItem content) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    database
        .sql(
            """
            UPDATE catalogue.item_version SET retired_at = greatest(?, published_at)
            WHERE item = ? AND content_hash <> ? AND retired_at IS NULL
            """)
        .params(now, item, content.hash())
        .update();
    Optional<Publication> known =
        database
            .sql(
                """
                UPDATE catalogue.item_version SET retired_at = NULL
                WHERE item = ? AND content_hash = ? RETURNING version, number
                """)
            .params(item, content.hash())
            .query(
                (row, ignored) ->
                    new Publication(row.getObject(1, UUID.class), row.getInt(2), false))
            .optional();
    return known.orElseGet(() -> insert(item, content, now));
  }

  private Publication insert(String item, CanonicalItem content, OffsetDateTime now) {
    UUID version = Ids.next(clock);
    Integer number =
        database
            .sql(
                """
                INSERT INTO catalogue.item_version
                  (version, item, number, content, content_hash, published_at)
                SELECT ?, ?, coalesce(max(number), 0) + 1, ?::json, ?, ?
                FROM catalogue.item_version WHERE item = ?
                RETURNING number
                """)
            .params(version, item, content.json(), content.hash(), now, item)
            .query(Integer.class)
            .single();
    return new Publication(version, number, true);
  }

  /**
   * Takes every item that is not among these out of publication.
   *
   * @return ids of those taken out now
   */
  List<String> retireAllBut(Set<String> items) {
    return database
        .sql(
            """
            UPDATE catalogue.item_version SET retired_at = greatest(?, published_at)
            WHERE retired_at IS NULL AND NOT (item = ANY (?)) RETURNING item
            """)
        .params(OffsetDateTime.now(clock), items.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  List<ItemReader.Stored> listPublished() {
    return database.sql(STORED + "WHERE v.retired_at IS NULL").query(ItemVersions::stored).list();
  }

  Optional<ItemReader.Stored> find(UUID version) {
    return database
        .sql(STORED + "WHERE v.version = ?")
        .param(version)
        .query(ItemVersions::stored)
        .optional();
  }

  Optional<ItemReader.Stored> find(String taskCode, int number) {
    return database
        .sql(STORED + "WHERE i.task_code = ? AND v.number = ? ORDER BY i.published DESC LIMIT 1")
        .params(taskCode, number)
        .query(ItemVersions::stored)
        .optional();
  }

  private static ItemReader.Stored stored(ResultSet row, int ignored) throws SQLException {
    return new ItemReader.Stored(
        row.getObject("version", UUID.class),
        row.getInt("number"),
        row.getString("task_code"),
        row.getString("division"),
        row.getString("content"),
        row.getObject("published_at", OffsetDateTime.class).toInstant());
  }
}
