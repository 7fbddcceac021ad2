package org.yongtong.casework.decide;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.casework.file.ReviewStep;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.certificate.Certificate;
import org.yongtong.certificate.Certificates;
import org.yongtong.certificate.IssueCertificate;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.Ids;

/**
 * Decides a case: the decision paper and, on approval, the certificate come with it in one
 * transaction.
 */
@Component
public class DecideCase {

  private final CaseActions actions;
  private final CaseFiles files;
  private final Filings filings;
  private final Documents documents;
  private final PaperText text;
  private final Messages messages;
  private final Catalogue catalogue;
  private final Certificates certificates;
  private final Journal journal;
  private final Clock clock;

  DecideCase(
      CaseActions actions,
      CaseFiles files,
      Filings filings,
      Documents documents,
      PaperText text,
      Messages messages,
      Catalogue catalogue,
      Certificates certificates,
      Journal journal,
      Clock clock) {
    this.actions = actions;
    this.files = files;
    this.filings = filings;
    this.documents = documents;
    this.text = text;
    this.messages = messages;
    this.catalogue = catalogue;
    this.certificates = certificates;
    this.journal = journal;
    this.clock = clock;
  }

  /** 行政许可法 §38(1). */
  public CaseResult approve(CaseActions.Request request, String grounds, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.DECIDER,
        (file, by) -> {
          Optional<Refusal> refusal =
              grounds(grounds).or(() -> file.decide(by, true, grounds.strip()));
          if (refusal.isPresent()) {
            return refusal;
          }
          files.save(file);
          ServiceItem item = catalogue.version(file.itemVersion());
          Certificate certificate = certificate(file, item, by);
          documents.issue(
              file,
              DocumentKind.APPROVAL,
              text.approval(
                  file,
                  grounds,
                  certificate == null ? null : certificate.name(),
                  certificate == null ? null : certificate.number()),
              me.account());
          messages.tell(
              file,
              "approved",
              "您的申请已准予",
              "“%s”（%s）已作出准予决定，%s。"
                  .formatted(
                      file.itemName(),
                      file.number(),
                      certificate == null ? "请登录平台查看决定书" : "电子证照已生成，请登录平台查看"));
          return Optional.empty();
        });
  }

  /** 行政许可法 §38(2): reasons and rights. */
  public CaseResult refuse(CaseActions.Request request, String grounds, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.DECIDER,
        (file, by) -> {
          Optional<Refusal> refusal =
              grounds(grounds).or(() -> file.decide(by, false, grounds.strip()));
          if (refusal.isPresent()) {
            return refusal;
          }
          files.save(file);
          var rights = catalogue.version(file.itemVersion()).rights();
          documents.issue(
              file, DocumentKind.REFUSAL, text.refusal(file, grounds, rights), me.account());
          messages.tell(
              file,
              "refused",
              "您的申请不予批准",
              "“%s”（%s）作出不予批准的决定，理由和救济途径见决定书。".formatted(file.itemName(), file.number()));
          return Optional.empty();
        });
  }

  public CaseResult sendBack(CaseActions.Request request, String reason, SignedIn me) {
    return sendBack(request, "", reason, me);
  }

  /**
   * @param level id of the level of review to which it goes back, "" = from the beginning
   */
  public CaseResult sendBack(
      CaseActions.Request request, String level, String reason, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.DECIDER,
        (file, by) -> {
          if (reason.strip().length() < 2) {
            return Optional.of(new Refusal.Missing("reason", "请写明退回审查的理由。"));
          }
          Optional<ReviewStep> step =
              file.levels().stream().filter(one -> one.level().equals(level)).findFirst();
          if (step.isEmpty() && !level.isEmpty()) {
            return Optional.of(new Refusal.Missing("level", "请选择退回到哪一级。"));
          }
          Optional<Refusal> refusal =
              file.sendBack(by, step.orElse(null), reason.strip(), () -> Ids.next(clock));
          if (refusal.isEmpty()) {
            files.save(file);
          }
          return refusal;
        });
  }

  /**
   * The head's answer to a request for more time (行政许可法 §42(1)); the applicant is told the reason.
   *
   * @param approved null when nothing was chosen
   */
  public CaseResult decideExtension(
      CaseActions.Request request, @Nullable Boolean approved, String note, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.HEAD,
        (file, by) -> {
          var asked =
              journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).stream()
                  .filter(entry -> entry.kind().equals("case.extension_requested"))
                  .reduce((first, second) -> second);
          if (asked.isEmpty()) {
            return Optional.of(new Refusal.Rule("目前没有等待批准的延长申请。"));
          }
          if (approved == null) {
            return Optional.of(new Refusal.Missing("approved", "请选择批准延长还是不同意延长。"));
          }
          if (!approved && note.strip().length() < 2) {
            return Optional.of(new Refusal.Missing("note", "不同意延长的，请写明理由。"));
          }
          int workdays =
              ((Number) java.util.Objects.requireNonNull(asked.get().payload().get("days")))
                  .intValue();
          String reason = String.valueOf(asked.get().payload().get("reason"));
          Optional<Refusal> refusal =
              file.decideExtension(by, approved, workdays, approved ? reason : note.strip());
          if (refusal.isPresent()) {
            return refusal;
          }
          files.save(file);
          if (approved) {
            documents.issue(
                file,
                DocumentKind.EXTENSION,
                text.extension(file, workdays, reason, file.dueOn()),
                me.account());
            messages.tell(
                file,
                "extended",
                "您的办件延长了办理期限",
                "“%s”（%s）延长办理期限 %d 个工作日，原因见通知书。"
                    .formatted(file.itemName(), file.number(), workdays));
          }
          return Optional.empty();
        });
  }

  private @Nullable Certificate certificate(CaseFile file, ServiceItem item, CaseFile.By by) {
    var form = item.result().certificate();
    if (form == null) {
      return null;
    }
    Filing filing = filings.get(file.id(), file.round());
    List<Certificate.FaceItem> face =
        form.face().stream()
            .map(field -> new Certificate.FaceItem(field.label(), FaceText.of(field, filing)))
            .toList();
    return certificates.issue(
        new IssueCertificate(
            form.type(),
            item.result().name(),
            form.numberPrefix(),
            file.department(),
            file.division(),
            file.applicant().kind(),
            file.applicant().name(),
            file.applicant().code(),
            LocalDate.now(clock),
            form.validityYears(),
            face,
            file.id().toString(),
            by.actor()));
  }

  private static Optional<Refusal> grounds(String grounds) {
    int length = grounds.strip().length();
    if (length < 5) {
      return Optional.of(new Refusal.Missing("grounds", "请写明决定的理由（不少于 5 个字），申请人会在决定书上看到。"));
    }
    return length > 2000
        ? Optional.of(
            new Refusal.Missing("grounds", "决定的理由请控制在 2000 字以内，现在是 %d 字。".formatted(length)))
        : Optional.empty();
  }
}
