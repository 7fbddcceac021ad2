package org.yongtong.catalogue.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All versions of an item, read from {@code catalogue.item_version}. */
@Repository
class Versions {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final JdbcClient database;

  Versions(JdbcClient database) {
    this.database = database;
  }

  /**
   * @param reason why it was published, or null
   * @param revision that it came from, or null
   */
  record Version(
      int number,
      Instant publishedAt,
      @Nullable String reason,
      @Nullable UUID revision,
      boolean inForce) {}

  /** Newest first. */
  List<Version> list(String item) {
    return database
        .sql(
            """
            SELECT number, published_at, reason, revision, retired_at IS NULL AS in_force
            FROM catalogue.item_version WHERE item = :item ORDER BY number DESC LIMIT 100
            """)
        .param("item", item)
        .query(
            (row, n) ->
                new Version(
                    row.getInt("number"),
                    row.getObject("published_at", OffsetDateTime.class).toInstant(),
                    row.getString("reason"),
                    row.getObject("revision", UUID.class),
                    row.getBoolean("in_force")))
        .list();
  }

  Optional<Map<String, Object>> content(String item, int number) {
    return database
        .sql("SELECT content FROM catalogue.item_version WHERE item = :item AND number = :number")
        .param("item", item)
        .param("number", number)
        .query(String.class)
        .optional()
        .map(json -> JSON.readValue(json, OBJECT));
  }
}
