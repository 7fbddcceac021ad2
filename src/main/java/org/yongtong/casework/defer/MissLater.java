package org.yongtong.casework.defer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
import org.yongtong.casework.file.DeferralText;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.State;
import org.yongtong.catalogue.ServiceItem.OnMissed;

/**
 * The day after the last day: the promise is broken, and what it said follows. What was handed in
 * in time and waits for the check is not missed.
 */
@Component
class MissLater {

  private static final Logger LOG = LoggerFactory.getLogger(MissLater.class);
  private static final int BATCH = 200;

  private final CaseFiles files;
  private final CaseActions actions;
  private final Deferrals deferrals;
  private final Documents documents;
  private final DeferralText text;
  private final Messages messages;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MissLater(
      CaseFiles files,
      CaseActions actions,
      Deferrals deferrals,
      Documents documents,
      DeferralText text,
      Messages messages,
      JdbcClient database,
      TransactionTemplate transaction,
      Clock clock) {
    this.files = files;
    this.actions = actions;
    this.deferrals = deferrals;
    this.documents = documents;
    this.text = text;
    this.messages = messages;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Marks what was missed until yesterday; each case in its own transaction. Returns how many. */
  int run() {
    List<UUID> late =
        database
            .sql(
                """
                SELECT case_id FROM casework.deferral
                WHERE stage IN ('DUE', 'RETURNED') AND due_on < :today
                GROUP BY case_id ORDER BY min(due_on) LIMIT :batch
                """)
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
      LOG.info("{} promises of deferred papers broken", done);
    }
    return done;
  }

  private boolean one(UUID id) {
    CaseFile file = files.lock(id).orElseThrow();
    LocalDate today = LocalDate.now(clock);
    List<Deferral> missed =
        deferrals.of(id).stream()
            .filter(one -> one.awaited() && one.dueOn() != null && one.dueOn().isBefore(today))
            .toList();
    CaseFile.By system = actions.system("deferred-papers");
    if (missed.isEmpty() || file.missLater(system, missed).isPresent()) {
      return false;
    }
    deferrals.missed(id, missed);
    files.save(file);
    String names = String.join("”“", missed.stream().map(Deferral::name).toList());
    boolean withdrawn =
        file.state() != State.APPROVED
            && missed.stream().anyMatch(one -> one.missed() == OnMissed.WITHDRAW);
    if (withdrawn && file.lapse(system, "容缺材料逾期没有补交").isEmpty()) {
      files.save(file);
      documents.issue(file, DocumentKind.WITHDRAWAL, text.end(file, missed, null), null);
    }
    messages.tell(
        file,
        "later-missed",
        "容缺材料逾期没有补交",
        "“%s”（%s）承诺补交的“%s”逾期没有补交，%s。未履行承诺的情况已记入信用记录。"
            .formatted(
                file.itemName(),
                file.number(),
                names,
                withdrawn
                    ? "按承诺视为撤回申请，办理终止"
                    : file.state() == State.APPROVED
                        ? "结果不予送达，承办部门将依法撤销已经作出的准予"
                        : "不能准予，承办部门将终止办理"));
    return true;
  }

  @Configuration(proxyBeanMethods = false)
  static class Job {
    @Bean
    RecurringTask<Void> deferredPapersMissed(MissLater miss) {
      return Tasks.recurring("casework-deferred-missed", FixedDelay.of(Duration.ofMinutes(10)))
          .execute((instance, context) -> miss.run());
    }
  }
}
