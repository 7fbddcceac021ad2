package org.yongtong.casework.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yongtong.platform.calendar.WorkCalendar;

/**
 * Which days do not count, as the events of a case come in: from the day on which the first
 * procedure begins to the day before the last one ends. Two at once are counted once.
 */
final class Stops {

  /**
   * @param from first day that does not count, {@code until} the first that counts again
   */
  record Span(LocalDate from, LocalDate until) {}

  private record Running(LocalDate on, int workdays, boolean stops) {
    LocalDate plannedEnd(WorkCalendar calendar) {
      return calendar.plusWorkdays(on, workdays);
    }
  }

  private final Map<String, Running> running = new LinkedHashMap<>();
  private final List<Span> spans = new ArrayList<>();
  private @Nullable LocalDate openFrom;

  void begin(LocalDate on, String procedure, int workdays, boolean stops) {
    running.put(procedure, new Running(on, workdays, stops));
    if (stops && openFrom == null) {
      openFrom = on;
    }
  }

  void prolong(String procedure, int workdays) {
    running.computeIfPresent(
        procedure, (id, run) -> new Running(run.on(), run.workdays() + workdays, run.stops()));
  }

  void end(LocalDate on, String procedure) {
    running.remove(procedure);
    closeWhenNoneStops(on);
  }

  void endAll(LocalDate on) {
    running.clear();
    closeWhenNoneStops(on);
  }

  private void closeWhenNoneStops(LocalDate on) {
    LocalDate from = openFrom;
    if (from != null && running.values().stream().noneMatch(Running::stops)) {
      spans.add(new Span(from, on));
      openFrom = null;
    }
  }

  @Nullable LocalDate openFrom() {
    return openFrom;
  }

  /** The earliest planned end of what runs; null when nothing does. */
  @Nullable LocalDate plannedEnd(WorkCalendar calendar) {
    return earliest(calendar, run -> true);
  }

  /** The same of what stops the clock. */
  @Nullable LocalDate stopPlannedUntil(WorkCalendar calendar) {
    return earliest(calendar, Running::stops);
  }

  private @Nullable LocalDate earliest(WorkCalendar calendar, Predicate<Running> which) {
    return running.values().stream()
        .filter(which)
        .map(run -> run.plannedEnd(calendar))
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  /** The last day of so many counted working days; null while the clock stands before it. */
  @Nullable LocalDate due(WorkCalendar calendar, LocalDate start, int days) {
    LocalDate day = start;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (openFrom != null && !day.isBefore(openFrom)) {
        return null;
      }
      if (calendar.isWorkday(day) && counts(day)) {
        left--;
      }
    }
    return day;
  }

  /** How many of the days are left when the clock stands; 0 when it does not. */
  int left(WorkCalendar calendar, LocalDate start, int days) {
    LocalDate stop = openFrom;
    return stop == null
        ? 0
        : Math.max(0, days - counted(calendar, start, stop.isAfter(start) ? stop : start));
  }

  private int counted(WorkCalendar calendar, LocalDate start, LocalDate stop) {
    int counted = 0;
    for (LocalDate day = start.plusDays(1); day.isBefore(stop); day = day.plusDays(1)) {
      if (calendar.isWorkday(day) && counts(day)) {
        counted++;
      }
    }
    return counted;
  }

  /** Working days after {@code from} up to and with {@code to} that did not count. */
  int uncounted(WorkCalendar calendar, LocalDate from, LocalDate to) {
    int days = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (calendar.isWorkday(day) && !counts(day)) {
        days++;
      }
    }
    return days;
  }

  private boolean counts(LocalDate day) {
    return spans.stream()
        .noneMatch(span -> !day.isBefore(span.from()) && day.isBefore(span.until()));
  }
}
