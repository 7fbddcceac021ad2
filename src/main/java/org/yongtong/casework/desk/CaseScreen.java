// long: one screen, one place; splitting it would spread its fixed number of statements
package org.yongtong.casework.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.AssignCase;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.CaseClock;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.Holding;
import org.yongtong.casework.file.JournalWords;
import org.yongtong.casework.file.Notes;
import org.yongtong.casework.file.PaperKey;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.ProcedureLines;
import org.yongtong.casework.file.Questions;
import org.yongtong.casework.file.When;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Forms;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.calendar.CalendarNotLoaded;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.web.Role;

/** Puts the case page together, in a fixed number of statements. */
@Component
class CaseScreen {

  /** So long full numbers stay visible after their purpose was given. */
  private static final Duration UNMASKED_FOR = Duration.ofMinutes(2);

  private static final Set<String> VIEWS =
      Set.of("papers", "checks", "history", "documents", "questions", "consults", "notes");

  private final CaseHeads heads;
  private final CaseFiles files;
  private final CaseScope scope;
  private final Filings filings;
  private final Attachments attachments;
  private final Documents documents;
  private final Questions questions;
  private final Deferrals deferrals;
  private final Journal journal;
  private final Catalogue catalogue;
  private final AssignCase assign;
  private final Forms forms;
  private final CaseChecks checks;
  private final FileStore store;
  private final PdfPages pdf;
  private final ProcedureLines procedures;
  private final Holding holding;
  private final ConsultLines consultLines;
  private final Notes notes;
  private final Clock clock;

  CaseScreen(
      CaseHeads heads,
      CaseFiles files,
      CaseScope scope,
      Filings filings,
      Attachments attachments,
      Documents documents,
      Questions questions,
      Deferrals deferrals,
      Journal journal,
      Catalogue catalogue,
      AssignCase assign,
      Forms forms,
      CaseChecks checks,
      FileStore store,
      PdfPages pdf,
      ProcedureLines procedures,
      Holding holding,
      ConsultLines consultLines,
      Notes notes,
      Clock clock) {
    this.heads = heads;
    this.files = files;
    this.scope = scope;
    this.filings = filings;
    this.attachments = attachments;
    this.documents = documents;
    this.questions = questions;
    this.deferrals = deferrals;
    this.journal = journal;
    this.catalogue = catalogue;
    this.assign = assign;
    this.forms = forms;
    this.checks = checks;
    this.store = store;
    this.pdf = pdf;
    this.procedures = procedures;
    this.holding = holding;
    this.consultLines = consultLines;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * What of the case is looked at.
   *
   * @param file attachment in the viewer, or null for the first
   * @param page of a PDF, from 1
   * @param done action that has just been carried out, or null
   * @param problem why full numbers were not shown, or null
   */
  record Look(
      @Nullable String view,
      @Nullable UUID file,
      int page,
      boolean big,
      @Nullable String done,
      @Nullable String problem) {}

  CasePage page(CaseFile file, SignedIn me, Look look) {
    ServiceItem item = catalogue.version(file.itemVersion());
    Filing filing = filings.get(file.id(), file.round());
    List<Attachments.Attachment> handedIn = attachments.ofCase(file.id());
    List<Entry> history = journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString()));
    List<ServiceItem.Paper> needed =
        catalogue.papersFor(item, filing.values(), filing.applicant().facts());
    CasePage.Shown shown = shown(file, handedIn, look);
    Set<Party> parties = scope.parties(me, file);
    Map<String, Deferral> later =
        file.deferred().stage() == Deferred.Stage.NONE
            ? Map.of()
            : deferrals.of(file.id()).stream()
                .filter(one -> one.stage() != Deferral.Stage.RELEASED)
                .collect(Collectors.toMap(Deferral::paper, one -> one));
    Set<Party> acting = holding.acting(file, me, parties);
    boolean readsNotes = scope.readsNotes(me, file);
    return new CasePage(
        heads.of(file),
        look.view() != null
                && VIEWS.contains(look.view())
                && (readsNotes || !look.view().equals("notes"))
            ? look.view()
            : "papers",
        ApplicantLines.of(filing.applicant()),
        forms.answers(item.form(), filing.values(), filing.applicant().facts(), true),
        papers(item, needed, filing, handedIn, shown, later),
        shown,
        history.reversed().stream().map(CaseScreen::line).toList(),
        documents.of(file.id()).stream()
            .map(
                document ->
                    new CasePage.DocumentLine(
                        document.content().title(),
                        document.number(),
                        When.moment(document.issuedAt()),
                        "/desk/cases/%s/documents/%s.pdf".formatted(file.id(), document.id())))
            .toList(),
        questions.of(file.id()).stream()
            .map(
                question -> {
                  Instant answered = question.answeredAt();
                  return new CasePage.QuestionLine(
                      question.said(),
                      When.moment(question.askedAt()),
                      question.answer(),
                      answered == null ? "" : When.moment(answered));
                })
            .toList(),
        checks.of(
            item,
            filing,
            needed.stream().filter(paper -> !later.containsKey(paper.id())).toList(),
            handedIn,
            history),
        LevelLines.of(file, heads::shortName),
        LevelLines.earlier(file, heads::shortName),
        consultLines.of(file, me),
        readsNotes
            ? notes.of(file.id()).stream()
                .map(note -> new CasePage.NoteLine(note.text(), note.by(), When.moment(note.at())))
                .toList()
            : null,
        clocks(file, history),
        HolderLines.of(file, acting, me),
        Offer.of(
                file,
                acting,
                me,
                item.more().special().stream()
                    .anyMatch(special -> !file.specialRunning().contains(special.name())),
                assign.elsewhere(file).orElse(null))
            .with(
                acting.size() == parties.size()
                    ? ""
                    : "这个办件现在由%s承办。需要换人的，请其移交、退回待领取，或者由机关负责人分派。".formatted(file.holderName())),
        DoneWords.of(look.done()),
        unmasked(filing.applicant(), history, me),
        !parties.isEmpty() || me.roles().contains(Role.SUPERVISOR),
        look.problem());
  }

  private CasePage.@Nullable Shown shown(
      CaseFile file, List<Attachments.Attachment> handedIn, Look look) {
    return handedIn.stream()
        .filter(one -> look.file() == null ? !one.replaced() : one.id().equals(look.file()))
        .findFirst()
        .map(one -> shown(file, one, look))
        .orElse(null);
  }

  private CasePage.Shown shown(CaseFile file, Attachments.Attachment one, Look look) {
    String path = "/desk/cases/%s/files/%s".formatted(file.id(), one.id());
    int pages = one.image() ? 1 : store.find(one.file()).map(pdf::count).orElse(0);
    int page = Math.clamp(look.page(), 1, Math.max(1, pages));
    String picture = one.image() ? path : pages == 0 ? null : path + "/pages/" + page;
    return new CasePage.Shown(
        one.id().toString(), one.name(), path, picture, page, pages, look.big());
  }

  private static List<CasePage.PaperBox> papers(
      ServiceItem item,
      List<ServiceItem.Paper> needed,
      Filing filing,
      List<Attachments.Attachment> handedIn,
      CasePage.@Nullable Shown shown,
      Map<String, Deferral> later) {
    Map<String, List<Attachments.Attachment>> byPaper =
        handedIn.stream().collect(Collectors.groupingBy(Attachments.Attachment::paper));
    var boxes = new ArrayList<CasePage.PaperBox>();
    for (ServiceItem.Paper paper : item.papers()) {
      List<Attachments.Attachment> of = byPaper.getOrDefault(paper.id(), List.of());
      if (!needed.contains(paper) && of.isEmpty()) {
        continue;
      }
      String held = filing.held().get(paper.id());
      boolean there = of.stream().anyMatch(one -> !one.replaced());
      boolean optional = paper.need() == ServiceItem.Need.OPTIONAL;
      Deferral deferral = later.get(paper.id());
      if (deferral != null) {
        boxes.add(
            new CasePage.PaperBox(
                paper.name(),
                deferral.words(),
                deferral.stage().word(),
                deferral.stage().tone(),
                lines(of, shown)));
        continue;
      }
      boxes.add(
          new CasePage.PaperBox(
              paper.name(),
              held == null ? paper.need().word() : held,
              there ? "已提交" : held != null ? "免提交" : optional ? "未提交（可不交）" : "缺",
              there || held != null ? "done" : optional ? "neutral" : "late",
              lines(of, shown)));
    }
    item.form()
        .fields()
        .filter(field -> byPaper.containsKey(PaperKey.ofField(field.id())))
        .forEach(
            field ->
                boxes.add(
                    new CasePage.PaperBox(
                        field.label(),
                        "申请表中上传",
                        "已提交",
                        "done",
                        lines(
                            byPaper.getOrDefault(PaperKey.ofField(field.id()), List.of()),
                            shown))));
    return boxes;
  }

  private static List<CasePage.FileLine> lines(
      List<Attachments.Attachment> files, CasePage.@Nullable Shown shown) {
    return files.stream()
        .map(
            one ->
                new CasePage.FileLine(
                    one.id().toString(),
                    one.name(),
                    one.sizeWord() + (one.round() > 1 ? "，补正提交" : ""),
                    one.replaced(),
                    shown != null && shown.id().equals(one.id().toString())))
        .toList();
  }

  private static CasePage.HistoryLine line(Entry entry) {
    return new CasePage.HistoryLine(
        When.moment(entry.at()),
        entry.act().actor().name(),
        JournalWords.kind(entry.kind()),
        JournalWords.detail(entry));
  }

  private List<Line> clocks(CaseFile file, List<Entry> history) {
    var lines = new ArrayList<Line>();
    CaseClock now;
    try {
      now = files.clockOf(file, history);
    } catch (CalendarNotLoaded missing) {
      return List.of(new Line("到期日", "日历还没有载入到期的年份"));
    }
    lines.add(
        new Line(
            "期限",
            "法定 %d 个工作日，承诺 %d 个工作日".formatted(file.legalDays(), file.promisedDays())
                + (file.extensionDays() > 0
                    ? "，经批准延长 %d 个工作日".formatted(file.extensionDays())
                    : "")));
    if (now.stopped()) {
      lines.add(
          new Line(
              "期限停止",
              "特别程序结束之日起继续计算，承诺期限还剩 %d 个工作日，法定期限还剩 %d 个工作日"
                  .formatted(now.promisedLeft(), now.legalLeft())));
    }
    procedures.of(history).forEach(line -> lines.add(new Line("特别程序", line)));
    if (now.promisedDueOn() != null && now.legalDueOn() != null) {
      lines.add(
          new Line(
              "最后一日",
              "承诺 %s，法定 %s".formatted(When.day(now.promisedDueOn()), When.day(now.legalDueOn()))
                  + (now.provisional() ? "（暂定：假期安排公布后重算）" : "")));
    }
    for (Entry entry : history) {
      if (entry.kind().equals(Action.REQUIRE_CORRECTION.kind())) {
        lines.add(new Line("停止计时", When.day(day(entry)) + "：告知补正，等待申请人"));
      } else if (entry.kind().equals(Action.CORRECT.kind())) {
        lines.add(new Line("重新计时", When.day(day(entry)) + "：收到补正，受理期限重新计算"));
      } else if (entry.kind().equals(Action.DEEM_ACCEPTED.kind())) {
        lines.add(new Line("视为受理", "逾期未告知补正，自 " + entry.payload().get("on") + " 起算"));
      }
    }
    return lines;
  }

  private static java.time.LocalDate day(Entry entry) {
    return entry.at().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate();
  }

  private CasePage.@Nullable Unmasked unmasked(
      ApplicantSheet sheet, List<Entry> history, SignedIn me) {
    Instant since = clock.instant().minus(UNMASKED_FOR);
    return history.stream()
        .filter(entry -> entry.kind().equals(JournalWords.UNMASKED))
        .filter(entry -> entry.act().actor().id().equals(me.account().toString()))
        .filter(entry -> entry.at().isAfter(since))
        .reduce((first, second) -> second)
        .map(
            entry ->
                new CasePage.Unmasked(
                    sheet.legal() ? "统一社会信用代码" : "公民身份号码",
                    sheet.code(),
                    sheet.legal() && !sheet.handlerPhone().isBlank()
                        ? sheet.handlerPhone()
                        : sheet.phone(),
                    When.moment(entry.at().plus(UNMASKED_FOR))))
        .orElse(null);
  }
}
