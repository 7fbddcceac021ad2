package org.yongtong.casework.accept;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.NonAcceptance;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.identity.SignedIn;

/**
 * Does not accept an application, in writing, with the reason and, where another body is competent,
 * which one (行政许可法 §32).
 */
@Component
public class RefuseAcceptance {

  private final CaseActions actions;
  private final CaseFiles files;
  private final Documents documents;
  private final PaperText text;
  private final Messages messages;
  private final Catalogue catalogue;

  RefuseAcceptance(
      CaseActions actions,
      CaseFiles files,
      Documents documents,
      PaperText text,
      Messages messages,
      Catalogue catalogue) {
    this.actions = actions;
    this.files = files;
    this.documents = documents;
    this.text = text;
    this.messages = messages;
    this.catalogue = catalogue;
  }

  public CaseResult refuse(
      CaseActions.Request request,
      @Nullable NonAcceptance reason,
      String explanation,
      @Nullable String redirect,
      SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.WINDOW,
        (file, by) -> {
          if (reason == null) {
            return Optional.of(new Refusal.Missing("reason", "请选择不予受理的理由。"));
          }
          if (explanation.strip().length() < 5) {
            return Optional.of(
                new Refusal.Missing("explanation", "请写明具体理由（不少于 5 个字），申请人会在决定书上看到。"));
          }
          if (explanation.length() > 1000) {
            return Optional.of(new Refusal.Missing("explanation", "具体理由请控制在 1000 字以内。"));
          }
          if (reason == NonAcceptance.NOT_COMPETENT && (redirect == null || redirect.isBlank())) {
            return Optional.of(
                new Refusal.Missing("redirect", "不属于本机关职权的，应当告知申请人向哪个机关申请（行政许可法第三十二条）。"));
          }
          if (reason == NonAcceptance.NOT_CORRECTED && file.round() < 2) {
            return Optional.of(new Refusal.Missing("reason", "还没有告知过补正，不能以“未补正”为由不予受理。"));
          }
          Optional<Refusal> refusal = file.refuseAcceptance(by, reason);
          if (refusal.isPresent()) {
            return refusal;
          }
          files.save(file);
          var rights = catalogue.version(file.itemVersion()).rights();
          documents.issue(
              file,
              DocumentKind.NON_ACCEPTANCE,
              text.nonAcceptance(file, reason, explanation, redirect, rights),
              me.account());
          messages.tell(
              file,
              "not-accepted",
              "您的申请不予受理",
              "“%s”（%s）不予受理，理由和救济途径见决定书。".formatted(file.itemName(), file.number()));
          return Optional.empty();
        });
  }
}
