package org.yongtong.casework.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.Statements;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.rate.RatingFixture;
import org.yongtong.catalogue.HandlingTimes;
import org.yongtong.catalogue.ItemRatings;
import org.yongtong.platform.calendar.WorkCalendar;

@YongtongTest
class FiguresDbTest {

  @Autowired ApplicationContext context;
  @Autowired JdbcClient database;
  @Autowired CountHandlingTimes times;
  @Autowired CountRatings ratings;
  @Autowired WorkCalendar calendar;
  @Autowired Clock clock;

  @Test
  void realTimesAreCountedInWorkingDaysOfTheCasesClock() {
    var cases = new CaseFixture(context);
    String task = "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 30);
    LocalDate accepted = LocalDate.now(clock).minusDays(60);
    int[] days = {2, 2, 3, 4, 9};
    for (int i = 0; i < days.length; i++) {
      if (i == 4) {
        times.count();
        assertThat(times.of(task)).as("four cases tell nothing").isEmpty();
      }
      CaseFile file = cases.submitted();
      database
          .sql(
              """
              UPDATE casework.case_file SET task_code = :task, accepted_on = :accepted, decided_on = :decided
              WHERE id = :id
              """)
          .param("task", task)
          .param("accepted", accepted)
          .param("decided", calendar.plusWorkdays(accepted, days[i]))
          .param("id", file.id())
          .update();
    }
    int round = times.round();
    times.count();
    assertThat(times.of(task)).contains(new HandlingTimes.Spent(5, 3, 9));
    assertThat(times.round()).isGreaterThan(round);
    try (var said = new Statements()) {
      assertThat(times.of(task)).isPresent();
      assertThat(said.seen()).isEmpty();
    }
  }

  @Test
  void theShareIsTheFewestDaysThatReachIt() {
    var cases = new TreeMap<>(Map.of(1, 5L, 2, 4L, 7, 1L));
    assertThat(CountHandlingTimes.reached(cases, 10, 50)).isEqualTo(1);
    assertThat(CountHandlingTimes.reached(cases, 10, 90)).isEqualTo(2);
    assertThat(CountHandlingTimes.reached(cases, 10, 91)).isEqualTo(7);
  }

  @Test
  void ratingsShowTheirTextsWithoutPersonalData() {
    var fixture = new RatingFixture(context);
    CaseFile file = fixture.badlyRated("打电话13800138000没有人接");
    ratings.count();
    ItemRatings.Rated rated = ratings.of(file.taskCode()).orElseThrow();
    assertThat(rated.levels()).extracting(ItemRatings.Level::word).startsWith("非常满意").hasSize(5);
    assertThat(rated.levels().stream().mapToInt(ItemRatings.Level::count).sum())
        .isEqualTo(rated.count());
    assertThat(rated.satisfied()).isBetween(0, 99);
    assertThat(rated.said()).hasSizeBetween(1, 5);
    assertThat(rated.said().getFirst().text()).isEqualTo("打电话***没有人接");
  }
}
