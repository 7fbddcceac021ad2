package org.yongtong.casework.mine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.apply.Drafts;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.CaseAddress;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.DayWords;
import org.yongtong.casework.file.Document;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Filings;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.calendar.CalendarNotLoaded;
import org.yongtong.platform.calendar.WorkCalendar;
import org.yongtong.platform.file.FileServing;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.pdf.Qr;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** 我的办件: to read. */
@Controller
@Allow(Who.APPLICANT)
class CasesController {

  private static final int PER_PAGE = 20;
  private static final int DRAFTS = 50;

  private final OwnCases own;
  private final CaseView view;
  private final Drafts drafts;
  private final Catalogue catalogue;
  private final Directory directory;
  private final Filings filings;
  private final Attachments attachments;
  private final Documents documents;
  private final FileStore store;
  private final FileServing serving;
  private final CaseAddress address;
  private final WorkCalendar calendar;
  private final Clock clock;

  CasesController(
      OwnCases own,
      CaseView view,
      Drafts drafts,
      Catalogue catalogue,
      Directory directory,
      Filings filings,
      Attachments attachments,
      Documents documents,
      FileStore store,
      FileServing serving,
      CaseAddress address,
      WorkCalendar calendar,
      Clock clock) {
    this.own = own;
    this.view = view;
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.directory = directory;
    this.filings = filings;
    this.attachments = attachments;
    this.documents = documents;
    this.store = store;
    this.serving = serving;
    this.address = address;
    this.calendar = calendar;
    this.clock = clock;
  }

  @GetMapping("/my/cases")
  String list(
      @RequestParam(required = false) @Nullable String after,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    OwnCases.Cursor cursor = OwnCases.Cursor.parse(after);
    List<CaseFile> some = own.list(me, cursor, PER_PAGE + 1);
    List<CaseFile> shown = some.subList(0, Math.min(PER_PAGE, some.size()));
    List<CasesPage.DraftLine> open = new ArrayList<>();
    if (cursor == null) {
      for (Drafts.Draft draft : drafts.openOf(me, DRAFTS)) {
        open.add(
            new CasesPage.DraftLine(
                draft.id(),
                catalogue.version(draft.itemVersion()).name(),
                draft.caseId() != null,
                DayWords.saved(draft.savedAt(), clock.instant())));
      }
    }
    model.addAttribute(
        "page",
        new CasesPage(
            open,
            shown.stream().map(this::line).toList(),
            cursor == null,
            some.size() > PER_PAGE
                ? "/my/cases?after=" + OwnCases.Cursor.after(shown.getLast())
                : null));
    return "casework/mine/cases";
  }

  private CasesPage.Line line(CaseFile file) {
    String word = "";
    String tone = "neutral";
    LocalDate due = file.dueOn();
    if (due != null && !file.state().closed()) {
      var standing = standing(due);
      word = standing.word();
      tone = standing.tone();
    }
    return new CasesPage.Line(
        file.id(),
        file.itemName(),
        file.number(),
        file.state().word(),
        CaseWords.tone(file.state()),
        word,
        tone,
        CaseWords.sentence(file, directory.department(file.department()).name()),
        DayWords.day(file.submittedAt()),
        CaseWords.todo(file));
  }

  private record Standing(String word, String tone) {}

  private Standing standing(LocalDate due) {
    LocalDate today = LocalDate.now(clock);
    try {
      int left = calendar.workdaysBetween(today, due);
      if (today.isAfter(due)) {
        return new Standing("超期 %d 个工作日".formatted(Math.max(1, -left)), "late");
      }
      return left == 0
          ? new Standing("今日到期", "near")
          : new Standing("剩 %d 个工作日".formatted(left), left <= 1 ? "near" : "good");
    } catch (CalendarNotLoaded missing) {
      return new Standing("期限待定", "neutral");
    }
  }

  @GetMapping("/my/cases/{id}")
  String show(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String submitted,
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    CaseFile file = own.own(id, me);
    String notice =
        submitted != null
            ? file.round() > 1 ? "补正已经提交。" : "申请已经提交，请记下办件编号。"
            : done == null
                ? null
                : switch (done) {
                  case "answered" -> "答复已经提交。";
                  case "withdrawn" -> "申请已经撤回。";
                  case "rated" -> "谢谢您的评价。";
                  default -> null;
                };
    model.addAttribute("page", view.of(file, CaseView.Said.notice(notice)));
    return "casework/mine/case";
  }

  @GetMapping("/my/cases/{id}/receipt")
  String receipt(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, Model model) {
    CaseFile file = own.own(id, me);
    UUID paper =
        documents.of(id).stream()
            .filter(document -> document.kind() == DocumentKind.RECEIPT)
            .map(Document::id)
            .findFirst()
            .orElse(null);
    model.addAttribute(
        "page",
        new ReceiptPage(
            id,
            file.itemName(),
            file.taskCode(),
            file.number(),
            file.applicant().name(),
            directory.department(file.department()).name(),
            DayWords.time(file.submittedAt()),
            Qr.svg(address.progress(file)),
            paper,
            filings.digest(filings.get(id, 1))));
    return "casework/mine/receipt";
  }

  @GetMapping("/my/cases/{id}/files/{file}")
  ResponseEntity<Resource> file(
      @PathVariable UUID id,
      @PathVariable UUID file,
      @RequestParam(required = false) @Nullable String download,
      @AuthenticationPrincipal SignedIn me) {
    own.own(id, me);
    Attachments.Attachment attachment =
        attachments
            .findInCase(id, file)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return serving.inert(
        store
            .find(attachment.file())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
        attachment.name(),
        download == null);
  }
}
