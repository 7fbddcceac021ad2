package org.yongtong.platform.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a pack's {@code calendar.yaml}, and refuses what cannot be meant. */
record CalendarFile(Map<String, Object> yaml) {

  /**
   * The days that one layer names in one year.
   *
   * @param unsettled no notice was seen
   */
  record Days(Set<LocalDate> off, Set<LocalDate> work, boolean unsettled) {}

  Map<Integer, Days> national() {
    Map<Integer, Days> years = years(map(yaml.get("years"), "years"), "provisional");
    if (years.isEmpty()) {
      throw wrong("years 为空");
    }
    return years;
  }

  /** The region's own years; empty when the file does not know the region. */
  Optional<Map<Integer, Days>> region(String region) {
    Object own =
        yaml.get("regions") == null ? null : map(yaml.get("regions"), "regions").get(region);
    return own == null
        ? Optional.empty()
        : Optional.of(years(map(own, "regions." + region), "unconfirmed"));
  }

  private static Map<Integer, Days> years(Map<?, ?> entries, String unsettled) {
    var years = new TreeMap<Integer, Days>();
    entries.forEach(
        (key, content) -> {
          if (!(key instanceof Integer year)) {
            throw wrong("年份应为数字：" + key);
          }
          Map<?, ?> entry = map(content, String.valueOf(year));
          if (!(entry.get(unsettled) instanceof Boolean open)) {
            throw wrong("%d年缺少 %s: true 或 false".formatted(year, unsettled));
          }
          Set<LocalDate> off = days(entry.get("off"), year);
          Set<LocalDate> work = days(entry.get("work"), year);
          off.stream()
              .filter(work::contains)
              .findFirst()
              .ifPresent(
                  day -> {
                    throw wrong("%s 既列为休息又列为上班".formatted(day));
                  });
          years.put(year, new Days(off, work, open));
        });
    return years;
  }

  private static Set<LocalDate> days(@Nullable Object ranges, int year) {
    if (!(ranges instanceof List<?> list)) {
      // A bare off is read as false in YAML 1.1; silently no holiday at all would be the result.
      throw wrong("%d年缺少 \"off\"（须加引号）或 work".formatted(year));
    }
    var days = new HashSet<LocalDate>();
    for (Object range : list) {
      LocalDate from = day(map(range, String.valueOf(year)).get("from"));
      LocalDate to = day(map(range, String.valueOf(year)).get("to"));
      if (from.getYear() != year || to.getYear() != year || to.isBefore(from)) {
        throw wrong("%d年的起止日期有误：%s 至 %s".formatted(year, from, to));
      }
      from.datesUntil(to.plusDays(1)).forEach(days::add);
    }
    return days;
  }

  private static LocalDate day(@Nullable Object text) {
    try {
      return LocalDate.parse(String.valueOf(text));
    } catch (DateTimeException unreadable) {
      throw wrong("日期应写作 \"2026-01-01\"：" + text);
    }
  }

  private static Map<?, ?> map(@Nullable Object content, String where) {
    if (content instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(where + " 应为一组键值");
  }

  private static IllegalStateException wrong(String what) {
    return new IllegalStateException("工作日历 calendar.yaml 有误：" + what);
  }
}
