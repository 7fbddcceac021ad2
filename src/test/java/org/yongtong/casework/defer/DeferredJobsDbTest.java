package org.yongtong.casework.defer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yongtong.casework.defer.DeferredFixture.DECIDER;
import static org.yongtong.casework.defer.DeferredFixture.REVIEWER;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.Eventually;
import org.yongtong.YongtongTest;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.DeferralText;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.State;
import org.yongtong.certificate.Certificate;
import org.yongtong.certificate.Certificates;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Journal;
import org.yongtong.platform.calendar.WorkCalendar;

/** Reminders and broken promises, on days of the test's own choosing; run twice they do it once. */
@YongtongTest
class DeferredJobsDbTest {

  private static final String PERSON = "graduate";
  private static final LocalDate DUE = LocalDate.parse("2026-12-11"); // a Friday

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired CaseFiles files;
  @Autowired CaseActions actions;
  @Autowired Deferrals deferrals;
  @Autowired Documents documents;
  @Autowired DeferralText text;
  @Autowired Messages messages;
  @Autowired Journal journal;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired WorkCalendar calendar;
  @Autowired Certificates certificates;

  private DeferredFixture cases;

  @BeforeEach
  void prepare() {
    cases = new DeferredFixture(web, context);
    cases.forget();
  }

  @Test
  void remindersGoThreeDaysAndOneDayBeforeOnceEach() throws Exception {
    CaseFile file = accepted(Map.of("days", 5, "way", "网上补交"));
    assertThat(remind("2026-12-07")).as("four days before").isZero();
    assertThat(remind("2026-12-08")).isEqualTo(1);
    assertThat(remind("2026-12-08")).isZero();
    assertThat(remind("2026-12-09")).isZero();
    assertThat(remind("2026-12-10")).isEqualTo(1);
    assertThat(remind("2026-12-10")).isZero();
    assertThat(remind("2026-12-11")).isZero();
    assertThat(cases.letters(file, "later-remind-3")).isEqualTo(1);
    assertThat(cases.letters(file, "later-remind-1")).isEqualTo(1);
    assertThat(cases.kinds(file).stream().filter(kind -> kind.equals("case.deferral_reminded")))
        .hasSize(2);
    assertThat(
            database
                .sql("SELECT count(*) FROM notification.outbox WHERE effect LIKE :effect")
                .param("effect", "case:%s:later-remind-%%".formatted(file.id()))
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void whatWasHandedInIsNotRemindedOfAndNotMissed() throws Exception {
    CaseFile file = accepted(Map.of("days", 5, "way", "网上补交"));
    cases.due(file, LocalDate.now(clock()), LocalDate.now(clock()));
    cases.handIn(file, PERSON);
    cases.due(file, DUE, LocalDate.parse("2026-12-04"));
    assertThat(remind("2026-12-10")).isZero();
    assertThat(miss("2026-12-14")).isZero();
    assertThat(cases.paper(file).stage()).isEqualTo(Deferral.Stage.HANDED_IN);
  }

  @Test
  void theDayAfterThePromiseIsBrokenAndTheDepartmentEndsTheCase() throws Exception {
    CaseFile file = accepted(Map.of("days", 5, "way", "网上补交"));
    assertThat(miss("2026-12-11")).as("on the last day").isZero();
    assertThat(miss("2026-12-12")).isEqualTo(1);
    assertThat(miss("2026-12-12")).isZero();
    CaseFile now = cases.now(file);
    assertThat(now.state()).isEqualTo(State.IN_REVIEW);
    assertThat(now.deferred().stage()).isEqualTo(Deferred.Stage.MISSED);
    assertThat(cases.promise(file)).isEqualTo("BROKEN");
    var entry = cases.history(file).getLast();
    assertThat(entry.kind()).isEqualTo("case.deferred_missed");
    assertThat(entry.act().actor().name()).isEqualTo("系统自动");
    assertThat(entry.payload().get("credit_mark")).isEqualTo("容缺承诺未履行");
    assertThat(entry.payload().get("deferred")).isEqualTo(List.of("《名册》"));
    assertThat(cases.letters(file, "later-missed")).isEqualTo(1);
    assertThat(cases.page("/my/cases/" + file.id() + "/later", PERSON).select("form.paper-upload"))
        .isEmpty();
    assertThat(cases.approve(cases.reviewed(file))).isInstanceOf(CaseResult.Refused.class);

    var desk = new DeskPages(web);
    assertThat(desk.page("/desk/cases?tab=later", DECIDER).select("main").text())
        .contains("容缺逾期未补");
    var form = desk.open(file, "termination", DECIDER);
    assertThat(form.page().select(".sheet").text()).contains("终止办理通知书", "《名册》");
    assertThat(form.send("reason", "短").getStatus()).isEqualTo(422);
    assertThat(form.send("reason", "容缺材料逾期没有补交").getStatus()).isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.TERMINATED);
    assertThat(documents.of(file.id()).getLast().kind()).isEqualTo(DocumentKind.WITHDRAWAL);
    assertThat(cases.promise(file)).isEqualTo("BROKEN");
    assertThat(cases.page("/my/cases/" + file.id(), PERSON).select("main").text())
        .contains("已终止办理");
    // for twelve months no other promise
    String draft = cases.draft(cases.item(Map.of("days", 5, "way", "网上补交")), PERSON);
    assertThat(cases.page(draft + "/papers", PERSON).select("main").text()).contains("没有履行的容缺承诺");
  }

  @Test
  void byTheOtherRuleTheCaseCountsAsWithdrawnAtOnce() throws Exception {
    CaseFile file = accepted(Map.of("days", 5, "way", "网上补交", "missed", "withdraw"));
    assertThat(miss("2026-12-14")).isEqualTo(1);
    assertThat(miss("2026-12-14")).isZero();
    CaseFile now = cases.now(file);
    assertThat(now.state()).isEqualTo(State.WITHDRAWN);
    assertThat(cases.kinds(file)).endsWith("case.deferred_missed", "case.deferral_lapsed");
    assertThat(String.join("", documents.of(file.id()).getLast().content().paragraphs()))
        .contains("视为撤回申请");
    assertThat(cases.promise(file)).isEqualTo("BROKEN");
    assertThat(cases.page("/my/cases/" + file.id(), PERSON).select("main").text())
        .contains("按承诺视为撤回申请");
  }

  @Test
  void approvedOnAPromiseTheResultWaitsAndIsTakenBackWhenThePaperNeverCame() throws Exception {
    CaseFile file = accepted(Map.of("days", 5, "way", "网上补交", "before", "delivery"));
    CaseFile approved = DeferredFixture.done(cases.approve(cases.reviewed(file)));
    assertThat(approved.state()).isEqualTo(State.APPROVED);
    assertThat(cases.page("/my/cases/" + file.id(), PERSON).select("main").text())
        .doesNotContain("查看决定书（视为送达）")
        .contains("请按承诺补交材料");
    assertThat(cases.send("/my/cases/" + file.id() + "/result", PERSON).getStatus()).isEqualTo(422);
    Certificate certificate = issued(approved);
    assertThat(cases.page("/my/certificates", PERSON).text()).doesNotContain(certificate.number());
    assertThat(miss("2026-12-14")).isEqualTo(1);
    assertThat(cases.history(file).getLast().payload().get("task")).isEqualTo("撤销已经作出的准予和证照");
    assertThat(
            new DeskPages(web)
                .page("/desk/cases/" + file.id(), DECIDER)
                .select(".decision-bar")
                .text())
        .contains("撤销已经颁发的证照");
    certificates.changeStatus(
        certificate.identifier(), Certificate.Status.WITHDRAWN, "容缺承诺没有履行", Actor.system("test"));
    Eventually.holds(() -> cases.now(file).state() == State.TERMINATED);
    assertThat(documents.of(file.id()).getLast().kind()).isEqualTo(DocumentKind.WITHDRAWAL);
  }

  @Test
  void approvedOnAPromiseTheResultIsGivenWhenThePaperIsThere() throws Exception {
    CaseFile file = accepted(Map.of("days", 5, "way", "网上补交", "before", "delivery"));
    DeferredFixture.done(cases.approve(cases.reviewed(file)));
    assertThat(cases.handIn(file, PERSON).getStatus()).isEqualTo(303);
    assertThat(cases.check(file, REVIEWER, true, "").getStatus()).isEqualTo(303);
    assertThat(cases.send("/my/cases/" + file.id() + "/result", PERSON).getStatus()).isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.DELIVERED);
  }

  private CaseFile accepted(Map<String, Object> defer) throws Exception {
    CaseFile file = cases.accepted(cases.item(defer), PERSON);
    cases.due(file, DUE, LocalDate.parse("2026-12-04"));
    return file;
  }

  /** A certificate that came with the case. */
  private Certificate issued(CaseFile file) {
    return certificates.findByMatter(file.id().toString()).orElseThrow();
  }

  private int remind(String day) {
    return new RemindLater(files, messages, journal, database, transaction, calendar, at(day))
        .run();
  }

  private int miss(String day) {
    return new MissLater(
            files, actions, deferrals, documents, text, messages, database, transaction, at(day))
        .run();
  }

  private Clock clock() {
    return context.getBean(Clock.class);
  }

  private static Clock at(String day) {
    return Clock.fixed(Instant.parse(day + "T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
  }
}
