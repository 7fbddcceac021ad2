package org.yongtong.casework.mine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.DayWords;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.Document;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.LifeCycle;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.PaperKey;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Questions;
import org.yongtong.casework.file.State;
import org.yongtong.casework.rate.RateCase;
import org.yongtong.casework.rate.Rating;
import org.yongtong.casework.rate.Ratings;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.certificate.Certificates;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.form.Forms;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.Ids;

/** Gathers what the applicant's page of a case shows. */
@Component
class CaseView {

  private final Journal journal;
  private final Filings filings;
  private final Attachments attachments;
  private final Documents documents;
  private final Questions questions;
  private final Deferrals deferrals;
  private final Marks marks;
  private final Ratings ratings;
  private final Certificates certificates;
  private final Catalogue catalogue;
  private final Directory directory;
  private final Forms forms;
  private final ClockLines clocks;
  private final Clock clock;

  CaseView(
      Journal journal,
      Filings filings,
      Attachments attachments,
      Documents documents,
      Questions questions,
      Deferrals deferrals,
      Marks marks,
      Ratings ratings,
      Certificates certificates,
      Catalogue catalogue,
      Directory directory,
      Forms forms,
      ClockLines clocks,
      Clock clock) {
    this.journal = journal;
    this.filings = filings;
    this.attachments = attachments;
    this.documents = documents;
    this.questions = questions;
    this.deferrals = deferrals;
    this.marks = marks;
    this.ratings = ratings;
    this.certificates = certificates;
    this.catalogue = catalogue;
    this.directory = directory;
    this.forms = forms;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * What the page says about the last action.
   *
   * @param typed answer that was refused
   * @param problem beside the answer
   */
  record Said(
      @Nullable String notice, @Nullable String refused, String typed, @Nullable String problem) {

    static Said notice(@Nullable String notice) {
      return new Said(notice, null, "", null);
    }
  }

  /** The decision of a case that waits for delivery is shown only after it was asked for. */
  static boolean waits(CaseFile file, Document document) {
    return (file.state() == State.APPROVED && document.kind() == DocumentKind.APPROVAL)
        || (file.state() == State.REFUSED && document.kind() == DocumentKind.REFUSAL);
  }

  CasePage of(CaseFile file, Said said) {
    List<Entry> history = journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString()));
    ServiceItem item = catalogue.version(file.itemVersion());
    Department department = directory.department(file.department());
    Filing filing = filings.get(file.id(), file.round());
    List<Questions.Question> asked = questions.of(file.id());
    Rating rating = RateCase.ratable(file) ? ratings.ofCase(file.id()).orElse(null) : null;
    return new CasePage(
        file.id(),
        file.version(),
        Ids.next(clock),
        file.itemName(),
        file.taskCode(),
        file.number(),
        item.sample(),
        department.name(),
        department.phone(),
        CaseWords.state(file),
        CaseWords.tone(file.state()),
        CaseWords.sentence(file, department.name()),
        clocks.of(file, history),
        said.notice(),
        said.refused(),
        file.state() == State.CORRECTING ? marks(file) : List.of(),
        asked.stream()
            .filter(question -> question.open() && file.questionOpen())
            .findFirst()
            .map(question -> box(question, said))
            .orElse(null),
        later(file),
        (file.state() == State.APPROVED && !file.deferred().outstanding())
            || file.state() == State.REFUSED,
        file.approved(),
        file.approved() && !file.deferred().outstanding() ? certificate(file) : null,
        Timeline.of(history, department.name()),
        filing.applicant().answers(true),
        forms.answers(item.form(), filing.values(), filing.applicant().facts(), true),
        papers(file, item),
        documents.of(file.id()).stream()
            .map(
                document ->
                    new CasePage.DocumentLine(
                        document.id(),
                        document.kind().title(),
                        document.number(),
                        DayWords.day(document.issuedAt())))
            .toList(),
        asked.stream().filter(question -> !question.open()).map(CaseView::answered).toList(),
        LifeCycle.allowed(file.state(), Set.of(Party.APPLICANT)).contains(Action.WITHDRAW),
        RateCase.ratable(file) && rating == null,
        rating == null
            ? null
            : new CasePage.RatingView(
                rating.level().word(),
                String.join("、", rating.tags()),
                rating.told(),
                rating.answer()));
  }

  private List<CasePage.LaterLine> later(CaseFile file) {
    if (file.deferred().stage() == Deferred.Stage.NONE) {
      return List.of();
    }
    LocalDate today = LocalDate.now(clock);
    return deferrals.of(file.id()).stream()
        .filter(one -> one.stage() != Deferral.Stage.RELEASED)
        .map(
            one ->
                new CasePage.LaterLine(
                    one.name(),
                    one.words(),
                    one.stage().word(),
                    one.stage().tone(),
                    one.mayBeHandedIn(today)))
        .toList();
  }

  private List<CasePage.MarkLine> marks(CaseFile file) {
    return marks.of(file.id(), file.round()).stream()
        .map(
            mark ->
                new CasePage.MarkLine(mark.field() ? "填写内容" : "材料", mark.label(), mark.reason()))
        .toList();
  }

  private static CasePage.QuestionBox box(Questions.Question question, Said said) {
    return new CasePage.QuestionBox(
        question.about(),
        question.text(),
        DayWords.time(question.askedAt()),
        said.typed(),
        said.problem());
  }

  private static CasePage.QuestionLine answered(Questions.Question question) {
    return new CasePage.QuestionLine(
        question.about(),
        question.text(),
        DayWords.time(question.askedAt()),
        Objects.requireNonNullElse(question.answer(), ""),
        question.answeredAt() == null ? "" : DayWords.time(question.answeredAt()));
  }

  private CasePage.@Nullable CertificateLink certificate(CaseFile file) {
    return certificates
        .findByMatter(file.id().toString())
        .map(
            certificate ->
                new CasePage.CertificateLink(
                    certificate.name(),
                    certificate.number(),
                    "/my/certificates/" + certificate.id()))
        .orElse(null);
  }

  private List<CasePage.PaperLine> papers(CaseFile file, ServiceItem item) {
    UUID id = file.id();
    return attachments.ofCase(id).stream()
        .map(
            attachment ->
                new CasePage.PaperLine(
                    PaperKey.name(item, attachment.paper()),
                    attachment.name(),
                    "/my/cases/%s/files/%s".formatted(id, attachment.id()),
                    attachment.sizeWord() + "，" + DayWords.day(attachment.uploadedAt()) + "上传",
                    attachment.replaced() ? "已被补正材料替换" : null))
        .toList();
  }
}
