package org.yongtong.casework.accept;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.State;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.calendar.CalendarNotLoaded;

/**
 * Five working days without a word: the application is accepted from the day its papers were
 * received (行政许可法 §32(1)4). The decision clock has then been running since that day.
 */
@Component
public class DeemAccepted {

  private static final Logger LOG = LoggerFactory.getLogger(DeemAccepted.class);
  private static final int BATCH = 200;

  private final CaseFiles files;
  private final CaseActions actions;
  private final Documents documents;
  private final PaperText text;
  private final PromisedPapers promised;
  private final Messages messages;
  private final Journal journal;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DeemAccepted(
      CaseFiles files,
      CaseActions actions,
      Documents documents,
      PaperText text,
      PromisedPapers promised,
      Messages messages,
      Journal journal,
      JdbcClient database,
      TransactionTemplate transaction,
      Clock clock) {
    this.files = files;
    this.actions = actions;
    this.documents = documents;
    this.text = text;
    this.promised = promised;
    this.messages = messages;
    this.journal = journal;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Deems accepted what is overdue today; each case in its own transaction. Returns how many. */
  public int run() {
    List<UUID> late =
        database
            .sql(
                "SELECT id FROM casework.case_file WHERE state = 'SUBMITTED' AND due_on < :today"
                    + " ORDER BY due_on LIMIT :batch")
            .param("today", LocalDate.now(clock))
            .param("batch", BATCH)
            .query(UUID.class)
            .list();
    int done = 0;
    for (UUID id : late) {
      if (Boolean.TRUE.equals(transaction.execute(status -> one(id)))) {
        done++;
      }
    }
    if (done > 0) {
      LOG.info("{} cases deemed accepted", done);
    }
    return done;
  }

  private boolean one(UUID id) {
    CaseFile file = files.lock(id).orElseThrow();
    LocalDate due = file.dueOn();
    if (file.state() != State.SUBMITTED || due == null || !due.isBefore(LocalDate.now(clock))) {
      return false;
    }
    var history = journal.about(new Subject(CaseFiles.SUBJECT, id.toString()));
    LocalDate received = files.clockOf(file, history).since();
    List<Deferral> later = promised.of(file);
    Map<String, LocalDate> last;
    try {
      last = promised.lastDays(later);
    } catch (CalendarNotLoaded missing) {
      // the others must not wait for this one; the calendar's health says why
      LOG.error("Case {} cannot be deemed accepted: {}", id, missing.getMessage());
      return false;
    }
    if (received == null
        || file.deemAccepted(
                actions.system("deemed-acceptance"), received, PromisedPapers.named(later, last))
            .isPresent()) {
      return false;
    }
    promised.begin(file, last);
    files.save(file);
    if (later.isEmpty()) {
      documents.issue(file, DocumentKind.ACCEPTANCE, text.deemedAcceptance(file, received), null);
    } else {
      documents.issue(
          file,
          DocumentKind.DEFERRED_ACCEPTANCE,
          promised.slip(file, later, last, file.dueOn(), received),
          null);
    }
    messages.tell(
        file,
        "accepted",
        "您的申请已视为受理",
        "“%s”（%s）逾期未告知补正，自收到申请材料之日起视为受理。".formatted(file.itemName(), file.number()));
    return true;
  }

  @Configuration(proxyBeanMethods = false)
  static class Job {
    @Bean
    RecurringTask<Void> deemedAcceptance(DeemAccepted deem) {
      return Tasks.recurring("casework-deemed-acceptance", FixedDelay.of(Duration.ofMinutes(10)))
          .execute((instance, context) -> deem.run());
    }
  }
}
