package org.yongtong.catalogue.coverage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * When each version of the lead items was in force: every version is kept, so the past can be
 * counted.
 */
@Repository
class PastVersions {

  private final JdbcClient database;

  PastVersions(JdbcClient database) {
    this.database = database;
  }

  /**
   * @param to when it was retired, or null
   * @param suspended since when the item is suspended, or null
   */
  record Past(UUID version, Instant from, @Nullable Instant to, @Nullable Instant suspended) {

    boolean inForce(Instant at) {
      return !from.isAfter(at) && (to == null || to.isAfter(at));
    }

    boolean inUse(Instant at) {
      return suspended == null || suspended.isAfter(at);
    }
  }

  /**
   * @param since versions that were retired before are left out
   */
  List<Past> ofLeads(OffsetDateTime since) {
    return database
        .sql(
            """
            SELECT v.version, v.published_at, v.retired_at,
              CASE WHEN i.state = 'SUSPENDED' THEN i.state_since END AS suspended
            FROM catalogue.item_version v JOIN catalogue.item i ON i.id = v.item
            WHERE i.lead IS NULL AND (v.retired_at IS NULL OR v.retired_at >= ?)
            """)
        .param(since)
        .query(
            (row, n) ->
                new Past(
                    row.getObject("version", UUID.class),
                    row.getObject("published_at", OffsetDateTime.class).toInstant(),
                    instant(row.getObject("retired_at", OffsetDateTime.class)),
                    instant(row.getObject("suspended", OffsetDateTime.class))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
