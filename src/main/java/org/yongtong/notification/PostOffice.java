package org.yongtong.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yongtong.platform.Ids;
import org.yongtong.platform.crypto.FieldCipher;

/** Takes letters in. */
@Component
class PostOffice implements Letters {

  private static final int LONGEST_TITLE = 60;

  private final JdbcClient database;
  private final FieldCipher cipher;
  private final SmsDelivery delivery;
  private final Clock clock;

  PostOffice(JdbcClient database, FieldCipher cipher, SmsDelivery delivery, Clock clock) {
    this.database = database;
    this.cipher = cipher;
    this.delivery = delivery;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void send(Letter letter) {
    String link = letter.link();
    if (link != null && (!link.startsWith("/") || link.startsWith("//"))) {
      throw new IllegalArgumentException("a letter links to a path of this site only");
    }
    String title = shortened(letter.title());
    UUID account = letter.account();
    if (account != null) {
      put(account, title, letter.text(), link, letter.effect());
    }
    String phone = letter.phone();
    if (phone != null && !phone.isBlank()) {
      queue(phone.strip(), "【邕通】" + title + "：" + letter.text(), letter.effect());
    }
  }

  private void put(UUID account, String title, String text, @Nullable String link, String effect) {
    database
        .sql(
            """
            INSERT INTO notification.letter (id, account, title, text, link, effect, created_at)
            VALUES (:id, :account, :title, :text, :link, :effect, :now)
            ON CONFLICT (effect) DO NOTHING
            """)
        .param("id", Ids.next(clock))
        .param("account", account)
        .param("title", title)
        .param("text", text)
        .param("link", link)
        .param("effect", effect)
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  private void queue(String phone, String text, String effect) {
    database
        .sql(
            """
            INSERT INTO notification.outbox (id, channel, phone_cipher, text, effect, queued_at, next_try_at)
            VALUES (:id, 'sms', :phone, :text, :effect, :now, :now)
            ON CONFLICT (effect) DO NOTHING
            """)
        .param("id", Ids.next(clock))
        .param("phone", cipher.encrypt(phone))
        .param("text", text)
        .param("effect", effect)
        .param("now", OffsetDateTime.now(clock))
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            delivery.wake();
          }
        });
  }

  @Override
  public int unread(UUID account) {
    return database
        .sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM notification.letter WHERE account = :account AND read_at IS NULL LIMIT 100) AS counted
            """)
        .param("account", account)
        .query(Integer.class)
        .single();
  }

  private static String shortened(String title) {
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
  }
}
