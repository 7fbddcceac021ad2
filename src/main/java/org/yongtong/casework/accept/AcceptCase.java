package org.yongtong.casework.accept;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.AssignCase;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.casework.file.When;
import org.yongtong.identity.SignedIn;

/** Accepts an application and issues the numbered 受理通知书 (行政许可法 §32(1)5). */
@Component
public class AcceptCase {

  private final CaseActions actions;
  private final AssignCase assign;
  private final CaseFiles files;
  private final Documents documents;
  private final PaperText text;
  private final PromisedPapers promised;
  private final Messages messages;

  AcceptCase(
      CaseActions actions,
      AssignCase assign,
      CaseFiles files,
      Documents documents,
      PaperText text,
      PromisedPapers promised,
      Messages messages) {
    this.actions = actions;
    this.assign = assign;
    this.files = files;
    this.documents = documents;
    this.text = text;
    this.promised = promised;
    this.messages = messages;
  }

  public CaseResult accept(CaseActions.Request request, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.WINDOW,
        (file, by) -> {
          List<Deferral> later = promised.of(file);
          Map<String, LocalDate> last = promised.lastDays(later);
          Optional<Refusal> refusal =
              assign
                  .elsewhere(file)
                  .<Refusal>map(to -> new Refusal.Rule(to.words() + "本部门不能受理，请转交承办部门。"))
                  .or(() -> file.accept(by, PromisedPapers.named(later, last)));
          if (refusal.isPresent()) {
            return refusal;
          }
          promised.begin(file, last);
          files.save(file);
          if (later.isEmpty()) {
            complete(file, me);
          } else {
            deferred(file, later, last, me);
          }
          return Optional.empty();
        });
  }

  private void complete(CaseFile file, SignedIn me) {
    documents.issue(
        file, DocumentKind.ACCEPTANCE, text.acceptance(file, file.dueOn()), me.account());
    messages.tell(
        file,
        "accepted",
        "您的申请已受理",
        "“%s”（%s）已受理，承诺 %d 个工作日办结。".formatted(file.itemName(), file.number(), file.promisedDays()));
  }

  /** 容缺受理: the slip names what is missing, until when, and what follows when it does not come. */
  private void deferred(
      CaseFile file, List<Deferral> later, Map<String, LocalDate> last, SignedIn me) {
    documents.issue(
        file,
        DocumentKind.DEFERRED_ACCEPTANCE,
        promised.slip(file, later, last, file.dueOn(), null),
        me.account());
    LocalDate due = file.deferred().dueOn();
    messages.tell(
        file,
        "accepted",
        "您的申请已容缺受理",
        "“%s”（%s）已容缺受理，承诺 %d 个工作日办结。请最迟%s补交：%s。"
            .formatted(
                file.itemName(),
                file.number(),
                file.promisedDays(),
                due == null ? "按通知书写明的日期" : When.day(due),
                String.join("、", file.deferred().papers())));
  }
}
