package org.yongtong.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people type them and as they are kept: {@code 2026-11-23}. */
final class Dates {

  private static final DateTimeFormatter STRICT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern TYPED =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private Dates() {}

  static boolean isDate(String text) {
    try {
      int year = LocalDate.parse(text, STRICT).getYear();
      return year >= 1850 && year <= 2200;
    } catch (DateTimeParseException noDate) {
      return false;
    }
  }

  /** {@code 2026/1/5}, {@code 2026年1月5日} and {@code 20260105} become ISO; all else stays. */
  static String iso(String typed) {
    for (Pattern pattern : new Pattern[] {TYPED, COMPACT}) {
      Matcher matcher = pattern.matcher(typed);
      if (matcher.matches()) {
        return "%s-%02d-%02d"
            .formatted(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
      }
    }
    return typed;
  }

  static String words(String iso) {
    if (!isDate(iso)) {
      return iso;
    }
    LocalDate date = LocalDate.parse(iso);
    return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }
}
