package org.yongtong.casework.accept;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Correcting;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.Demands;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;

/**
 * The one-time correction notice (一次性告知, 行政许可法 §32(1)4): every wrong field and paper with its
 * reason. A later notice may only name what an earlier one named and what is still wrong; what was
 * not said the first time may not be demanded. Only fields and papers of the case's item version
 * can be named at all.
 */
@Component
public class RequireCorrection {

  private final CaseActions actions;
  private final CaseFiles files;
  private final Marks marks;
  private final Correcting correcting;
  private final Documents documents;
  private final PaperText text;
  private final Messages messages;
  private final Demands demands;
  private final Deferrals deferrals;

  RequireCorrection(
      CaseActions actions,
      CaseFiles files,
      Marks marks,
      Correcting correcting,
      Documents documents,
      PaperText text,
      Messages messages,
      Demands demands,
      Deferrals deferrals) {
    this.actions = actions;
    this.files = files;
    this.marks = marks;
    this.correcting = correcting;
    this.documents = documents;
    this.text = text;
    this.messages = messages;
    this.demands = demands;
    this.deferrals = deferrals;
  }

  public CaseResult require(
      CaseActions.Request request, List<Marks.Mark> wrong, @Nullable String note, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.WINDOW,
        (file, by) -> {
          Optional<Refusal> refusal =
              problem(file, wrong)
                  .or(() -> demands.beyond(file, note, true))
                  .or(() -> file.requireCorrection(by, wrong.size()));
          if (refusal.isPresent()) {
            return refusal;
          }
          marks.add(file.id(), file.round(), wrong);
          recall(file, wrong);
          files.save(file);
          documents.issue(
              file, DocumentKind.CORRECTION, text.correction(file, wrong, note), me.account());
          messages.tell(
              file,
              "correction-" + file.round(),
              "您的申请需要补正",
              "“%s”（%s）有 %d 处需要补正，请登录平台修改后提交。"
                  .formatted(file.itemName(), file.number(), wrong.size()));
          return Optional.empty();
        });
  }

  /** A paper that was promised for later and is asked for now is promised no longer. */
  private void recall(CaseFile file, List<Marks.Mark> wrong) {
    if (file.deferred().stage() == Deferred.Stage.PROMISED) {
      deferrals.recall(
          file.id(),
          wrong.stream()
              .filter(mark -> !mark.field())
              .map(Marks.Mark::path)
              .collect(Collectors.toSet()));
    }
  }

  private Optional<Refusal> problem(CaseFile file, List<Marks.Mark> wrong) {
    if (wrong.isEmpty()) {
      return Optional.of(new Refusal.Missing("marks", "请至少标出一处需要补正的内容，并写明理由。"));
    }
    for (Marks.Mark mark : wrong) {
      String key = mark.field() ? "field:" + mark.topField() : "paper:" + mark.path();
      Optional<Refusal> beyond =
          demands
              .beyond(file, key, mark.label())
              .or(() -> demands.beyond(file, mark.reason(), true));
      if (beyond.isPresent()) {
        return beyond;
      }
      if (mark.reason().strip().length() < 2) {
        return Optional.of(new Refusal.Missing("marks", "请写明“%s”需要补正的理由。".formatted(mark.label())));
      }
      if (mark.reason().length() > 500) {
        return Optional.of(
            new Refusal.Missing("marks", "“%s”的补正理由请控制在 500 字以内。".formatted(mark.label())));
      }
    }
    if (file.round() > 1) {
      Set<String> before = correcting.named(file);
      for (Marks.Mark mark : wrong) {
        if (!before.contains(mark.target() + ":" + mark.path())) {
          return Optional.of(
              new Refusal.Rule(
                  "“%s”在上次补正通知中没有告知，应当一次告知全部内容，不能再次要求（行政许可法第三十二条）。".formatted(mark.label())));
        }
      }
    }
    return Optional.empty();
  }
}
