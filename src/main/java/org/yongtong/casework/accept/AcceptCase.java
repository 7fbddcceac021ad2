package org.yongtong.casework.accept;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.AssignCase;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;

/** Accepts an application and issues the numbered 受理通知书 (行政许可法 §32(1)5). */
@Component
public class AcceptCase {

  private final CaseActions actions;
  private final AssignCase assign;
  private final CaseFiles files;
  private final Documents documents;
  private final PaperText text;
  private final Messages messages;

  AcceptCase(
      CaseActions actions,
      AssignCase assign,
      CaseFiles files,
      Documents documents,
      PaperText text,
      Messages messages) {
    this.actions = actions;
    this.assign = assign;
    this.files = files;
    this.documents = documents;
    this.text = text;
    this.messages = messages;
  }

  public CaseResult accept(CaseActions.Request request, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.WINDOW,
        (file, by) -> {
          Optional<Refusal> refusal =
              assign
                  .elsewhere(file)
                  .<Refusal>map(to -> new Refusal.Rule(to.words() + "本部门不能受理，请转交承办部门。"))
                  .or(() -> file.accept(by));
          if (refusal.isPresent()) {
            return refusal;
          }
          files.save(file);
          documents.issue(
              file, DocumentKind.ACCEPTANCE, text.acceptance(file, file.dueOn()), me.account());
          messages.tell(
              file,
              "accepted",
              "您的申请已受理",
              "“%s”（%s）已受理，承诺 %d 个工作日办结。"
                  .formatted(file.itemName(), file.number(), file.promisedDays()));
          return Optional.empty();
        });
  }
}
