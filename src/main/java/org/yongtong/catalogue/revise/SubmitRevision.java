package org.yongtong.catalogue.revise;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Defect;
import org.yongtong.identity.SignedIn;

/** The author sends a revision on, takes it back, or gives it up. */
@Component
public class SubmitRevision {

  private final RevisionActions actions;
  private final RevisionCheck check;

  SubmitRevision(RevisionActions actions, RevisionCheck check) {
    this.actions = actions;
    this.check = check;
  }

  /** A draft may be kept with defects, but not sent on. */
  public RevisionResult submit(RevisionActions.Request request, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.EDITOR,
        (revision, by) -> {
          List<Refusal.Missing> terms = check.ofTerms(revision);
          if (!terms.isEmpty()) {
            return Optional.of(terms.getFirst());
          }
          List<Defect> defects = check.of(revision);
          return defects.isEmpty()
              ? revision.submit(by)
              : Optional.of(new Refusal.Defective(defects.size()));
        });
  }

  public RevisionResult withdraw(RevisionActions.Request request, String reason, SignedIn me) {
    return actions.perform(
        request, me, Party.EDITOR, (revision, by) -> revision.withdraw(by, reason));
  }

  public RevisionResult discard(RevisionActions.Request request, String reason, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.EDITOR,
        (revision, by) ->
            reason.strip().length() < 2
                ? Optional.of(new Refusal.Missing("opinion", "请写明为什么作废。"))
                : revision.parent() != null
                    ? Optional.of(new Refusal.Rule("上级下放、委托的事项应当承接，不能作废；确实不能承接的，请与上级协商。"))
                    : revision.discard(by, reason));
  }
}
