package org.yongtong.casework.mine;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.apply.Drafts;
import org.yongtong.casework.apply.FieldFiles;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Questions;
import org.yongtong.casework.file.Refusal;
import org.yongtong.casework.file.State;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.identity.SignedIn;

/** What an applicant does with a case after submitting it: answers, corrects, withdraws. */
@Component
public class FollowCase {

  private final CaseActions actions;
  private final CaseFiles files;
  private final CaseScope scope;
  private final Filings filings;
  private final Drafts drafts;
  private final Questions questions;
  private final Documents documents;
  private final PaperText text;
  private final Messages messages;
  private final Marks marks;
  private final Catalogue catalogue;

  FollowCase(
      CaseActions actions,
      CaseFiles files,
      CaseScope scope,
      Filings filings,
      Drafts drafts,
      Questions questions,
      Documents documents,
      PaperText text,
      Messages messages,
      Marks marks,
      Catalogue catalogue) {
    this.actions = actions;
    this.files = files;
    this.scope = scope;
    this.filings = filings;
    this.drafts = drafts;
    this.questions = questions;
    this.documents = documents;
    this.text = text;
    this.messages = messages;
    this.marks = marks;
    this.catalogue = catalogue;
  }

  public CaseResult answer(CaseActions.Request request, String answer, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.APPLICANT,
        (file, by) -> {
          if (answer.strip().length() < 2) {
            return Optional.of(new Refusal.Missing("answer", "请填写答复内容。"));
          }
          if (answer.length() > 2000) {
            return Optional.of(
                new Refusal.Missing(
                    "answer", "答复请控制在 2000 字以内，现在是 %d 字。".formatted(answer.length())));
          }
          Optional<Refusal> refusal = file.answer(by);
          if (refusal.isEmpty()) {
            questions.answer(file.id(), answer.strip());
            files.save(file);
          }
          return refusal;
        });
  }

  public CaseResult withdraw(CaseActions.Request request, String reason, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.APPLICANT,
        (file, by) -> {
          if (reason.length() > 200) {
            return Optional.of(new Refusal.Missing("reason", "撤回原因请控制在 200 字以内。"));
          }
          Optional<Refusal> refusal = file.withdraw(by, reason.strip());
          if (refusal.isPresent()) {
            return refusal;
          }
          files.save(file);
          documents.issue(file, DocumentKind.WITHDRAWAL, text.withdrawal(file, reason), null);
          messages.tell(
              file,
              "withdrawn",
              "您的申请已撤回",
              "“%s”（%s）已按您的申请撤回，办理终止。".formatted(file.itemName(), file.number()));
          return Optional.empty();
        });
  }

  /**
   * The open correction draft of a case that awaits correction, begun from the filed copy; empty
   * when it is not one's own or there is nothing to correct.
   */
  @Transactional
  public Optional<Drafts.Draft> correctionDraft(UUID caseId, SignedIn me) {
    Optional<CaseFile> file =
        files
            .lock(caseId)
            .filter(found -> scope.sees(me, found) && found.state() == State.CORRECTING);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    return drafts
        .findOpenCorrection(caseId, me)
        .or(
            () ->
                Optional.of(
                    drafts.start(
                        file.get().itemVersion(),
                        file.get().taskCode(),
                        caseId,
                        begun(file.get()),
                        me)));
  }

  private Filing begun(CaseFile file) {
    return FieldFiles.withoutMarked(
        filings.get(file.id(), file.round()),
        catalogue.version(file.itemVersion()),
        marks.of(file.id(), file.round()));
  }
}
