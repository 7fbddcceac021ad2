package org.yongtong.casework.apply;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.AssignCase;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Correcting;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.NewCase;
import org.yongtong.casework.file.PaperKey;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.AccountKind;
import org.yongtong.identity.AccountRef;
import org.yongtong.identity.Accounts;
import org.yongtong.identity.SignedIn;

/**
 * Submits a draft once, however often it is asked (double click, back button, retry after a lost
 * answer): the draft's row is locked and a draft becomes at most one case.
 */
@Component
public class SubmitDraft {

  /** Said when the item was revised while the applicant read his answers once more. */
  static final String REVISED = "这个事项刚刚修订。您填写的内容都保存着，请看过标出的变化后再提交。";

  private final Drafts drafts;
  private final ApplicationCheck check;
  private final AssignCase assign;
  private final CaseFiles files;
  private final Filings filings;
  private final Attachments attachments;
  private final Correcting correcting;
  private final Documents documents;
  private final PaperText text;
  private final Messages messages;
  private final Catalogue catalogue;
  private final Accounts accounts;
  private final ItemsInForce inForce;
  private final DeferPapers later;
  private final Deferrals deferrals;
  private final Clock clock;

  SubmitDraft(
      Drafts drafts,
      ApplicationCheck check,
      AssignCase assign,
      CaseFiles files,
      Filings filings,
      Attachments attachments,
      Correcting correcting,
      Documents documents,
      PaperText text,
      Messages messages,
      Catalogue catalogue,
      Accounts accounts,
      ItemsInForce inForce,
      DeferPapers later,
      Deferrals deferrals,
      Clock clock) {
    this.drafts = drafts;
    this.check = check;
    this.assign = assign;
    this.files = files;
    this.filings = filings;
    this.attachments = attachments;
    this.correcting = correcting;
    this.documents = documents;
    this.text = text;
    this.messages = messages;
    this.catalogue = catalogue;
    this.accounts = accounts;
    this.inForce = inForce;
    this.later = later;
    this.deferrals = deferrals;
    this.clock = clock;
  }

  /** What came of a submission. */
  public sealed interface Result {

    /**
     * @param repeated it had been submitted before; nothing was done now
     */
    record Submitted(CaseFile caseFile, boolean repeated) implements Result {}

    record Incomplete(List<ApplicationCheck.Problem> problems) implements Result {}

    record Refused(Refusal refusal) implements Result {}

    record NotFound() implements Result {}
  }

  /** One that promises nothing. */
  @Transactional
  public Result submit(UUID draftId, SignedIn me) {
    return submit(draftId, "", me);
  }

  /**
   * @param promised digest of the promise that was ticked; "" when none was
   */
  @Transactional
  public Result submit(UUID draftId, String promised, SignedIn me) {
    Optional<Drafts.Draft> found = drafts.lockOwn(draftId, me);
    if (found.isEmpty()) {
      return new Result.NotFound();
    }
    Drafts.Draft draft = found.get();
    UUID corrected = draft.caseId();
    if (draft.submitted()) {
      CaseFile before =
          (corrected == null ? files.findByDraft(draftId) : files.find(corrected)).orElseThrow();
      return new Result.Submitted(before, true);
    }
    ServiceItem item = catalogue.version(draft.itemVersion());
    return corrected == null
        ? first(draft, item, promised, me)
        : correction(draft, corrected, item, me);
  }

  private Result first(Drafts.Draft draft, ServiceItem item, String promised, SignedIn me) {
    Optional<ItemsInForce.Stop> stop = inForce.stop(item);
    if (stop.isPresent()) {
      return new Result.Refused(new Refusal.Rule(stop.get().message()));
    }
    if (inForce.later(item).isPresent()) {
      return new Result.Refused(new Refusal.Rule(REVISED));
    }
    List<Attachments.Attachment> papers = attachments.ofDraft(draft.id());
    Filing filing = draft.filing();
    if (DeferPapers.offers(item)) {
      deferrals.lockApplicant(filing.applicant().code());
    }
    DeferPapers.Promise promise = later.promise(draft, item, filing, papers);
    List<ApplicationCheck.Problem> problems = check.check(item, filing, papers, promise);
    if (!problems.isEmpty()) {
      return new Result.Incomplete(problems);
    }
    if (promise.made() && !promise.digest().equals(promised)) {
      return new Result.Refused(new Refusal.Rule("请先看过容缺承诺并勾选，再提交。"));
    }
    CaseFile file =
        files.create(
            new NewCase(
                draft.id(),
                item,
                draft.clerk() == null ? CaseFile.Channel.ONLINE : CaseFile.Channel.WINDOW,
                draft.clerk(),
                filing.applicant().applying(account(draft)),
                me.actor(),
                filings.digest(filing),
                assign.of(item, filing)));
    filings.add(file.id(), 1, filing, OffsetDateTime.now(clock), me.account());
    attachments.file(draft.id(), file.id(), 1);
    drafts.markSubmitted(draft.id());
    if (promise.made()) {
      promise(file, promise, me);
    }
    documents.issue(
        file, DocumentKind.RECEIPT, text.receipt(file, names(item, papers)), draft.clerk());
    messages.tell(
        file,
        "submitted",
        "您的申请已收到",
        "“%s”已收到，办件编号 %s。受理结果会通知您。".formatted(item.name(), file.number()));
    return new Result.Submitted(file, false);
  }

  private void promise(CaseFile file, DeferPapers.Promise promise, SignedIn me) {
    String digest = deferrals.promise(file, promise.papers(), promise.text(), me.account());
    Party as = me.staff() ? Party.WINDOW : Party.APPLICANT;
    var by = new CaseFile.By(as, me.account(), me.actor(), clock.instant());
    file.promiseLater(by, promise.papers(), digest)
        .ifPresent(
            refusal -> {
              throw new IllegalStateException(refusal.message());
            });
    files.save(file);
  }

  private Result correction(Drafts.Draft draft, UUID caseId, ServiceItem item, SignedIn me) {
    CaseFile file = files.lock(caseId).orElseThrow();
    Filing filed = filings.get(caseId, file.round());
    List<Marks.Mark> wrong = correcting.wanted(file, item, draft.filing());
    Filing merged = Correcting.merge(filed, draft.filing(), wrong);
    List<ApplicationCheck.Problem> problems =
        check.checkCorrection(item, merged, wrong, attachments.ofDraft(draft.id()));
    if (!problems.isEmpty()) {
      return new Result.Incomplete(problems);
    }
    Party as = me.staff() ? Party.WINDOW : Party.APPLICANT;
    Optional<Refusal> refusal =
        file.correct(
            new CaseFile.By(as, me.account(), me.actor(), clock.instant()),
            filings.digest(merged),
            assign.of(item, merged).promisedDays());
    if (refusal.isPresent()) {
      return new Result.Refused(refusal.get());
    }
    files.save(file);
    filings.add(caseId, file.round(), merged, OffsetDateTime.now(clock), me.account());
    attachments.file(draft.id(), caseId, file.round());
    drafts.markSubmitted(draft.id());
    messages.tell(
        file,
        "corrected-" + file.round(),
        "您的补正已收到",
        "“%s”（%s）的补正内容已收到，受理结果会通知您。".formatted(file.itemName(), file.number()));
    return new Result.Submitted(file, false);
  }

  /**
   * The applicant's account: his own online; at the window the one that belongs to the number, if
   * there is one.
   */
  private @Nullable UUID account(Drafts.Draft draft) {
    if (draft.account() != null) {
      return draft.account();
    }
    ApplicantSheet sheet = draft.filing().applicant();
    return accounts
        .findByCode(sheet.legal() ? AccountKind.LEGAL : AccountKind.PERSON, sheet.code())
        .map(AccountRef::id)
        .orElse(null);
  }

  private static List<String> names(ServiceItem item, List<Attachments.Attachment> papers) {
    Map<String, Long> counts =
        papers.stream()
            .collect(
                Collectors.groupingBy(
                    Attachments.Attachment::paper,
                    java.util.LinkedHashMap::new,
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            entry ->
                PaperKey.name(item, entry.getKey())
                    + (entry.getValue() > 1 ? "（" + entry.getValue() + " 份）" : ""))
        .toList();
  }
}
