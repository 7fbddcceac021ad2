package org.yongtong.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.State;
import org.yongtong.certificate.Certificates;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

@YongtongTest
class ActionPagesTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Documents documents;
  @Autowired Marks marks;
  @Autowired Certificates certificates;
  @Autowired Journal journal;
  @Autowired JdbcClient database;

  private CaseFixture cases;
  private DeskPages desk;

  @BeforeEach
  void prepare() {
    cases = new CaseFixture(context);
    desk = new DeskPages(web);
  }

  @Test
  void acceptingShowsTheNoticeFirstAndIssuesIt() throws Exception {
    CaseFile file = cases.submitted();
    var page = desk.open(file, "accept", CaseFixture.CLERK);
    assertThat(page.page().select(".sheet").text()).contains("受理通知书", "发出时自动生成", file.number());
    var answer = page.send();
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getRedirectedUrl()).isEqualTo("/desk/cases/" + file.id() + "?done=ACCEPT");
    assertThat(cases.now(file).state()).isEqualTo(State.IN_REVIEW);
    assertThat(kinds(file)).containsExactly(DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE);
    assertThat(
            desk.page("/desk/cases/" + file.id() + "?done=ACCEPT", CaseFixture.CLERK)
                .select(".alert-success")
                .text())
        .contains("已受理");
  }

  @Test
  void theSameFormSentTwiceIsDoneOnce() throws Exception {
    CaseFile file = cases.submitted();
    var page = desk.open(file, "accept", CaseFixture.CLERK);
    assertThat(page.send().getStatus()).isEqualTo(303);
    assertThat(page.send().getStatus()).isEqualTo(303);
    assertThat(kinds(file)).containsExactly(DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE);
  }

  @Test
  void whoComesLateIsToldWhoDidWhatAndKeepsHisText() throws Exception {
    CaseFile file = cases.submitted();
    var late = desk.open(file, "non-acceptance", CaseFixture.CLERK);
    assertThat(desk.open(file, "accept", "clerk.hall1").send().getStatus()).isEqualTo(303);
    var answer =
        late.send("reason", "NOT_NEEDED", "explanation", "这项经营依法只需备案，不需要许可。", "redirect", "");
    assertThat(answer.getStatus()).isEqualTo(409);
    Document page = Jsoup.parse(answer.getContentAsString());
    assertThat(page.select("main").text()).contains("卢强勇", "受理", "审查中", "没有执行");
    assertThat(page.select(".typed").text()).contains("这项经营依法只需备案");
    assertThat(cases.now(file).state()).isEqualTo(State.IN_REVIEW);
    assertThat(desk.get("/desk/cases/" + file.id() + "/accept", CaseFixture.CLERK).getStatus())
        .isEqualTo(409);
  }

  @Test
  void rolesAndScopesAreHeld() throws Exception {
    CaseFile file = cases.submitted();
    String path = "/desk/cases/" + file.id() + "/accept";
    assertThat(desk.get(path, CaseFixture.REVIEWER).getStatus()).isEqualTo(403);
    assertThat(desk.get(path, "clerk.civil_affairs").getStatus()).isEqualTo(404);
    assertThat(desk.get(path, CaseFixture.CLERK).getStatus()).isEqualTo(200);
    assertThat(
            desk.get("/desk/cases/" + java.util.UUID.randomUUID(), CaseFixture.CLERK).getStatus())
        .isEqualTo(404);
  }

  // 行政许可法 §32(1)4
  @Test
  void aCorrectionMarksFieldsPapersAndWholeSections() throws Exception {
    CaseFile file = cases.submitted();
    var form = desk.open(file, "correction", CaseFixture.CLERK);
    assertThat(form.page().select("input[name=mark]").eachAttr("value"))
        .contains("field:applicant", "field:shop_name", "paper:premises_plan")
        .doesNotContain("field:diners");
    var preview =
        form.send("mark", "field:shop_name", "reason.field:shop_name", "与门头照片不一致", "preview", "1");
    assertThat(preview.getStatus()).isEqualTo(422);
    assertThat(Jsoup.parse(preview.getContentAsString()).select(".sheet").text())
        .contains("经营场所名称（招牌）", "与门头照片不一致");
    assertThat(cases.now(file).state()).isEqualTo(State.SUBMITTED);
    var answer =
        form.send(
            "mark",
            "field:shop_name",
            "reason.field:shop_name",
            "与门头照片不一致",
            "mark",
            "paper:premises_plan",
            "reason.paper:premises_plan",
            "没有标出洗消水池",
            "all",
            "people",
            "all.people",
            "健康证明看不清");
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.CORRECTING);
    assertThat(marks.of(file.id(), 1))
        .extracting(Marks.Mark::path)
        .contains("shop_name", "premises_plan", "managers", "worker_count", "workers_healthy");
  }

  @Test
  void aMarkWithoutAReasonIsRefusedAndKept() throws Exception {
    CaseFile file = cases.submitted();
    var answer = desk.open(file, "correction", CaseFixture.CLERK).send("mark", "field:shop_name");
    assertThat(answer.getStatus()).isEqualTo(422);
    Document page = Jsoup.parse(answer.getContentAsString());
    assertThat(page.select(".problem-summary").text()).contains("经营场所名称（招牌）", "理由");
    assertThat(page.select("input[name=mark][checked]").eachAttr("value"))
        .containsExactly("field:shop_name");
  }

  // 三个不得要求: nothing outside the guide can be demanded
  @Test
  void whatTheGuideDoesNotAskCannotBeDemanded() throws Exception {
    CaseFile file = cases.submitted();
    var answer =
        desk.open(file, "correction", CaseFixture.CLERK)
            .send("mark", "paper:landlord_consent", "reason.paper:landlord_consent", "请补房东同意书");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("不在本事项办事指南之内");
    assertThat(cases.now(file).state()).isEqualTo(State.SUBMITTED);
  }

  @Test
  void notAcceptingNeedsAReasonAndWhereToTurn() throws Exception {
    CaseFile file = cases.submitted();
    var form = desk.open(file, "non-acceptance", CaseFixture.CLERK);
    assertThat(form.page().select("input[name=reason]").eachAttr("value"))
        .doesNotContain("NOT_CORRECTED");
    assertThat(problem(form.send())).contains("请选择不予受理的理由");
    assertThat(problem(form.send("reason", "NOT_COMPETENT", "explanation", "属于海关的职权范围。")))
        .contains("向哪个机关申请");
    var answer =
        form.send("reason", "NOT_COMPETENT", "explanation", "属于海关的职权范围。", "redirect", "南宁海关");
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.NOT_ACCEPTED);
    assertThat(String.join("", documents.of(file.id()).getLast().content().paragraphs()))
        .contains("南宁海关", "行政复议", "行政诉讼");
  }

  @Test
  void theReviewerAsksGivesHisOpinionAndCannotDecide() throws Exception {
    CaseFile file = cases.inReview();
    assertThat(
            desk.open(file, "question", CaseFixture.REVIEWER)
                .send("question", "请说明后厨排烟口的位置。")
                .getStatus())
        .isEqualTo(303);
    assertThat(cases.now(file).questionOpen()).isTrue();
    var opinion = desk.open(file, "opinion", CaseFixture.REVIEWER);
    assertThat(problem(opinion.send("opinion", "符合条件"))).contains("建议准予还是建议不予");
    assertThat(opinion.send("recommend", "approve", "opinion", "符合条件").getStatus()).isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.PENDING_DECISION);
    assertThat(desk.get("/desk/cases/" + file.id() + "/approve", CaseFixture.REVIEWER).getStatus())
        .isEqualTo(403);
  }

  // four eyes: the same person with both roles sees why he is not offered the decision
  @Test
  void whoReviewedIsNotOfferedTheDecision() throws Exception {
    CaseFile file = cases.pendingDecision();
    java.util.UUID decider = cases.as(CaseFixture.DECIDER).account();
    database
        .sql("UPDATE casework.case_file SET reviewer = :who WHERE id = :id")
        .param("who", decider)
        .param("id", file.id())
        .update();
    Document page = desk.page("/desk/cases/" + file.id(), CaseFixture.DECIDER);
    assertThat(page.select(".decision-bar .bar-note").text()).contains("审查和决定应当由不同的人办理");
    assertThat(page.select(".decision-bar a[href$=approve]")).isEmpty();
    var answer = desk.open(file, "approve", CaseFixture.DECIDER).send("grounds", "符合法定条件和标准。");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("审查和决定应当由不同的人办理");
  }

  @Test
  void moreTimeIsAskedForAndGranted() throws Exception {
    CaseFile file = cases.inReview();
    var ask = desk.open(file, "extension", CaseFixture.REVIEWER);
    assertThat(problem(ask.send("days", "11", "reason", "需要组织专家现场核查"))).contains("1 到 10");
    assertThat(ask.send("days", "5", "reason", "需要组织专家现场核查").getStatus()).isEqualTo(303);
    var before = cases.now(file).dueOn();
    assertThat(desk.page("/desk/cases", CaseFixture.HEAD).select(".case-number").eachAttr("href"))
        .contains("/desk/cases/" + file.id());
    var decision = desk.open(file, "extension-decision", CaseFixture.HEAD);
    assertThat(decision.page().select("main").text()).contains("5 个工作日", "需要组织专家现场核查", "延长办理期限通知书");
    assertThat(problem(decision.send())).contains("请选择批准延长还是不同意延长");
    assertThat(problem(decision.send("approved", "no"))).contains("请写明理由");
    assertThat(decision.send("approved", "yes").getStatus()).isEqualTo(303);
    assertThat(cases.now(file).dueOn()).isAfter(before);
    assertThat(kinds(file)).contains(DocumentKind.EXTENSION);
  }

  @Test
  void theDeciderSendsBackApprovesAndTheWindowDelivers() throws Exception {
    CaseFile file = cases.pendingDecision();
    assertThat(
            desk.open(file, "return", CaseFixture.DECIDER).send("reason", "请补充现场核查记录").getStatus())
        .isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.IN_REVIEW);
    assertThat(
            desk.open(file, "opinion", CaseFixture.REVIEWER)
                .send("recommend", "approve", "opinion", "已补充，符合条件")
                .getStatus())
        .isEqualTo(303);
    var approve = desk.open(file, "approve", CaseFixture.DECIDER);
    assertThat(approve.page().select(".sheet").text()).contains("准予决定书", "《食品经营许可证》");
    assertThat(approve.page().select(".face").text()).contains("主体业态", "餐饮服务经营者");
    assertThat(approve.page().select(".deflist").text()).contains("审查人", "建议准予", "已补充，符合条件");
    assertThat(problem(approve.send("grounds", "好"))).contains("决定的理由");
    assertThat(approve.send("grounds", "申请材料齐全，符合法定条件、标准。").getStatus()).isEqualTo(303);
    assertThat(certificates.findByMatter(file.id().toString())).isPresent();
    var deliver = desk.open(file, "deliver", CaseFixture.CLERK);
    assertThat(problem(deliver.send())).contains("领取人");
    assertThat(deliver.send("receiver", "本人，已核对身份证原件").getStatus()).isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.DELIVERED);
  }

  // 行政许可法 §38(2)
  @Test
  void refusingShowsAndSendsReasonsAndRights() throws Exception {
    CaseFile file = cases.pendingDecision();
    var refuse = desk.open(file, "refuse", CaseFixture.DECIDER);
    var preview = refuse.send("grounds", "食品处理区面积不足。", "preview", "1");
    assertThat(Jsoup.parse(preview.getContentAsString()).select(".sheet").text())
        .contains("食品处理区面积不足", "行政复议", "行政诉讼");
    assertThat(cases.now(file).state()).isEqualTo(State.PENDING_DECISION);
    assertThat(refuse.send("grounds", "食品处理区面积不足。").getStatus()).isEqualTo(303);
    assertThat(String.join("", documents.of(file.id()).getLast().content().paragraphs()))
        .contains("食品处理区面积不足", "行政复议", "行政诉讼");
  }

  @Test
  void ofTwoWhoDecideAtOnceOneWinsAndTheOtherLeavesNothing() throws Exception {
    CaseFile file = cases.pendingDecision();
    var first = desk.open(file, "approve", CaseFixture.DECIDER);
    var second = desk.open(file, "refuse", CaseFixture.DECIDER);
    var gate = new CyclicBarrier(2);
    List<MockHttpServletResponse> answers = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(2)) {
      List<Callable<MockHttpServletResponse>> both =
          List.of(
              () -> {
                gate.await();
                return first.send("grounds", "申请材料齐全，符合法定条件、标准。");
              },
              () -> {
                gate.await();
                return second.send("grounds", "食品处理区面积不足，不符合条件。");
              });
      for (var future : pool.invokeAll(both)) {
        answers.add(future.get());
      }
    }
    assertThat(answers)
        .extracting(MockHttpServletResponse::getStatus)
        .containsExactlyInAnyOrder(303, 409);
    CaseFile now = cases.now(file);
    assertThat(now.state()).isIn(State.APPROVED, State.REFUSED);
    assertThat(journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())))
        .filteredOn(
            entry -> entry.kind().equals("case.approved") || entry.kind().equals("case.refused"))
        .hasSize(1);
    assertThat(kinds(file))
        .filteredOn(kind -> kind == DocumentKind.APPROVAL || kind == DocumentKind.REFUSAL)
        .hasSize(1);
    assertThat(certificates.findByMatter(file.id().toString()).isPresent())
        .isEqualTo(now.state() == State.APPROVED);
  }

  private List<DocumentKind> kinds(CaseFile file) {
    return documents.of(file.id()).stream().map(document -> document.kind()).toList();
  }

  private static String problem(MockHttpServletResponse answer) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(422);
    return Jsoup.parse(answer.getContentAsString()).select(".field-error, .problem-summary").text();
  }
}
