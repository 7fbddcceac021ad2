package org.yongtong.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.platform.Ids;
import org.yongtong.platform.crypto.FieldCipher;

/** The gateway's twin for trying things out: keeps the messages instead of carrying them. */
@Component
@ConditionalOnProperty(
    name = "yongtong.sms.gateway",
    havingValue = "sandbox",
    matchIfMissing = true)
class SandboxSmsGateway implements SmsGateway {

  private final JdbcClient database;
  private final FieldCipher cipher;
  private final Clock clock;

  SandboxSmsGateway(JdbcClient database, FieldCipher cipher, Clock clock) {
    this.database = database;
    this.cipher = cipher;
    this.clock = clock;
  }

  @Override
  public Answer send(String phone, String text, String effect) {
    database
        .sql(
            """
            INSERT INTO notification.sandbox_message (id, phone_cipher, text, effect, received_at)
            VALUES (:id, :phone, :text, :effect, :now)
            ON CONFLICT (effect) DO NOTHING
            """)
        .param("id", Ids.next(clock))
        .param("phone", cipher.encrypt(phone))
        .param("text", text)
        .param("effect", effect)
        .param("now", OffsetDateTime.now(clock))
        .update();
    return new Answer.Accepted();
  }
}
