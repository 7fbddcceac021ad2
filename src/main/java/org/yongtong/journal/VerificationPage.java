package org.yongtong.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Page 全程留痕核验.
 *
 * @param rows rows under a seal
 * @param lagSeconds age of the oldest row without a seal; 0 when there is none
 * @param replayed what came of a replay just asked for, or null
 */
public record VerificationPage(
    long rows,
    long lagSeconds,
    List<Seal> seals,
    @Nullable Done latest,
    boolean running,
    List<Parked> parked,
    boolean mayReplay,
    @Nullable Boolean replayed) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  /** A verification that has ended. */
  public record Done(OffsetDateTime at, String by, Verdict verdict) {}

  public @Nullable Seal last() {
    return seals.isEmpty() ? null : seals.getFirst();
  }

  public String time(Instant at) {
    return TIME.format(at);
  }
}
