package org.yongtong.platform.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Health indicator {@code calendar}: DOWN when today's year is not loaded; UP with a warning when
 * fewer than 60 days are left that rest on a notice, which is the normal state each November until
 * somebody loads the next year's.
 */
@Component
class CalendarHealthIndicator implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarHealthIndicator.class);
  private static final long ENOUGH_DAYS = 60;

  private final WorkCalendar calendar;
  private final Clock clock;

  CalendarHealthIndicator(WorkCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  @Override
  public Health health() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    if (!calendar.loaded(today)) {
      return Health.down().withDetail("missingYear", today.getYear()).build();
    }
    Optional<String> warning = warning(today);
    var health = Health.up().withDetail("settledDays", calendar.settledDaysAfter(today).orElse(0L));
    warning.ifPresent(text -> health.withDetail("warning", text));
    return health.build();
  }

  private Optional<String> warning(LocalDate today) {
    long left = calendar.settledDaysAfter(today).orElse(0L);
    return left >= ENOUGH_DAYS
        ? Optional.empty()
        : Optional.of(
            "工作日历只确定到%s，此后的期限为暂定。请在放假通知发布后更新 calendar.yaml。".formatted(today.plusDays(left)));
  }

  @EventListener(ApplicationReadyEvent.class)
  void warnAtStart() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    if (calendar.loaded(today)) {
      warning(today).ifPresent(LOG::warn);
    } else {
      LOG.error("{}年的工作日历尚未载入，无法计算任何期限", today.getYear());
    }
  }
}
