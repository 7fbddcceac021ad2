package org.yongtong.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.yongtong.platform.CityPack;

class CalendarHealthTest {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  @Test
  void isWellWhileTheNoticeReachesFar() {
    Health health = on(LocalDate.of(2026, 11, 1));
    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails()).containsEntry("settledDays", 60L).doesNotContainKey("warning");
  }

  @Test
  void warnsWhenFewerThanSixtyDaysAreSettled() {
    Health health = on(LocalDate.of(2026, 11, 2));
    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(String.valueOf(health.getDetails().get("warning")))
        .contains("2026-12-31")
        .contains("暂定");
  }

  @Test
  void warnsInAYearWithoutNotice() {
    assertThat(on(LocalDate.of(2027, 2, 1)).getDetails())
        .containsEntry("settledDays", 0L)
        .containsKey("warning");
  }

  @Test
  void isDownWhenTheYearIsMissing() {
    Health health = on(LocalDate.of(2028, 1, 1));
    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getDetails()).containsEntry("missingYear", 2028);
  }

  private static Health on(LocalDate day) {
    var calendar = WorkCalendar.of(CityPack.yaml(Path.of("city/nanning/calendar.yaml")), "45");
    var clock = Clock.fixed(day.atTime(9, 0).atZone(BEIJING).toInstant(), BEIJING);
    return new CalendarHealthIndicator(calendar, clock).health();
  }
}
