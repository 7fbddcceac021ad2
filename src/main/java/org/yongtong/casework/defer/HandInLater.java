package org.yongtong.casework.defer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.yongtong.casework.apply.UploadPaper;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;

/** Takes a paper that was promised for later, online or at the window, until its last day. */
@Component
class HandInLater {

  private static final int MOST_FILES = 10;

  private final CaseActions actions;
  private final CaseFiles files;
  private final Deferrals deferrals;
  private final Attachments attachments;
  private final UploadPaper upload;
  private final Messages messages;

  HandInLater(
      CaseActions actions,
      CaseFiles files,
      Deferrals deferrals,
      Attachments attachments,
      UploadPaper upload,
      Messages messages) {
    this.actions = actions;
    this.files = files;
    this.deferrals = deferrals;
    this.attachments = attachments;
    this.upload = upload;
    this.messages = messages;
  }

  /**
   * What is sent.
   *
   * @param paper id of the item's paper
   * @param address of the network it comes from
   */
  record Sent(UUID caseId, int version, UUID key, String paper, String address) {}

  CaseResult handIn(Sent sent, @Nullable List<MultipartFile> some, Party as, SignedIn me)
      throws IOException {
    List<MultipartFile> given =
        (some == null ? List.<MultipartFile>of() : some)
            .stream().filter(file -> !file.isEmpty() || !name(file).isEmpty()).toList();
    if (given.isEmpty()) {
      return missing("请先选择要补交的文件。");
    }
    if (given.size() > MOST_FILES) {
      return missing("每种材料最多上传 %d 个文件，请合并成一个 PDF 再上传。".formatted(MOST_FILES));
    }
    // nothing is read of what could not be taken anyway
    Optional<Deferral> asked = deferrals.find(sent.caseId(), sent.paper());
    if (asked.isEmpty()) {
      return missing("请选择要补交的材料。");
    }
    List<Attachments.Upload> uploads = new ArrayList<>();
    for (MultipartFile file : given) {
      UploadPaper.Taken taken;
      try (var content = file.getInputStream()) {
        taken = upload.take(name(file), content, me, sent.address());
      }
      switch (taken) {
        case UploadPaper.Taken.Stored(var stored, var called) ->
            uploads.add(
                new Attachments.Upload(
                    sent.paper(), stored.hash(), called, stored.type().mediaType(), stored.size()));
        case UploadPaper.Taken.Refused(var message) -> {
          return missing("“%s”没有上传：%s".formatted(name(file), message));
        }
        case UploadPaper.Taken.TooMany(var message) -> {
          return CaseResult.refused(new Refusal.Rule(message));
        }
      }
    }
    return keep(sent, uploads, as, me);
  }

  private CaseResult keep(Sent sent, List<Attachments.Upload> uploads, Party as, SignedIn me) {
    String body =
        "later:%s:%s"
            .formatted(
                sent.paper(),
                String.join(",", uploads.stream().map(Attachments.Upload::file).toList()));
    return actions.perform(
        new CaseActions.Request(sent.caseId(), sent.version(), sent.key(), body),
        me,
        as,
        (file, by) -> {
          Deferral paper = deferrals.find(file.id(), sent.paper()).orElseThrow();
          Optional<Refusal> refusal = file.handInLater(by, paper, uploads.size());
          if (refusal.isPresent()) {
            return refusal;
          }
          attachments.replace(file.id(), paper.paper());
          uploads.forEach(one -> attachments.addToCase(file, one, me.account()));
          deferrals.handedIn(file.id(), paper.paper());
          files.save(file);
          messages.tell(
              file,
              "later-%s-%d".formatted(paper.paper(), paper.tries() + 1),
              "补交的材料已收到",
              "“%s”（%s）补交的“%s”已收到，核对结果会通知您。"
                  .formatted(file.itemName(), file.number(), paper.name()));
          return Optional.empty();
        });
  }

  private static CaseResult missing(String message) {
    return CaseResult.refused(new Refusal.Missing("file", message));
  }

  private static String name(MultipartFile file) {
    return Objects.requireNonNullElse(file.getOriginalFilename(), "");
  }
}
