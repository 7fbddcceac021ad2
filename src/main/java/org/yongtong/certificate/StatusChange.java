package org.yongtong.certificate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yongtong.certificate.Certificate.Status;

/**
 * One entry of a certificate's history.
 *
 * @param from null when it was issued
 */
record StatusChange(Instant at, @Nullable Status from, Status to, String reason, String actorName) {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA)
          .withZone(ZoneId.of("Asia/Shanghai"));

  String when() {
    return WHEN.format(at);
  }

  /** E.g. 发证, 吊销, 恢复. */
  String word() {
    if (from == null) {
      return "发证";
    }
    return to == Status.VALID ? "恢复" : to.word();
  }
}
