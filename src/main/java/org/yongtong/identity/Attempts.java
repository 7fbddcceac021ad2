package org.yongtong.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts failed sign-ins in a row and makes the next try wait: after the fifth 1 minute, then 2, 4,
 * 8, 15. An attempt counts as failed from its beginning and is forgotten when it succeeds, so that
 * many guesses at the same moment gain nothing.
 */
@Component
class Attempts {

  private static final int FREE = 5;
  private static final int FORGOTTEN_AFTER_HOURS = 24;

  private final JdbcClient database;
  private final Clock clock;

  Attempts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Counts a new attempt.
   *
   * @return false while earlier failures make it wait; such an attempt does not count
   */
  boolean begin(byte[] key) {
    var now = OffsetDateTime.now(clock);
    return database
        .sql(
            """
            INSERT INTO identity.attempt AS a (key, failures, last_at, blocked_until)
            VALUES (:key, 1, :now, :now)
            ON CONFLICT (key) DO UPDATE SET
              failures = CASE WHEN a.last_at < :forgotten THEN 1 ELSE a.failures + 1 END,
              last_at = excluded.last_at,
              blocked_until = excluded.last_at + CASE
                WHEN a.last_at < :forgotten OR a.failures + 1 < :free THEN interval '0'
                ELSE make_interval(mins => least(15, power(2, least(a.failures + 1 - :free, 4)))::int)
              END
            WHERE a.blocked_until <= excluded.last_at
            RETURNING failures
            """)
        .param("key", key)
        .param("now", now)
        .param("forgotten", now.minusHours(FORGOTTEN_AFTER_HOURS))
        .param("free", FREE)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** After a success. */
  void forget(byte[] key) {
    database.sql("DELETE FROM identity.attempt WHERE key = :key").param("key", key).update();
  }

  /** Removes counters that no longer matter. */
  int removeOld() {
    return database
        .sql("DELETE FROM identity.attempt WHERE last_at < :before")
        .param("before", OffsetDateTime.now(clock).minusHours(FORGOTTEN_AFTER_HOURS))
        .update();
  }
}
