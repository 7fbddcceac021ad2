package org.yongtong.catalogue.revise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Defect;
import org.yongtong.identity.SignedIn;

/** The three who look at a revision pass it on or send it back. */
@Component
public class CheckRevision {

  private final RevisionActions actions;
  private final RevisionCheck check;
  private final Delegation delegation;
  private final PublishDue due;
  private final RevisionLetters letters;
  private final Clock clock;

  CheckRevision(
      RevisionActions actions,
      RevisionCheck check,
      Delegation delegation,
      PublishDue due,
      RevisionLetters letters,
      Clock clock) {
    this.actions = actions;
    this.check = check;
    this.delegation = delegation;
    this.due = due;
    this.letters = letters;
    this.clock = clock;
  }

  public RevisionResult passDepartment(
      RevisionActions.Request request, String opinion, SignedIn me) {
    return actions.perform(
        request, me, Party.CHECKER, (revision, by) -> revision.passDepartment(by, opinion));
  }

  /** The legal officer says what was looked at; a bare nod is not a check. */
  public RevisionResult passLegal(RevisionActions.Request request, String opinion, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.LEGAL,
        (revision, by) ->
            opinion.strip().length() < 5
                ? Optional.of(
                    new Refusal.Missing("opinion", "请写明合法性审核意见（依据是否现行有效、条件和材料有无增设，不少于 5 个字）。"))
                : revision.passLegal(by, opinion));
  }

  /**
   * @param on first day of effect; today means at once
   * @param withDefaults of a delegation, see {@link Terms}
   */
  public RevisionResult approve(
      RevisionActions.Request request,
      @Nullable LocalDate on,
      boolean withDefaults,
      String opinion,
      SignedIn me) {
    LocalDate today = LocalDate.now(clock);
    RevisionResult result =
        actions.perform(
            request,
            me,
            Party.APPROVER,
            (revision, by) -> {
              if (on == null) {
                return Optional.of(new Refusal.Missing("effective_on", "请选择生效日期。"));
              }
              LocalDate earliest = delegation.earliest(revision);
              if (earliest != null && on.isBefore(earliest)) {
                return Optional.of(
                    new Refusal.Missing(
                        "effective_on", "不能早于上级下放、委托生效的日期：%s。".formatted(Days.day(earliest))));
              }
              List<Defect> defects = check.of(revision);
              if (!defects.isEmpty()) {
                return Optional.of(new Refusal.Defective(defects.size()));
              }
              Optional<Refusal> refusal = revision.approve(by, on, today, withDefaults, opinion);
              if (refusal.isEmpty() && revision.purpose().sendsDown()) {
                delegation.open(revision, by.actor());
              }
              return refusal;
            });
    if (result instanceof RevisionResult.Done(Revision revision, boolean repeated)
        && !repeated
        && revision.state() == State.SCHEDULED
        && !today.isBefore(java.util.Objects.requireNonNull(revision.effectiveOn()))) {
      due.publish(revision.id());
    }
    return result;
  }

  /**
   * @param as the capacity in which it is sent back
   */
  public RevisionResult sendBack(
      RevisionActions.Request request, Party as, List<Revision.Mark> wrong, SignedIn me) {
    return actions.perform(
        request,
        me,
        as,
        (revision, by) -> {
          UUID approved = revision.state() == State.SCHEDULED ? revision.id() : null;
          Optional<Refusal> refusal = revision.sendBack(by, wrong);
          if (refusal.isEmpty()) {
            letters.returned(revision, wrong.getFirst().reason().strip());
            if (approved != null) {
              delegation.close(approved, by.at());
            }
          }
          return refusal;
        });
  }
}
