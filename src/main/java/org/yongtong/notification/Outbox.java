package org.yongtong.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages on their way out. */
@Component
class Outbox {

  private final JdbcClient database;

  Outbox(JdbcClient database) {
    this.database = database;
  }

  /**
   * Takes messages whose time has come. Taking one puts its next try off by the back-off (one
   * minute, doubled with each try, at most an hour), so that a node that dies now leaves it to
   * another, and two nodes never hold the same one.
   */
  List<Waiting> take(Instant now, int atMost) {
    return database
        .sql(
            """
            UPDATE notification.outbox
            SET tries = tries + 1,
                next_try_at = :now + least(interval '1 hour', interval '1 minute' * (2 ^ least(tries, 6)))
            WHERE id = ANY (ARRAY(
              SELECT id FROM notification.outbox
              WHERE sent_at IS NULL AND failed_at IS NULL AND next_try_at <= :now
              ORDER BY next_try_at LIMIT :limit FOR UPDATE SKIP LOCKED))
            RETURNING id, phone_cipher, text, effect, queued_at
            """)
        .param("now", at(now))
        .param("limit", atMost)
        .query(
            (row, number) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    row.getBytes("phone_cipher"),
                    row.getString("text"),
                    row.getString("effect"),
                    row.getObject("queued_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  void sent(UUID id, Instant now) {
    database
        .sql("UPDATE notification.outbox SET sent_at = :now, reason = NULL WHERE id = :id")
        .param("now", at(now))
        .param("id", id)
        .update();
  }

  void givenUp(UUID id, String reason, Instant now) {
    database
        .sql("UPDATE notification.outbox SET failed_at = :now, reason = :reason WHERE id = :id")
        .param("now", at(now))
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  void notYet(UUID id, String reason) {
    database
        .sql("UPDATE notification.outbox SET reason = :reason WHERE id = :id")
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  /** Waiting and given-up messages, each counted up to 100. */
  Counts counts() {
    return database
        .sql(
            """
            SELECT (SELECT count(*) FROM (SELECT 1 FROM notification.outbox
                      WHERE sent_at IS NULL AND failed_at IS NULL LIMIT 100) AS w) AS waiting,
                   (SELECT count(*) FROM (SELECT 1 FROM notification.outbox
                      WHERE failed_at IS NOT NULL LIMIT 100) AS f) AS failed
            """)
        .query(Counts.class)
        .single();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** One message taken for a try. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Waiting(UUID id, byte[] phoneCipher, String text, String effect, Instant queuedAt) {

    /** Carries a text for one person. */
    @Override
    public String toString() {
      return "Waiting[" + id + "]";
    }
  }

  record Counts(int waiting, int failed) {}
}
