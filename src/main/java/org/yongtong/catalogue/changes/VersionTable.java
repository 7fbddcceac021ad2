package org.yongtong.catalogue.changes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.CanonicalItem;
import org.yongtong.catalogue.Difference;
import org.yongtong.catalogue.Differences;

/** The versions of an item with what each changed. */
@Component
class VersionTable {

  private final JdbcClient database;

  VersionTable(JdbcClient database) {
    this.database = database;
  }

  /** An item that is or was published under a code. */
  record Item(String id, String name, String department, boolean published) {}

  /**
   * @param differences null when the change has not been taken in yet
   */
  record Version(
      UUID version,
      int number,
      Instant from,
      @Nullable Instant to,
      @Nullable String reason,
      @Nullable List<Difference> differences) {}

  Optional<Item> find(String taskCode) {
    return database
        .sql(
            """
            SELECT i.id, coalesce(i.head ->> 'name', i.id), i.department, i.published FROM catalogue.item i
            WHERE i.task_code = ? ORDER BY i.published DESC, i.changed_at DESC LIMIT 1
            """)
        .param(taskCode)
        .query(
            (row, ignored) ->
                new Item(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
        .optional();
  }

  /**
   * Newest first.
   *
   * @param below only versions before this number
   */
  List<Version> list(String item, int below, int limit) {
    return database
        .sql(
            """
            SELECT v.version, v.number, v.published_at, v.retired_at, v.reason,
              CASE WHEN v.number = 1 THEN '[]' ELSE c.differences END AS differences
            FROM catalogue.item_version v
            LEFT JOIN catalogue.change c ON c.subject_type = 'item' AND c.subject = v.item AND c.version = v.version
            WHERE v.item = ? AND v.number < ? ORDER BY v.number DESC LIMIT ?
            """)
        .params(item, below, limit)
        .query(
            (row, ignored) -> {
              OffsetDateTime to = row.getObject("retired_at", OffsetDateTime.class);
              String differences = row.getString("differences");
              return new Version(
                  row.getObject("version", UUID.class),
                  row.getInt("number"),
                  row.getObject("published_at", OffsetDateTime.class).toInstant(),
                  to == null ? null : to.toInstant(),
                  row.getString("reason"),
                  differences == null ? null : ChangeTable.differences(differences));
            })
        .list();
  }

  /** Worked out anew, for a version that has just been published. */
  List<Difference> differences(String item, int number) {
    List<String> contents =
        database
            .sql(
                "SELECT content FROM catalogue.item_version WHERE item = ? AND number IN (?, ?)"
                    + " ORDER BY number")
            .params(item, number - 1, number)
            .query(String.class)
            .list();
    return contents.size() < 2
        ? List.of()
        : Differences.between(
            CanonicalItem.read(contents.getFirst()), CanonicalItem.read(contents.getLast()));
  }
}
