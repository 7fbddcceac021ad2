package org.yongtong.catalogue.design;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yongtong.platform.crypto.Sm3;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last steps in a revision's designers (table {@code catalogue.revision_step}). A step is taken
 * back only while what it changed has not been changed again.
 */
@Repository
class Steps {

  /** So many steps of a revision are kept. */
  static final int KEPT = 20;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private final JdbcClient database;
  private final Clock clock;

  Steps(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param before element → what stood there, null for nothing
   * @param after fingerprint of the same elements
   */
  record Step(
      int number, String said, String by, Map<String, @Nullable Object> before, String after) {

    Set<String> elements() {
      return before.keySet();
    }
  }

  /** Keeps a step in the caller's transaction, under the revision's lock. */
  void keep(
      UUID revision,
      String page,
      String said,
      Map<String, Object> before,
      Map<String, Object> after,
      String by) {
    var changed = new LinkedHashMap<String, @Nullable Object>();
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      if (!java.util.Objects.equals(before.get(key), after.get(key))) {
        changed.put(key, before.get(key));
      }
    }
    database
        .sql(
            """
            WITH next AS (SELECT coalesce(max(number), 0) + 1 AS number FROM catalogue.revision_step WHERE revision = :revision),
                 old AS (DELETE FROM catalogue.revision_step s USING next WHERE s.revision = :revision AND s.number <= next.number - :kept)
            INSERT INTO catalogue.revision_step (revision, number, said, page, before, after, done_by, done_at)
            SELECT :revision, number, :said, :page, :before::json, :after, :by, :at FROM next
            """)
        .param("revision", revision)
        .param("kept", KEPT)
        .param("said", said)
        .param("page", page)
        .param("before", JSON.writeValueAsString(changed))
        .param("after", fingerprint(after, changed.keySet()))
        .param("by", by)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  Optional<Step> last(UUID revision) {
    return database
        .sql(
            "SELECT number, said, done_by, before, after FROM catalogue.revision_step WHERE"
                + " revision = :revision ORDER BY number DESC LIMIT 1")
        .param("revision", revision)
        .query(
            (row, n) ->
                new Step(
                    row.getInt("number"),
                    row.getString("said"),
                    row.getString("done_by"),
                    JSON.readValue(row.getString("before"), OBJECT),
                    row.getString("after")))
        .optional();
  }

  void forget(UUID revision, int number) {
    database
        .sql("DELETE FROM catalogue.revision_step WHERE revision = :revision AND number = :number")
        .param("revision", revision)
        .param("number", number)
        .update();
  }

  /** Of some elements of a document. */
  static String fingerprint(Map<String, Object> document, Set<String> elements) {
    var values = new ArrayList<Object>();
    for (String key : new TreeSet<>(elements)) {
      Object value = document.get(key);
      values.add(value == null ? List.of() : List.of(value));
    }
    return fingerprint(values);
  }

  /** Of anything a document is made of. */
  static String fingerprint(Object value) {
    byte[] digest = Sm3.digest(SORTED.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 8);
  }
}
