package org.yongtong.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes what sign-in no longer needs, every night. */
@Configuration(proxyBeanMethods = false)
class Cleaning {

  private static final Logger LOG = LoggerFactory.getLogger(Cleaning.class);

  @Bean
  RecurringTask<Void> cleanSignIns(Sessions sessions, Attempts attempts, Devices devices) {
    return Tasks.recurring(
            "identity-cleaning", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(3, 20)))
        .execute(
            (instance, context) ->
                LOG.info(
                    "Removed {} old sessions, {} counters, {} devices",
                    sessions.removeOld(),
                    attempts.removeOld(),
                    devices.removeOld()));
  }
}
