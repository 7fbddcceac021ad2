package org.yongtong.casework.file;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and moments of a case in words, in Beijing time. */
public final class When {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日（EEE）", Locale.CHINA);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(BEIJING);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA).withZone(BEIJING);

  private When() {}

  /** e.g. 2026年12月4日（周五）. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** e.g. 2026年12月4日 14:03. */
  public static String moment(Instant at) {
    return MOMENT.format(at);
  }

  /** e.g. 12月4日 14:03. */
  public static String shortMoment(Instant at) {
    return SHORT.format(at);
  }
}
