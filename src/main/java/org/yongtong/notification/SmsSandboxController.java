package org.yongtong.notification;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yongtong.platform.code.PhoneNumber;
import org.yongtong.platform.crypto.FieldCipher;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** 短信沙箱: what the phones would have shown. There only while the sandbox gateway is. */
@Controller
@ConditionalOnProperty(
    name = "yongtong.sms.gateway",
    havingValue = "sandbox",
    matchIfMissing = true)
@Allow(value = Who.STAFF, roles = Role.SYSTEM_ADMIN)
class SmsSandboxController implements MenuEntry.Source {

  private static final int PER_PAGE = 50;
  private static final UUID NEWEST = new UUID(-1, -1);
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("M月d日 HH:mm:ss", Locale.CHINA)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private final JdbcClient database;
  private final Outbox outbox;
  private final FieldCipher cipher;

  SmsSandboxController(JdbcClient database, Outbox outbox, FieldCipher cipher) {
    this.database = database;
    this.outbox = outbox;
    this.cipher = cipher;
  }

  @Override
  public List<MenuEntry> menu() {
    return List.of(new MenuEntry(920, "短信沙箱", "/desk/sms", "device-mobile", Role.SYSTEM_ADMIN));
  }

  @GetMapping("/desk/sms")
  String list(@RequestParam(required = false) @Nullable UUID before, Model model) {
    List<Received> some = received(before == null ? NEWEST : before);
    List<Received> shown = some.subList(0, Math.min(PER_PAGE, some.size()));
    Outbox.Counts counts = outbox.counts();
    model.addAttribute(
        "page",
        new SmsPage(
            shown.stream().map(this::line).toList(),
            counts.waiting(),
            counts.failed(),
            before == null,
            some.size() > PER_PAGE ? "/desk/sms?before=" + shown.getLast().id() : null));
    return "notification/sms";
  }

  private List<Received> received(UUID before) {
    return database
        .sql(
            """
            SELECT id, phone_cipher, text, received_at FROM notification.sandbox_message
            WHERE id < :before ORDER BY id DESC LIMIT :limit
            """)
        .param("before", before)
        .param("limit", PER_PAGE + 1)
        .query(
            (row, number) ->
                new Received(
                    row.getObject("id", UUID.class),
                    row.getBytes("phone_cipher"),
                    row.getString("text"),
                    row.getObject("received_at", OffsetDateTime.class)))
        .list();
  }

  private SmsPage.Line line(Received message) {
    String phone =
        PhoneNumber.parse(cipher.decrypt(message.phoneCipher()))
            .map(PhoneNumber::masked)
            .orElse("号码不规范");
    return new SmsPage.Line(phone, message.text(), WHEN.format(message.at()));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Received(UUID id, byte[] phoneCipher, String text, OffsetDateTime at) {}
}
