package org.yongtong.catalogue.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
   * Newest first. What a version changed has been worked out when it was taken in; of one that was
   * published a moment ago it is worked out here.
   *
   * @param below only versions before this number
   */
  List<ItemVersion> list(String item, int below, int limit) {
    return database
        .sql(
            """
            SELECT v.number, v.published_at, v.retired_at, v.reason,
              CASE WHEN v.number = 1 THEN '[]' ELSE c.differences END AS differences
            FROM catalogue.item_version v
            LEFT JOIN catalogue.change c ON c.subject_type = 'item' AND c.subject = v.item AND c.version = v.version
            WHERE v.item = ? AND v.number < ? ORDER BY v.number DESC LIMIT ?
            """)
        .params(item, below, limit)
        .query(
            (row, ignored) ->
                new ItemVersion(
                    row.getInt("number"),
                    Objects.requireNonNull(instant(row, "published_at")),
                    instant(row, "retired_at"),
                    row.getString("reason"),
                    differences(item, row.getInt("number"), row.getString("differences"))))
        .list();
  }

  private List<Difference> differences(String item, int number, @Nullable String known) {
    if (known != null) {
      return ChangeTable.differences(known);
    }
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

  Optional<ItemContent> content(String taskCode, int number) {
    return database
        .sql(
            """
            SELECT v.published_at, v.retired_at, v.content_hash, v.content
            FROM catalogue.item_version v JOIN catalogue.item i ON i.id = v.item
            WHERE i.task_code = ? AND v.number = ? ORDER BY i.published DESC, i.changed_at DESC LIMIT 1
            """)
        .params(taskCode, number)
        .query(
            (row, ignored) ->
                new ItemContent(
                    Objects.requireNonNull(instant(row, "published_at")),
                    instant(row, "retired_at"),
                    row.getString("content_hash"),
                    CanonicalItem.read(row.getString("content"))))
        .optional();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
