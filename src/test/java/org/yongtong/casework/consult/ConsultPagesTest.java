package org.yongtong.casework.consult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Consults;
import org.yongtong.casework.file.State;
import org.yongtong.casework.mine.FollowCase;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.calendar.WorkCalendar;

/** Asking another department, answering, returning, recalling; and internal notes. */
@YongtongTest
class ConsultPagesTest {

  private static final String ASKED = "public_security";
  private static final String ANSWERER = "review1.public_security";
  private static final String QUESTION = "请核查该地址是否有治安方面的限制。";

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Journal journal;
  @Autowired Consults consults;
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

  @Test
  void theQuestionLandsInTheOtherDepartmentsQueueAndTheClockGoesOn() throws Exception {
    CaseFile file = cases.inReview();
    LocalDate due = file.dueOn();
    var form = desk.open(file, "consult", CaseFixture.REVIEWER);
    assertThat(form.page().select("input[name=days]").val()).isEqualTo("5");
    assertThat(problem(form.send("question", QUESTION, "shared", "true"))).contains("请选择向哪个部门");
    assertThat(problem(form.send("department", ASKED, "question", "问", "shared", "true")))
        .contains("征求的问题");
    assertThat(problem(form.send("department", ASKED, "question", QUESTION))).contains("给谁看");
    assertThat(
            problem(
                form.send(
                    "department", ASKED, "question", QUESTION, "shared", "true", "days", "21")))
        .contains("1 到 20 个工作日");
    assertThat(
            problem(
                form.send(
                    "department", "market_regulation", "question", QUESTION, "shared", "true")))
        .contains("自己征求意见");
    assertThat(form.send("department", ASKED, "question", QUESTION, "shared", "true").getStatus())
        .isEqualTo(303);
    CaseFile now = cases.now(file);
    assertThat(now.dueOn()).isEqualTo(due);
    assertThat(now.consultDueOn()).isEqualTo(calendar.plusWorkdays(LocalDate.now(clock), 5));
    Document queue = desk.page("/desk/cases?tab=consult", ANSWERER);
    assertThat(queue.select(".queue-tabs a[aria-current]").text()).contains("征求意见");
    assertThat(queue.select("tr:has(a[href=/desk/cases/" + file.id() + "]) .pill").eachText())
        .contains("征求意见 剩 5 个工作日");
    assertThat(found("/desk/cases?tab=review", file, ANSWERER)).isFalse();
    Document page = desk.page("/desk/cases/" + file.id() + "?view=consults", ANSWERER);
    assertThat(page.select(".case-pane").text()).contains(QUESTION);
    assertThat(page.select(".case-pane .tabs").text()).doesNotContain("内部备注");
    assertThat(page.select(".decision-bar a[href]").eachAttr("href"))
        .extracting(path -> path.substring(path.lastIndexOf('/') + 1))
        .containsExactly("consult-answer", "consult-decline");
    assertThat(desk.get("/desk/cases/" + file.id(), "clerk." + ASKED).getStatus()).isEqualTo(404);
  }

  @Test
  void theLastOpinionWaitsForTheAnswer() throws Exception {
    CaseFile file = asked(false);
    assertThat(
            problem(
                desk.open(file, "opinion", CaseFixture.REVIEWER)
                    .send("recommend", "approve", "opinion", "符合条件")))
        .contains("征求的意见还没有答复");
    var form = desk.open(file, "consult-answer", ANSWERER);
    assertThat(form.page().select("main").text()).contains(QUESTION);
    assertThat(problem(form.send("text", "没有限制"))).contains("请选择同意");
    assertThat(problem(form.send("outcome", "RECALLED", "text", "没有限制"))).contains("请选择同意");
    var answer = form.send("outcome", "AGREE", "text", "经核查没有治安限制。");
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).startsWith("/desk/consults");
    assertThat(desk.get("/desk/cases/" + file.id(), ANSWERER).getStatus()).isEqualTo(404);
    assertThat(desk.page("/desk/consults", ANSWERER).select("main").text())
        .contains("经核查没有治安限制。", file.number());
    assertThat(desk.page("/desk/consults", "review1.civil_affairs").select("main").text())
        .doesNotContain(file.number());
    assertThat(
            desk.page("/desk/cases/" + file.id() + "?view=consults", CaseFixture.REVIEWER)
                .select(".case-pane")
                .text())
        .contains("同意", "经核查没有治安限制。");
    assertThat(
            desk.open(file, "opinion", CaseFixture.REVIEWER)
                .send("recommend", "approve", "opinion", "符合条件")
                .getStatus())
        .isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.PENDING_DECISION);
  }

  @Test
  void aConfidentialAnswerIsNotReadByOthersNorInTheJournal() throws Exception {
    CaseFile file = asked(false);
    ask(file, "emergency", "true");
    desk.open(file, "consult-answer", ANSWERER).send("outcome", "DISAGREE", "text", "涉及正在侦查的案件。");
    for (String view : List.of("consults", "history")) {
      assertThat(
              desk.page("/desk/cases/" + file.id() + "?view=" + view, "review1.emergency")
                  .select(".case-pane")
                  .text())
          .doesNotContain("涉及正在侦查的案件", "不同意");
    }
    assertThat(journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).toString())
        .doesNotContain("涉及正在侦查的案件", "不同意");
  }

  @Test
  void itIsReturnedAsNotTheirsOrRecalledWithAReason() throws Exception {
    CaseFile file = asked(true);
    var decline = desk.open(file, "consult-decline", ANSWERER);
    assertThat(problem(decline.send("reason", "不"))).contains("退回的理由");
    assertThat(decline.send("reason", "属于应急管理局职责").getStatus()).isEqualTo(303);
    assertThat(cases.now(file).consulted()).isEmpty();
    ask(file, "emergency", "true");
    var recall = desk.open(file, "consult-recall", CaseFixture.REVIEWER);
    assertThat(problem(recall.send("department", "education", "reason", "不再需要了")))
        .contains("请选择撤回");
    assertThat(recall.send("department", "emergency", "reason", "不再需要了").getStatus())
        .isEqualTo(303);
    CaseFile now = cases.now(file);
    assertThat(now.consulted()).isEmpty();
    assertThat(now.consultDueOn()).isNull();
    assertThat(desk.get("/desk/cases/" + file.id(), "review1.emergency").getStatus())
        .isEqualTo(404);
    assertThat(
            journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).stream()
                .map(entry -> entry.kind()))
        .endsWith(
            "case.opinion_asked",
            "case.opinion_declined",
            "case.opinion_asked",
            "case.opinion_recalled");
  }

  @Test
  void anOverrunStandsInTheListOfTheSupervisors() throws Exception {
    CaseFile file = asked(true);
    database
        .sql("UPDATE casework.case_file SET consult_due_on = CURRENT_DATE - 10 WHERE id = :id")
        .param("id", file.id())
        .update();
    assertThat(
            desk.page("/desk/supervision?department=market_regulation", "supervise1")
                .select("tr:has(a[href=/desk/cases/" + file.id() + "])")
                .text())
        .contains("超期", "征求意见");
    assertThat(
            desk.page("/desk/cases/" + file.id(), CaseFixture.REVIEWER)
                .select(".case-head .clock")
                .text())
        .contains("征求意见 超期");
  }

  @Test
  void aWithdrawnCaseEndsTheQuestions() throws Exception {
    CaseFile file = asked(true);
    cases.expectDone(follow.withdraw(cases.request(file), "不再申请", cases.as(CaseFixture.COMPANY)));
    assertThat(consults.of(file.id()))
        .singleElement()
        .satisfies(one -> assertThat(String.valueOf(one.closedAs())).isEqualTo("BROKEN_OFF"));
    assertThat(desk.get("/desk/cases/" + file.id(), ANSWERER).getStatus()).isEqualTo(404);
  }

  @Test
  void theApplicantReadsNeitherQuestionsNorNotes() throws Exception {
    CaseFile file = asked(true);
    note(file, CaseFixture.REVIEWER, UUID.randomUUID(), "负责人要求加快办理");
    String text =
        Jsoup.parse(desk.get("/my/cases/" + file.id(), CaseFixture.COMPANY).getContentAsString())
            .text();
    assertThat(text).doesNotContain(QUESTION, "征求", "加快办理");
  }

  @Test
  void aNoteIsReadByColleaguesOnlyAndSentTwiceItIsOne() throws Exception {
    CaseFile file = asked(true);
    UUID key = UUID.randomUUID();
    assertThat(note(file, CaseFixture.REVIEWER, key, "一").getStatus()).isEqualTo(422);
    assertThat(note(file, CaseFixture.REVIEWER, key, "电话联系过法定代表人").getStatus()).isEqualTo(303);
    assertThat(note(file, CaseFixture.REVIEWER, key, "电话联系过法定代表人").getStatus()).isEqualTo(303);
    assertThat(note(file, ANSWERER, UUID.randomUUID(), "外部门备注").getStatus()).isEqualTo(404);
    Document page = desk.page("/desk/cases/" + file.id() + "?view=notes", CaseFixture.DECIDER);
    assertThat(page.select(".case-pane .card")).hasSize(1);
    assertThat(page.select(".case-pane .card").text()).contains("电话联系过法定代表人");
    assertThat(desk.get("/desk/cases/" + file.id() + "?view=notes", ANSWERER).getContentAsString())
        .doesNotContain("电话联系过法定代表人");
    assertThat(journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())))
        .filteredOn(entry -> entry.kind().equals("case.noted"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.payload().toString()).doesNotContain("电话"));
    assertThat(
            database
                .sql("SELECT has_table_privilege('yongtong_app', 'casework.note', 'UPDATE')")
                .query(Boolean.class)
                .single())
        .isFalse();
  }

  private MockHttpServletResponse note(CaseFile file, String login, UUID key, String text)
      throws Exception {
    return web.perform(
            post("/desk/cases/%s/note".formatted(file.id()))
                .param("key", key.toString())
                .param("text", text)
                .with(As.staff(login))
                .with(As.csrf()))
        .andReturn()
        .getResponse();
  }

  private CaseFile asked(boolean shared) throws Exception {
    CaseFile file = cases.inReview();
    ask(file, ASKED, String.valueOf(shared));
    return cases.now(file);
  }

  private void ask(CaseFile file, String department, String shared) throws Exception {
    assertThat(
            desk.open(file, "consult", CaseFixture.REVIEWER)
                .send("department", department, "question", QUESTION, "shared", shared)
                .getStatus())
        .isEqualTo(303);
  }

  private boolean found(String path, CaseFile file, String login) throws Exception {
    return desk.page(path, login)
        .select(".case-number")
        .eachAttr("href")
        .contains("/desk/cases/" + file.id());
  }

  private static String problem(MockHttpServletResponse answer) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(422);
    return Jsoup.parse(answer.getContentAsString()).select(".alert-danger, .field-error").text();
  }
}
