package org.yongtong.catalogue.revise;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.Publishing;
import org.yongtong.catalogue.Words;
import org.yongtong.journal.Actor;

/**
 * Brings approved revisions into force at the start of their day, late ones at once. What cannot be
 * published (the lead has changed meanwhile, a code was taken) goes back to its author with the
 * reason.
 */
@Component
public class PublishDue {

  private static final Logger LOG = LoggerFactory.getLogger(PublishDue.class);
  private static final int BATCH = 200;
  private static final String JOB = "revision-publication";

  private final Revisions revisions;
  private final RevisionCheck check;
  private final Publishing publishing;
  private final Items items;
  private final RevisionLetters letters;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PublishDue(
      Revisions revisions,
      RevisionCheck check,
      Publishing publishing,
      Items items,
      RevisionLetters letters,
      TransactionTemplate transaction,
      Clock clock) {
    this.revisions = revisions;
    this.check = check;
    this.publishing = publishing;
    this.items = items;
    this.letters = letters;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Publishes what is due today or earlier; each in its own transaction. Returns how many. */
  public int run() {
    int done = 0;
    for (UUID id : revisions.due(LocalDate.now(clock), BATCH)) {
      if (publish(id)) {
        done++;
      }
    }
    if (done > 0) {
      LOG.info("{} revisions came into force", done);
    }
    return done;
  }

  /**
   * Publishes one that is due; otherwise nothing happens.
   *
   * @return whether it is in force now
   */
  boolean publish(UUID id) {
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> inForce(id)));
    } catch (RuntimeException broken) { // one faulty revision must not keep the others waiting
      LOG.warn("Revision {} could not be published", id, broken);
      String why =
          switch (broken) {
            case DataAccessException conflict -> "写入时与别的事项冲突（例如编码被占用）。";
            case NoSuchElementException gone -> "所依据的事项已经不在目录里。";
            default -> "发布时系统出错，已经记录，请联系系统管理员后重新提交。";
          };
      transaction.executeWithoutResult(
          status -> {
            Revision revision = dueOrNull(id);
            if (revision != null) {
              back(revision, List.of(new Revision.Mark("", "整张修订单", why)));
            }
          });
      return false;
    }
  }

  private @Nullable Revision dueOrNull(UUID id) {
    return revisions
        .lock(id)
        .filter(revision -> revision.state() == State.SCHEDULED)
        .filter(
            revision ->
                !LocalDate.now(clock).isBefore(Objects.requireNonNull(revision.effectiveOn())))
        .orElse(null);
  }

  private boolean inForce(UUID id) {
    Revision revision = dueOrNull(id);
    if (revision == null) {
      return false;
    }
    List<Revision.Mark> obstacles = obstacles(revision);
    if (!obstacles.isEmpty()) {
      back(revision, obstacles);
      return false;
    }
    UUID made = carryOut(revision);
    revision.publish(By.system(JOB, clock.instant()), made).ifPresent(PublishDue::impossible);
    revisions.save(revision);
    letters.published(revision);
    return true;
  }

  private void back(Revision revision, List<Revision.Mark> obstacles) {
    revision
        .fail(
            By.system(JOB, clock.instant()),
            obstacles,
            items.find(revision.item()).map(ItemHead::version).orElse(null))
        .ifPresent(PublishDue::impossible);
    revisions.save(revision);
    letters.returned(revision, obstacles.getFirst().reason());
  }

  private static void impossible(Refusal refusal) {
    throw new IllegalStateException(refusal.message());
  }

  private List<Revision.Mark> obstacles(Revision revision) {
    UUID base = revision.baseVersion();
    if (base != null && revision.lead() == null && revision.purpose().changesText()) {
      Optional<ItemHead> newer =
          items.find(revision.item()).filter(head -> !head.version().equals(base));
      if (newer.isPresent()) {
        return List.of(
            new Revision.Mark(
                "",
                "整张修订单",
                "修订期间这个事项又发布了第 %d 版，请在“改了什么”里对照新版，改好再提交。".formatted(newer.get().versionNumber())));
      }
    }
    return check.of(revision).stream()
        .map(
            (Defect defect) ->
                new Revision.Mark(
                    defect.place(),
                    Words.element(defect.place().replaceFirst("[.\\[].*", "")),
                    defect.message()))
        .toList();
  }

  private @Nullable UUID carryOut(Revision revision) {
    Terms terms = revision.terms();
    Actor by = Actor.system(JOB);
    var change = new Publishing.Change(terms.reason(), revision.id(), revision.effectiveOn());
    return switch (revision.purpose()) {
      case SET_UP, ADJUST ->
          publishing.publish(RevisionCheck.document(revision), change, by).version();
      case CLAIM, TAKE_OVER -> claim(revision, change, by);
      case SUSPEND -> {
        publishing.suspend(revision.item(), change, by);
        yield null;
      }
      case RESUME -> {
        publishing.resume(revision.item(), change, by);
        yield null;
      }
      case CANCEL -> {
        // who finds the guide gone reads on what that rests
        var said =
            new Publishing.Change(
                terms.basis() == null
                    ? terms.reason()
                    : "%s（依据：%s）".formatted(terms.reason(), terms.basis()),
                revision.id(),
                revision.effectiveOn());
        publishing.cancel(revision.item(), terms.successor(), said, by);
        yield null;
      }
      case DELEGATE, ENTRUST -> {
        if (terms.withDefaults()) {
          beginWithDefaults(revision, change, by);
        }
        yield null;
      }
    };
  }

  private UUID claim(Revision revision, Publishing.Change change, Actor by) {
    UUID parent = revision.parent();
    var mode =
        parent == null
            ? org.yongtong.catalogue.Mode.CLAIMED
            : Delegation.mode(revisions.find(parent).orElseThrow().purpose());
    return publishing
        .claim(
            Objects.requireNonNull(revision.lead()),
            revision.department(),
            mode,
            revision.content(),
            change,
            by)
        .version();
  }

  /** Bodies that have not sent on their part begin with what the lead says and their own office. */
  private void beginWithDefaults(Revision delegation, Publishing.Change change, Actor by) {
    for (Revision each : revisions.answersTo(delegation.id())) {
      Revision answer = revisions.lock(each.id()).orElseThrow();
      if (!answer.state().withAuthor()) {
        continue;
      }
      UUID made =
          publishing
              .claim(
                  delegation.item(),
                  answer.department(),
                  Delegation.mode(delegation.purpose()),
                  publishing.withOwnOffice(java.util.Map.of(), answer.department()),
                  change,
                  by)
              .version();
      answer
          .beginWithDefaults(By.system(JOB, clock.instant()), made)
          .ifPresent(PublishDue::impossible);
      revisions.save(answer);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Job {
    @Bean
    RecurringTask<Void> revisionPublication(PublishDue due) {
      return Tasks.recurring("catalogue-revision-publication", FixedDelay.of(Duration.ofMinutes(1)))
          .execute((instance, context) -> due.run());
    }
  }
}
