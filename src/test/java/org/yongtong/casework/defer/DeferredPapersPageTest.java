package org.yongtong.casework.defer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yongtong.casework.defer.DeferredFixture.CLERK;
import static org.yongtong.casework.defer.DeferredFixture.DECIDER;
import static org.yongtong.casework.defer.DeferredFixture.PAPER;
import static org.yongtong.casework.defer.DeferredFixture.REVIEWER;
import static org.yongtong.casework.defer.DeferredFixture.location;
import static org.yongtong.casework.defer.DeferredFixture.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.Statements;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.State;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.platform.calendar.WorkCalendar;

/** Deferred papers as applicants and officers meet them. */
@YongtongTest
class DeferredPapersPageTest {

  private static final String PERSON = "graduate";
  private static final Map<String, Object> DEFER = Map.of("days", 5, "way", "网上补交或者送到窗口");

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Documents documents;
  @Autowired WorkCalendar calendar;
  @Autowired Clock clock;

  private DeferredFixture cases;
  private DeskPages desk;
  private ServiceItem item;

  @BeforeEach
  void prepare() {
    cases = new DeferredFixture(web, context);
    cases.forget();
    desk = new DeskPages(web);
    item = cases.item(DEFER);
  }

  @Test
  void onlyWhatIsMarkedMayFollowAndOnlyOnATickedPromise() throws Exception {
    String draft = cases.draft(item, PERSON);
    Document papers = cases.page(draft + "/papers", PERSON);
    assertThat(papers.select("form.paper-later")).hasSize(1);
    assertThat(papers.select("#paper-" + PAPER).text())
        .contains("容缺办理，承诺补交", "受理后 5 个工作日内", "不能准予");
    assertThat(refused(cases.send(draft + "/papers/proof/later", PERSON)).select("main").text())
        .contains("这份材料不能容缺");
    assertThat(cases.page(draft + "/check", PERSON).select(".problem-summary").text())
        .contains("请上传“《名册》”");
    assertThat(location(cases.send(draft + "/papers/" + PAPER + "/later", PERSON)))
        .isEqualTo(draft + "/papers#paper-" + PAPER);
    Document check = cases.page(draft + "/check", PERSON);
    assertThat(check.select(".problem-summary")).isEmpty();
    assertThat(check.select(".apply-promise").text())
        .contains("《名册》", "受理后 5 个工作日内、作出准予决定以前补交", "逾期没有补交的后果", "12 个月以内", "本市容缺受理的规定");
    Document again = refused(cases.send(draft + "/submit", PERSON, "agree", "true"));
    assertThat(again.select(".problem-summary a[href=#promise]").text()).contains("容缺承诺");
    assertThat(
            refused(
                    cases.send(
                        draft + "/submit", PERSON, "agree", "true", "promise", "0".repeat(64)))
                .select(".problem-summary")
                .text())
        .contains("容缺承诺");
    // changed his mind: it must be there again
    cases.send(draft + "/papers/" + PAPER + "/later", PERSON, "later", "false");
    assertThat(cases.page(draft + "/check", PERSON).select(".problem-summary").text())
        .contains("请上传“《名册》”");
  }

  @Test
  void thePromiseIsKeptAndJournalledAndASecondIsNotOffered() throws Exception {
    CaseFile file = cases.promised(item, PERSON);
    assertThat(cases.kinds(file)).containsExactly("case.submitted", "case.deferral_promised");
    var entry = cases.history(file).getLast();
    assertThat(entry.act().actor().id()).isEqualTo(String.valueOf(file.applicant().account()));
    assertThat(entry.payload().get("deferred")).isEqualTo(List.of("《名册》"));
    assertThat(String.valueOf(entry.payload().get("promise_sm3"))).hasSize(64);
    assertThat(cases.promise(file)).isEqualTo("OPEN");
    assertThat(file.deferred().stage()).isEqualTo(Deferred.Stage.PROMISED);
    String second = cases.draft(item, PERSON);
    assertThat(cases.page(second + "/papers", PERSON).select("#paper-" + PAPER).text())
        .contains("还有一个办件的容缺材料没有补齐");
    assertThat(
            refused(cases.send(second + "/papers/" + PAPER + "/later", PERSON))
                .select(".field-error")
                .text())
        .contains("补齐以后才能再次容缺办理");
  }

  @Test
  void theClerkSeesWhatIsMissingAndTheSlipNamesTheLastDay() throws Exception {
    CaseFile file = cases.promised(item, PERSON);
    LocalDate last = calendar.plusWorkdays(LocalDate.now(clock), 5);
    assertThat(desk.page("/desk/cases/" + file.id(), CLERK).select("#pane").text())
        .contains("《名册》", "容缺，承诺补交");
    var form = desk.open(file, "accept", CLERK);
    assertThat(form.page().select("main").text()).contains("申请人承诺受理后 5 个工作日内");
    assertThat(form.page().select(".sheet").text())
        .contains("容缺受理通知书", "《名册》", last.getMonthValue() + "月" + last.getDayOfMonth() + "日");
    assertThat(form.send().getStatus()).isEqualTo(303);
    CaseFile now = cases.now(file);
    assertThat(now.state()).isEqualTo(State.IN_REVIEW);
    assertThat(now.deferred().dueOn()).isEqualTo(last);
    assertThat(now.dueOn())
        .as("the deferral does not stop the clock")
        .isEqualTo(calendar.plusWorkdays(LocalDate.now(clock), now.promisedDays()));
    var slip = documents.of(file.id()).getLast();
    assertThat(slip.kind()).isEqualTo(DocumentKind.DEFERRED_ACCEPTANCE);
    assertThat(slip.number()).contains("容受字");
    assertThat(String.join("", slip.content().paragraphs()))
        .contains("《名册》", "最迟", "不能准予，由承办部门终止办理", "照常计算");
    assertThat(desk.page("/desk/cases?tab=later", CLERK).select("main").text())
        .contains("待补材料 剩 5 日");
    assertThat(cases.page("/my/cases/" + file.id(), PERSON).select(".case-do").text())
        .contains("请按承诺补交材料", "《名册》", "最迟");
  }

  @Test
  void thePromiseIsRefusedOnlyByTheOneTimeNotice() throws Exception {
    CaseFile file = cases.promised(item, PERSON);
    var form = desk.open(file, "correction", CLERK);
    assertThat(form.page().select("main").text()).contains("申请人承诺容缺补交");
    assertThat(
            form.send("mark", "paper:" + PAPER, "reason.paper:" + PAPER, "名册是审查的依据，请随申请提交")
                .getStatus())
        .isEqualTo(303);
    CaseFile now = cases.now(file);
    assertThat(now.state()).isEqualTo(State.CORRECTING);
    assertThat(now.deferred().outstanding()).isFalse();
    assertThat(cases.promise(file)).isEqualTo("RELEASED");
  }

  @Test
  void handedInLaterCheckedReturnedHandedInAgainAndConfirmed() throws Exception {
    CaseFile file = cases.accepted(item, PERSON);
    String path = "/my/cases/" + file.id() + "/later";
    assertThat(cases.page(path, PERSON).select("details").text()).contains("逾期没有补交的后果");
    var nothing =
        cases.send(
            path,
            PERSON,
            "version",
            "" + cases.now(file).version(),
            "key",
            UUID.randomUUID().toString(),
            "paper",
            PAPER);
    assertThat(refused(nothing).select(".problem-summary").text()).contains("请先选择要补交的文件");
    assertThat(location(cases.handIn(file, PERSON))).isEqualTo(path + "?done=1");
    assertThat(cases.paper(file).stage()).isEqualTo(Deferral.Stage.HANDED_IN);
    assertThat(cases.page(path, PERSON).select("form.paper-upload")).isEmpty();
    assertThat(cases.now(file).deferred().dueOn()).isNull();
    assertThat(desk.page("/desk/cases?tab=later", REVIEWER).select("main").text())
        .contains("补交待核对 1 份");

    assertThat(refused(cases.check(file, REVIEWER, false, "")).select("main").text())
        .contains("请写明哪里不符");
    assertThat(refused(cases.check(file, REVIEWER, false, "另外请提交无犯罪记录证明")).select("main").text())
        .contains("不在本事项办事指南之内");
    assertThat(cases.check(file, REVIEWER, false, "第 2 页签名栏没有签名，请补签").getStatus()).isEqualTo(303);
    assertThat(cases.page(path, PERSON).select(".form-mark").text()).contains("第 2 页签名栏没有签名");
    assertThat(cases.kinds(file))
        .containsSubsequence("case.deferred_handed_in", "case.deferred_returned");

    assertThat(cases.handIn(file, PERSON).getStatus()).isEqualTo(303);
    assertThat(cases.check(file, CLERK, true, "").getStatus()).isEqualTo(303);
    CaseFile now = cases.now(file);
    assertThat(now.deferred().stage()).isEqualTo(Deferred.Stage.DONE);
    assertThat(cases.promise(file)).isEqualTo("KEPT");
    assertThat(desk.page("/desk/cases/" + file.id(), REVIEWER).select("#pane").text())
        .contains("已补齐", "已被补正替换");
    assertThat(cases.page("/my/cases/" + file.id(), PERSON).select(".timeline").text())
        .contains("您补交的“《名册》”不符合要求", "已经补齐");
    assertThat(cases.letters(file, "later-")).isEqualTo(4);
  }

  @Test
  void nothingIsApprovedBeforeThePaperIsThere() throws Exception {
    CaseFile file = cases.reviewed(cases.accepted(item, PERSON));
    assertThat(desk.page("/desk/cases/" + file.id(), DECIDER).select(".decision-bar").text())
        .contains("还没有补齐，不能准予", "不予批准");
    assertThat(cases.approve(file))
        .isInstanceOfSatisfying(
            CaseResult.Refused.class,
            no -> assertThat(no.refusal().message()).contains("《名册》", "不能准予"));
    cases.handIn(file, PERSON);
    assertThat(cases.approve(file)).isInstanceOf(CaseResult.Refused.class);
    cases.check(file, REVIEWER, true, "");
    assertThat(cases.approve(file)).isInstanceOf(CaseResult.Done.class);
  }

  @Test
  void theWindowTakesThePromiseAndThePaper() throws Exception {
    CaseFile file = cases.accepted(item, PERSON);
    var page = desk.page("/desk/cases/" + file.id() + "/later-hand-in", CLERK);
    var form = Objects.requireNonNull(page.select("form.paper-upload").first());
    var answer =
        cases.upload(
            form.attr("action"),
            CLERK,
            Map.of(
                "version", form.select("input[name=version]").val(),
                "key", form.select("input[name=key]").val(),
                "paper", PAPER));
    assertThat(answer.getRedirectedUrl())
        .isEqualTo("/desk/cases/" + file.id() + "?done=HAND_IN_LATER");
    assertThat(cases.paper(file).stage()).isEqualTo(Deferral.Stage.HANDED_IN);
    assertThat(cases.history(file).getLast().act().actor().name()).contains("窗口");
  }

  @Test
  void atTheWindowTheApplicantPromisesFaceToFace() throws Exception {
    var person = SampleSignIns.find(context, PERSON);
    String to =
        location(
            cases.send(
                "/desk/intake/new/" + item.taskCode(),
                CLERK,
                "name",
                person.name(),
                "code",
                Objects.requireNonNull(person.code()),
                "phone",
                "19900008001"));
    String draft = to.substring(0, to.lastIndexOf('/'));
    assertThat(cases.send(draft + "/form", CLERK, "f.reason", "试验").getStatus()).isEqualTo(303);
    assertThat(cases.upload(draft + "/papers/proof", CLERK, Map.of()).getStatus()).isEqualTo(303);
    assertThat(location(cases.send(draft + "/papers/" + PAPER + "/later", CLERK)))
        .isEqualTo(draft + "/papers#p-" + PAPER);
    String digest = desk.page(draft + "/check", CLERK).select("input[name=promise]").val();
    assertThat(refused(cases.send(draft + "/submit", CLERK)).select(".problem-summary").text())
        .contains("当面确认");
    String done = location(cases.send(draft + "/submit", CLERK, "promise", digest));
    assertThat(done).endsWith("?done=SUBMIT");
    CaseFile file =
        cases.file(UUID.fromString(done.substring("/desk/cases/".length(), done.indexOf('?'))));
    assertThat(file.deferred().stage()).isEqualTo(Deferred.Stage.PROMISED);
    assertThat(cases.history(file).getLast().act().actor().id())
        .isEqualTo(cases.bean(CaseFiles.class).find(file.id()).orElseThrow().intakeBy() + "");
  }

  @Test
  void whoWithdrawsIsReleasedFromHisPromise() throws Exception {
    CaseFile file = cases.accepted(item, PERSON);
    Document page = cases.page("/my/cases/" + file.id() + "/withdraw", PERSON);
    assertThat(
            cases
                .send(
                    "/my/cases/" + file.id() + "/withdraw",
                    PERSON,
                    "version",
                    page.select("input[name=version]").val(),
                    "key",
                    page.select("input[name=key]").val())
                .getStatus())
        .isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.WITHDRAWN);
    assertThat(cases.promise(file)).isEqualTo("RELEASED");
  }

  @Test
  void aCasePageWithDeferredPapersAsksOneStatementMore() throws Exception {
    CaseFile file = cases.accepted(item, PERSON);
    String path = "/desk/cases/" + file.id();
    desk.page(path, REVIEWER);
    try (var statements = new Statements()) {
      desk.page(path, REVIEWER);
      assertThat(statements.seen()).hasSizeLessThanOrEqualTo(12);
    }
  }
}
