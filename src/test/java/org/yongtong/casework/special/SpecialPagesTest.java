package org.yongtong.casework.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.Statements;
import org.yongtong.casework.accept.AcceptCase;
import org.yongtong.casework.file.CaseClock;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.State;
import org.yongtong.casework.mine.FollowCase;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.calendar.WorkCalendar;

/** Special procedures as reviewers, applicants, supervisors and passers-by meet them. */
@YongtongTest
class SpecialPagesTest {

  private static final String NAME = "试制食品检验";

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Documents documents;
  @Autowired Journal journal;
  @Autowired AcceptCase accept;
  @Autowired FollowCase follow;
  @Autowired WorkCalendar calendar;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  private CaseFixture cases;
  private DeskPages desk;

  @BeforeEach
  void prepare() {
    cases = new CaseFixture(context);
    desk = new DeskPages(web);
  }

  // 行政许可法 §45
  @Test
  void theNoticeIsShownFirstThenSentAndTheClockStands() throws Exception {
    CaseFile file = inReview();
    var form = desk.open(file, "special", CaseFixture.REVIEWER);
    assertThat(form.page().select("input[name=days]").val()).isEqualTo("20");
    assertThat(form.page().select(".sheet").text()).contains("特别程序告知书", NAME, "20 个工作日", "第四十五条");
    assertThat(problem(form.send("which", "0", "days", "21", "reason", "新的食品类别要检验样品")))
        .contains("1 到 20 个工作日");
    assertThat(problem(form.send("which", "0", "reason", "要检"))).contains("启动的原因");
    assertThat(problem(form.send("which", "7", "reason", "新的食品类别要检验样品"))).contains("请选择要启动的特别程序");
    var answer = form.send("which", "0", "days", "10", "body", "", "reason", "新的食品类别要检验样品");
    assertThat(answer.getStatus()).isEqualTo(303);
    CaseFile now = cases.now(file);
    assertThat(now.dueKind()).isEqualTo(CaseClock.Kind.SPECIAL);
    assertThat(now.dueOn()).isEqualTo(calendar.plusWorkdays(LocalDate.now(clock), 10));
    assertThat(now.legalDueOn()).isNull();
    var paper = documents.of(file.id()).getLast();
    assertThat(paper.kind()).isEqualTo(DocumentKind.SPECIAL);
    assertThat(paper.number()).contains("特字");
    assertThat(String.join("", paper.content().paragraphs()))
        .contains("南宁市市场监督管理局", "新的食品类别要检验样品", "10 个工作日", "不计算在办理期限内");
    assertThat(kinds(file)).endsWith("case.special_started");
    Document page = desk.page("/desk/cases/" + file.id() + "?view=checks", CaseFixture.REVIEWER);
    assertThat(page.select(".case-head .clock").text()).contains("特别程序 剩 10 个工作日", NAME);
    assertThat(page.select("main").text()).contains("不计入办理期限", "承诺期限还剩");
  }

  @Test
  void whileItRunsOpinionAndExtensionWaitAndTheBarSaysWhy() throws Exception {
    CaseFile file = running();
    Document page = desk.page("/desk/cases/" + file.id(), CaseFixture.REVIEWER);
    assertThat(page.select(".decision-bar .bar-note").text()).contains(NAME + "”还没有结束", "不办理延长");
    assertThat(page.select(".decision-bar a[href]").eachAttr("href"))
        .allSatisfy(path -> assertThat(path).doesNotEndWith("/opinion").doesNotEndWith("/special"))
        .anySatisfy(path -> assertThat(path).endsWith("/special-end"));
    assertThat(
            problem(
                desk.open(file, "opinion", CaseFixture.REVIEWER)
                    .send("recommend", "approve", "opinion", "符合条件")))
        .contains(NAME, "不能提出审查意见");
    assertThat(
            problem(
                desk.open(file, "extension", CaseFixture.REVIEWER)
                    .send("days", "5", "reason", "需要组织专家现场核查")))
        .contains("停止计算");
    assertThat(cases.now(file).state()).isEqualTo(State.IN_REVIEW);
  }

  @Test
  void theResultEndsItAndTheClockRunsOn() throws Exception {
    CaseFile before = inReview();
    LocalDate promised = before.dueOn();
    CaseFile file = started(before);
    var form = desk.open(file, "special-end", CaseFixture.REVIEWER);
    String which = form.page().select("input[name=which]").val();
    assertThat(problem(form.send("which", which, "text", "检验合格"))).contains("请选择结果");
    assertThat(problem(form.send("which", which, "result", "PASSED"))).contains("结果说明");
    assertThat(
            form.send("which", which, "result", "PASSED", "text", "检验报告 2026-001，全部项目合格。")
                .getStatus())
        .isEqualTo(303);
    CaseFile now = cases.now(file);
    assertThat(now.dueKind()).isEqualTo(CaseClock.Kind.DECISION);
    // begun and ended on one day: not a day was lost
    assertThat(now.dueOn()).isEqualTo(promised);
    assertThat(now.specialRunning()).isEmpty();
    assertThat(
            desk.page("/desk/cases/" + file.id() + "?view=history", CaseFixture.DECIDER)
                .select(".timeline")
                .text())
        .contains("登记特别程序结果", "合格（通过）", "检验报告 2026-001");
    assertThat(
            desk.open(file, "opinion", CaseFixture.REVIEWER)
                .send("recommend", "approve", "opinion", "检验合格，符合条件")
                .getStatus())
        .isEqualTo(303);
  }

  @Test
  void itIsProlongedOnceWithAnotherNotice() throws Exception {
    CaseFile file = running();
    var form = desk.open(file, "special-prolong", CaseFixture.REVIEWER);
    String which = form.page().select("input[name=which]").val();
    assertThat(problem(form.send("which", which, "days", "30", "reason", "样品需要复检一次")))
        .contains("1 到 10 个工作日");
    assertThat(form.send("which", which, "days", "5", "reason", "样品需要复检一次").getStatus())
        .isEqualTo(303);
    assertThat(cases.now(file).dueOn()).isEqualTo(calendar.plusWorkdays(LocalDate.now(clock), 15));
    assertThat(documents.of(file.id()).stream().filter(one -> one.kind() == DocumentKind.SPECIAL))
        .hasSize(2);
    assertThat(
            problem(
                desk.open(file, "special-prolong", CaseFixture.REVIEWER)
                    .send("which", which, "days", "5", "reason", "样品需要再检一次")))
        .contains("不能再次延长");
  }

  @Test
  void whatTakesLongerThanPlannedIsLateInTheQueueOnTheCaseAndInSupervision() throws Exception {
    CaseFile file = running();
    LocalDate past = calendar.plusWorkdays(LocalDate.now(clock).minusDays(30), 3);
    database
        .sql("UPDATE casework.case_file SET due_on = :past, special_due_on = :past WHERE id = :id")
        .param("past", past)
        .param("id", file.id())
        .update();
    Document queue = desk.page("/desk/cases?q=" + file.number(), CaseFixture.REVIEWER);
    assertThat(queue.select("tr[data-row]").text()).contains("特别程序 超期");
    assertThat(
            desk.page("/desk/cases/" + file.id(), CaseFixture.REVIEWER)
                .select(".case-head .clock-late")
                .text())
        .contains("特别程序 超期");
    assertThat(
            desk.page("/desk/supervision?department=market_regulation", "supervise1")
                .select("tr:has(a[href='/desk/cases/" + file.id() + "'])")
                .text())
        .contains("特别程序 超期");
    database
        .sql("UPDATE casework.case_file SET due_on = NULL, special_due_on = NULL WHERE id = :id")
        .param("id", file.id())
        .update();
  }

  @Test
  void theApplicantReadsWhyTheClockStandsAndFindsTheNotice() throws Exception {
    CaseFile file = running();
    Document page = own(file);
    assertThat(page.select(".case-sentence").text()).contains(NAME, "不计入办理期限");
    assertThat(page.select(".case-clock").text()).contains("停止计时", NAME, "承诺期限还剩");
    assertThat(page.select(".clock-lines").text()).contains("不计入办理期限：检测“" + NAME, "行政许可法第四十五条");
    assertThat(page.select(".paper-name").eachText()).contains("特别程序告知书");
    String code = file.applicant().code();
    Document progress =
        Jsoup.parse(
            web.perform(
                    get("/progress")
                        .param("number", file.number())
                        .param("last", code.substring(code.length() - 4)))
                .andReturn()
                .getResponse()
                .getContentAsString());
    assertThat(progress.select("main").text()).contains("特别程序中");
  }

  @Test
  void withdrawingEndsIt() throws Exception {
    CaseFile file = running();
    cases.expectDone(follow.withdraw(cases.request(file), "不再办理", cases.as(CaseFixture.COMPANY)));
    CaseFile now = cases.now(file);
    assertThat(now.state()).isEqualTo(State.WITHDRAWN);
    assertThat(now.specialRunning()).isEmpty();
    assertThat(now.specialDueOn()).isNull();
    assertThat(now.stopped()).isFalse();
  }

  @Test
  void anItemWithoutSpecialProceduresOffersNoneAndStartsNone() throws Exception {
    CaseFile file = cases.inReview();
    assertThat(
            desk.page("/desk/cases/" + file.id(), CaseFixture.REVIEWER)
                .select(".decision-bar a[href*=special]"))
        .isEmpty();
    var form = desk.open(file, "special", CaseFixture.REVIEWER);
    assertThat(form.page().select("main").text()).contains("办事指南没有为本事项规定");
    assertThat(problem(form.send("which", "0", "reason", "想多看看样品情况"))).contains("请选择要启动的特别程序");
  }

  @Test
  void onlyAReviewerOfTheDepartmentStartsOne() throws Exception {
    CaseFile file = inReview();
    String path = "/desk/cases/" + file.id() + "/special";
    assertThat(desk.get(path, CaseFixture.CLERK).getStatus()).isEqualTo(403);
    assertThat(desk.get(path, "review1.civil_affairs").getStatus()).isEqualTo(404);
    assertThat(desk.get(path, CaseFixture.REVIEWER).getStatus()).isEqualTo(200);
  }

  @Test
  void theCasePageNeedsNoMoreStatementsWhileOneRuns() throws Exception {
    CaseFile file = running();
    var as = SampleSignIns.authentication(context, CaseFixture.REVIEWER);
    desk.page("/desk/cases/" + file.id(), CaseFixture.REVIEWER);
    try (var statements = new Statements()) {
      web.perform(
              get("/desk/cases/" + file.id())
                  .with(SecurityMockMvcRequestPostProcessors.authentication(as)))
          .andReturn();
      assertThat(statements.seen()).hasSizeBetween(1, 12);
    }
  }

  private CaseFile inReview() {
    CaseFile file = cases.submitted("food-production-licence", CaseFixture.COMPANY);
    return cases.expectDone(accept.accept(cases.request(file), cases.as(CaseFixture.CLERK)));
  }

  private CaseFile running() throws Exception {
    return started(inReview());
  }

  private CaseFile started(CaseFile file) throws Exception {
    assertThat(
            desk.open(file, "special", CaseFixture.REVIEWER)
                .send("which", "0", "days", "10", "body", "", "reason", "新的食品类别要检验样品")
                .getStatus())
        .isEqualTo(303);
    return cases.now(file);
  }

  private Document own(CaseFile file) throws Exception {
    var as = SampleSignIns.authentication(context, CaseFixture.COMPANY);
    return Jsoup.parse(
        web.perform(
                get("/my/cases/" + file.id())
                    .with(SecurityMockMvcRequestPostProcessors.authentication(as)))
            .andReturn()
            .getResponse()
            .getContentAsString());
  }

  private List<String> kinds(CaseFile file) {
    return journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).stream()
        .map(entry -> entry.kind())
        .toList();
  }

  private static String problem(MockHttpServletResponse answer) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(422);
    return Jsoup.parse(answer.getContentAsString()).select(".field-error, .problem-summary").text();
  }
}
