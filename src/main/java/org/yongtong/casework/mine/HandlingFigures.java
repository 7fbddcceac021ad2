package org.yongtong.casework.mine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.platform.calendar.CalendarNotLoaded;
import org.yongtong.platform.calendar.WorkCalendar;
import org.yongtong.platform.web.HomeFigure;

/** 今日办结 and 中位用时 on the front page, counted from the cases themselves. */
@Component
class HandlingFigures implements HomeFigure.Source {

  private static final int DAYS_BACK = 90;

  private final JdbcClient database;
  private final WorkCalendar calendar;
  private final Clock clock;

  HandlingFigures(JdbcClient database, WorkCalendar calendar, Clock clock) {
    this.database = database;
    this.calendar = calendar;
    this.clock = clock;
  }

  @Override
  public List<HomeFigure> figures() {
    LocalDate today = LocalDate.now(clock);
    List<HomeFigure> figures = new ArrayList<>();
    int decided =
        database
            .sql("SELECT count(*) FROM casework.case_file WHERE decided_on = :today")
            .param("today", today)
            .query(Integer.class)
            .single();
    Integer median = median(today);
    if (decided > 0 || median != null) {
      figures.add(new HomeFigure(10, "今日办结", Integer.toString(decided), "件", "今天作出决定的办件", null));
    }
    if (median != null) {
      figures.add(
          new HomeFigure(
              20,
              "中位用时",
              Integer.toString(median),
              "个工作日",
              "近 %d 天办结的办件，从受理到决定".formatted(DAYS_BACK),
              null));
    }
    return figures;
  }

  private record Span(LocalDate accepted, LocalDate decided, long cases) {}

  /** Working days from acceptance to decision; null when there is nothing to count. */
  private @Nullable Integer median(LocalDate today) {
    List<Span> spans =
        database
            .sql(
                """
                SELECT accepted_on AS accepted, decided_on AS decided, count(*) AS cases
                FROM casework.case_file
                WHERE decided_on > :from AND accepted_on IS NOT NULL
                GROUP BY accepted_on, decided_on
                """)
            .param("from", today.minusDays(DAYS_BACK))
            .query(Span.class)
            .list();
    TreeMap<Integer, Long> byDays = new TreeMap<>();
    long all = 0;
    for (Span span : spans) {
      try {
        byDays.merge(
            calendar.workdaysBetween(span.accepted(), span.decided()), span.cases(), Long::sum);
        all += span.cases();
      } catch (CalendarNotLoaded missing) {
        // a case begun in a year that is no longer loaded says nothing about working days
        continue;
      }
    }
    long seen = 0;
    for (var entry : byDays.entrySet()) {
      seen += entry.getValue();
      if (seen * 2 >= all) {
        return entry.getKey();
      }
    }
    return null;
  }
}
