package org.yongtong.casework.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.HandlingTimes;
import org.yongtong.platform.calendar.CalendarNotLoaded;
import org.yongtong.platform.calendar.WorkCalendar;

/**
 * Real handling times of all items, counted with one statement: working days from acceptance to
 * decision by the calendar that the case's own clock runs on.
 */
@Component
class CountHandlingTimes implements HandlingTimes {

  private static final int MONTHS_BACK = 12;

  private final JdbcClient database;
  private final WorkCalendar calendar;
  private final Clock clock;
  private volatile Map<String, Spent> known = Map.of();
  private volatile int round;

  CountHandlingTimes(JdbcClient database, WorkCalendar calendar, Clock clock) {
    this.database = database;
    this.calendar = calendar;
    this.clock = clock;
  }

  @Override
  public Optional<Spent> of(String taskCode) {
    return Optional.ofNullable(known.get(taskCode));
  }

  @Override
  public int round() {
    return round;
  }

  private record Span(String task, LocalDate accepted, LocalDate decided, long cases) {}

  void count() {
    List<Span> spans =
        database
            .sql(
                """
                SELECT task_code AS task, accepted_on AS accepted, decided_on AS decided, count(*) AS cases
                FROM casework.case_file
                WHERE decided_on > :from AND accepted_on IS NOT NULL
                GROUP BY task_code, accepted_on, decided_on
                """)
            .param("from", LocalDate.now(clock).minusMonths(MONTHS_BACK))
            .query(Span.class)
            .list();
    Map<String, TreeMap<Integer, Long>> days = new HashMap<>();
    for (Span span : spans) {
      try {
        days.computeIfAbsent(span.task(), task -> new TreeMap<>())
            .merge(
                calendar.workdaysBetween(span.accepted(), span.decided()), span.cases(), Long::sum);
      } catch (CalendarNotLoaded missing) {
        // a case begun in a year that is no longer loaded says nothing about working days
        continue;
      }
    }
    Map<String, Spent> counted = new HashMap<>();
    days.forEach(
        (task, cases) -> {
          long all = cases.values().stream().mapToLong(Long::longValue).sum();
          if (all >= FEWEST) {
            counted.put(
                task, new Spent((int) all, reached(cases, all, 50), reached(cases, all, 90)));
          }
        });
    if (!counted.equals(known)) {
      known = Map.copyOf(counted);
      round++;
    }
  }

  /** The fewest days within which this share of the cases was decided. */
  static int reached(TreeMap<Integer, Long> cases, long all, int percent) {
    long seen = 0;
    for (var entry : cases.entrySet()) {
      seen += entry.getValue();
      if (seen * 100 >= all * percent) {
        return entry.getKey();
      }
    }
    return cases.isEmpty() ? 0 : cases.lastKey();
  }
}
