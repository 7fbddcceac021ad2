package org.yongtong.journal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every night: the partitions of this month and the twelve after it. */
@Configuration(proxyBeanMethods = false)
class PartitionJob {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionJob.class);
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  @Bean
  RecurringTask<Void> journalPartitions(JdbcTemplate database, Clock clock) {
    return Tasks.recurring("journal-partitions", Schedules.daily(BEIJING, LocalTime.of(2, 10)))
        .execute(
            (instance, context) -> {
              int made = addPartitions(database, LocalDate.ofInstant(clock.instant(), BEIJING));
              LOG.info("Partitions of the journal are there for a year ahead, {} new", made);
            });
  }

  static int addPartitions(JdbcTemplate database, LocalDate today) {
    Integer made =
        database.queryForObject(
            "SELECT journal.add_partitions(?, ?)", Integer.class, today, today.plusYears(1));
    return made == null ? 0 : made;
  }
}
