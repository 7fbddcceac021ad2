package org.yongtong.casework.accept;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.AssignCase;
import org.yongtong.casework.file.AssignCase.Elsewhere;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;

/**
 * Gives a case to the department that the corrected answers name. Its number and the day it was
 * received stay, so nobody waits longer for it.
 */
@Component
public class RedirectCase {

  private final CaseActions actions;
  private final CaseFiles files;
  private final AssignCase assign;
  private final Messages messages;

  RedirectCase(CaseActions actions, CaseFiles files, AssignCase assign, Messages messages) {
    this.actions = actions;
    this.files = files;
    this.assign = assign;
    this.messages = messages;
  }

  public CaseResult redirect(CaseActions.Request request, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.WINDOW,
        (file, by) -> {
          Optional<Elsewhere> found = assign.elsewhere(file);
          if (found.isEmpty()) {
            return Optional.of(new Refusal.Rule("按现在的回答，这个办件就由本部门办理，不需要转交。"));
          }
          Elsewhere to = found.get();
          Optional<Refusal> refusal = file.redirect(by, to);
          if (refusal.isPresent()) {
            return refusal;
          }
          files.save(file);
          messages.tell(
              file,
              "handed-over-" + file.round(),
              "您的申请转由" + to.name() + "办理",
              "“%s”（%s）按您补正以后的内容，由%s办理。您不用重新提交，受理期限照常计算。"
                  .formatted(file.itemName(), file.number(), to.name()));
          return Optional.empty();
        });
  }
}
