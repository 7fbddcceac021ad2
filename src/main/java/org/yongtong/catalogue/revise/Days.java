package org.yongtong.catalogue.revise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and moments of revisions in words, in Beijing time. */
public final class Days {

  public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(BEIJING);

  private Days() {}

  /** e.g. 2026年12月4日. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** The same, "" for none. */
  public static String dayOrNone(@Nullable LocalDate day) {
    return day == null ? "" : day(day);
  }

  public static String day(Instant at) {
    return day(at.atZone(BEIJING).toLocalDate());
  }

  /** e.g. 2026年12月4日 14:03. */
  public static String moment(Instant at) {
    return MOMENT.format(at);
  }

  static String year(Instant at) {
    return String.valueOf(at.atZone(BEIJING).getYear());
  }
}
