package org.yongtong.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters of one account. Every statement names the account: nobody opens another's. */
@Component
class LetterBox {

  private final JdbcClient database;
  private final Clock clock;

  LetterBox(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Unread first, newest first, from behind {@code after} on. */
  List<Stored> list(UUID account, @Nullable Cursor after, int atMost) {
    Cursor from = after == null ? Cursor.START : after;
    return database
        .sql(
            """
            SELECT id, title, text, link, created_at, read_at FROM notification.letter
            WHERE account = :account
              AND ((read_at IS NOT NULL) > :read OR ((read_at IS NOT NULL) = :read AND id < :id))
            ORDER BY (read_at IS NOT NULL), id DESC LIMIT :limit
            """)
        .param("account", account)
        .param("read", from.read())
        .param("id", from.id())
        .param("limit", atMost)
        .query(
            (row, number) ->
                new Stored(
                    row.getObject("id", UUID.class),
                    row.getString("title"),
                    row.getString("text"),
                    row.getString("link"),
                    row.getObject("created_at", OffsetDateTime.class),
                    row.getObject("read_at", OffsetDateTime.class) != null))
        .list();
  }

  /**
   * Marks a letter as read; reading it again changes nothing.
   *
   * @return where it leads to, or empty when this account has no such letter
   */
  @Transactional
  Optional<Opened> open(UUID account, UUID id) {
    return database
        .sql(
            """
            UPDATE notification.letter SET read_at = coalesce(read_at, :now)
            WHERE id = :id AND account = :account RETURNING link
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("id", id)
        .param("account", account)
        .query((row, number) -> new Opened(row.getString("link")))
        .optional();
  }

  @Transactional
  void openAll(UUID account) {
    database
        .sql(
            "UPDATE notification.letter SET read_at = :now WHERE account = :account AND read_at IS"
                + " NULL")
        .param("now", OffsetDateTime.now(clock))
        .param("account", account)
        .update();
  }

  record Stored(
      UUID id, String title, String text, @Nullable String link, OffsetDateTime at, boolean read) {}

  record Opened(@Nullable String link) {}

  /** Where a page ended; as text {@code u-…} among the unread, {@code r-…} among the read. */
  record Cursor(boolean read, UUID id) {

    static final Cursor START = new Cursor(false, new UUID(-1, -1));

    static @Nullable Cursor parse(@Nullable String text) {
      if (text == null || !text.matches("[ur]-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
        return null;
      }
      return new Cursor(text.charAt(0) == 'r', UUID.fromString(text.substring(2)));
    }

    @Override
    public String toString() {
      return (read ? "r-" : "u-") + id;
    }
  }
}
