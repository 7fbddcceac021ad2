package org.yongtong.casework.file;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as people read them, in Beijing time. */
public final class DayWords {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日（EEE）", Locale.CHINA);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(BEIJING);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA).withZone(BEIJING);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA).withZone(BEIJING);

  private DayWords() {}

  /** E.g. 2026年12月4日（周五）. */
  public static String of(LocalDate day) {
    return DAY.format(day);
  }

  /** E.g. 2026年12月4日（周五）. */
  public static String day(Instant at) {
    return of(at.atZone(BEIJING).toLocalDate());
  }

  /** E.g. 2026年12月4日 14:03. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** Of the same day 14:03, else 12月4日 14:03. */
  public static String saved(Instant at, Instant now) {
    return at.atZone(BEIJING).toLocalDate().equals(now.atZone(BEIJING).toLocalDate())
        ? CLOCK.format(at)
        : SHORT.format(at);
  }
}
