package org.yongtong.casework.defer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.JournalWords;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.When;
import org.yongtong.journal.Act;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.calendar.WorkCalendar;

/**
 * Reminds of papers promised for later, three working days and one working day before the last day:
 * a letter and an SMS each, exactly once.
 */
@Component
class RemindLater {

  private static final int BATCH = 200;
  private static final int FIRST = 3;
  private static final int SECOND = 1;

  private final CaseFiles files;
  private final Messages messages;
  private final Journal journal;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final WorkCalendar calendar;
  private final Clock clock;

  RemindLater(
      CaseFiles files,
      Messages messages,
      Journal journal,
      JdbcClient database,
      TransactionTemplate transaction,
      WorkCalendar calendar,
      Clock clock) {
    this.files = files;
    this.messages = messages;
    this.journal = journal;
    this.database = database;
    this.transaction = transaction;
    this.calendar = calendar;
    this.clock = clock;
  }

  private record Due(UUID caseId, LocalDate due) {}

  /** Sends what is to be sent today; each case in its own transaction. Returns how many. */
  int run() {
    LocalDate today = LocalDate.now(clock);
    return reminders(today, SECOND, calendar.plusWorkdays(today, SECOND))
        + reminders(today, FIRST, calendar.plusWorkdays(today, FIRST));
  }

  private int reminders(LocalDate today, int days, LocalDate until) {
    List<Due> due =
        database
            .sql(
                """
                SELECT DISTINCT case_id, due_on AS due FROM casework.deferral
                WHERE stage IN ('DUE', 'RETURNED') AND due_on BETWEEN :today AND :until
                  AND begun_on < :today AND (reminded IS NULL OR reminded > :days)
                ORDER BY due_on, case_id LIMIT :batch
                """)
            .param("today", today)
            .param("until", until)
            .param("days", days)
            .param("batch", BATCH)
            .query(Due.class)
            .list();
    int sent = 0;
    for (Due one : due) {
      if (Boolean.TRUE.equals(transaction.execute(status -> remind(one, days)))) {
        sent++;
      }
    }
    return sent;
  }

  private boolean remind(Due due, int days) {
    CaseFile file = files.lock(due.caseId()).orElseThrow();
    List<String> names =
        database
            .sql(
                """
                UPDATE casework.deferral SET reminded = :days
                WHERE case_id = :case AND due_on = :due AND stage IN ('DUE', 'RETURNED')
                  AND (reminded IS NULL OR reminded > :days)
                RETURNING name
                """)
            .param("days", days)
            .param("case", due.caseId())
            .param("due", due.due())
            .query(String.class)
            .list();
    if (names.isEmpty() || file.state().closed()) {
      return false;
    }
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("deferred", names);
    payload.put("deferred_until", List.of(due.due().toString()));
    journal.append(
        new Act(
            new Subject(CaseFiles.SUBJECT, file.id().toString()),
            JournalWords.DEFERRAL_REMINDED,
            Actor.system("deferred-papers"),
            file.division(),
            file.department(),
            null,
            payload));
    messages.tell(
        file,
        "later-remind-%d-%s".formatted(days, due.due()),
        "请补交容缺材料",
        "“%s”（%s）承诺补交的“%s”，最后一日是%s，请及时在网上补交或者送到窗口。逾期没有补交的，按承诺处理。"
            .formatted(
                file.itemName(), file.number(), String.join("”“", names), When.day(due.due())));
    return true;
  }

  @Configuration(proxyBeanMethods = false)
  static class Job {
    @Bean
    RecurringTask<Void> deferredPapersReminder(RemindLater remind) {
      return Tasks.recurring("casework-deferred-remind", FixedDelay.of(Duration.ofMinutes(10)))
          .execute((instance, context) -> remind.run());
    }
  }
}
