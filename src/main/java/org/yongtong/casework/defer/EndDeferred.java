package org.yongtong.casework.defer;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.DeferralText;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.Document;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;

/** The department ends a case whose promise was broken (终止办理), in writing and with its reason. */
@Component
class EndDeferred {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 500;

  private final CaseActions actions;
  private final CaseFiles files;
  private final Deferrals deferrals;
  private final Documents documents;
  private final DeferralText text;
  private final Messages messages;

  EndDeferred(
      CaseActions actions,
      CaseFiles files,
      Deferrals deferrals,
      Documents documents,
      DeferralText text,
      Messages messages) {
    this.actions = actions;
    this.files = files;
    this.deferrals = deferrals;
    this.documents = documents;
    this.text = text;
    this.messages = messages;
  }

  CaseResult end(CaseActions.Request request, String reason, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.DECIDER,
        (file, by) -> {
          int length = reason.strip().length();
          if (length < SHORTEST || length > LONGEST) {
            return Optional.of(
                new Refusal.Missing(
                    "reason", "请写明终止的理由（%d 到 %d 个字），申请人会在通知书上看到。".formatted(SHORTEST, LONGEST)));
          }
          return end(file, by, reason.strip());
        });
  }

  /** In the caller's transaction. */
  Optional<Refusal> end(CaseFile file, CaseFile.By by, String reason) {
    Optional<Refusal> refusal = file.terminate(by, reason);
    if (refusal.isPresent()) {
      return refusal;
    }
    files.save(file);
    documents.issue(file, DocumentKind.WITHDRAWAL, paper(file, reason), by.account());
    messages.tell(
        file,
        "terminated",
        "您的办件已终止办理",
        "“%s”（%s）因容缺材料逾期没有补交，已终止办理，见终止办理通知书。".formatted(file.itemName(), file.number()));
    return Optional.empty();
  }

  /** The notice as it goes out today. */
  Document.Content paper(CaseFile file, String reason) {
    List<Deferral> missed =
        deferrals.of(file.id()).stream()
            .filter(one -> one.stage() == Deferral.Stage.MISSED)
            .toList();
    return text.end(file, missed, reason);
  }
}
