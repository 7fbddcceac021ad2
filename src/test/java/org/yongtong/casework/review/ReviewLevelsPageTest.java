package org.yongtong.casework.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.Statements;
import org.yongtong.casework.accept.AcceptCase;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.State;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/** Several levels of review, one after another and side by side, in one department and in two. */
@YongtongTest
class ReviewLevelsPageTest {

  private static final String SECOND = "review2.market_regulation";
  private static final String THIRD = "review3.market_regulation";
  private static final String POLICE = "review1.public_security";

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Journal journal;
  @Autowired AcceptCase accept;
  @Autowired JdbcClient database;

  private CaseFixture cases;
  private DeskPages desk;

  @BeforeEach
  void prepare() {
    cases = new CaseFixture(context);
    desk = new DeskPages(web);
  }

  @Test
  void theCaseGoesToTheDeciderOnlyWithTheOpinionOfTheLastLevel() throws Exception {
    CaseFile file = drugs();
    assertThat(words(file, CaseFixture.REVIEWER))
        .containsExactly("材料初审 正在审查", "现场检查意见 未开始", "复审 未开始");
    assertThat(opinion(file, CaseFixture.REVIEWER, "approve").getStatus()).isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.IN_REVIEW);
    assertThat(problem(opinion(file, CaseFixture.REVIEWER, "approve"))).contains("只能提出一次意见");
    assertThat(opinion(file, SECOND, "approve").getStatus()).isEqualTo(303);
    assertThat(words(file, THIRD)).containsExactly("材料初审 建议准予", "现场检查意见 建议准予", "复审 正在审查");
    assertThat(opinion(file, THIRD, "approve").getStatus()).isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.PENDING_DECISION);
    assertThat(kinds(file))
        .endsWith("case.level_opinion_given", "case.level_opinion_given", "case.opinion_given");
    Document page = desk.page("/desk/cases/" + file.id() + "?view=history", CaseFixture.DECIDER);
    assertThat(page.select(".timeline").text()).contains("提出本级审查意见", "审查层级：现场检查意见");
  }

  @Test
  void whoeverReviewedIsNotOfferedAnotherLevel() throws Exception {
    CaseFile file = drugs();
    opinion(file, CaseFixture.REVIEWER, "approve");
    Document page = desk.page("/desk/cases/" + file.id(), CaseFixture.REVIEWER);
    assertThat(page.select(".decision-bar .bar-note").text()).contains("应当由别人审查");
    assertThat(page.select(".decision-bar a[href$=/opinion]")).isEmpty();
    assertThat(desk.page("/desk/cases/" + file.id(), SECOND).select("a[href$=/opinion]"))
        .hasSize(1);
  }

  @Test
  void theDatabaseKeepsOnePersonOneOpinion() throws Exception {
    CaseFile file = drugs();
    opinion(file, CaseFixture.REVIEWER, "approve");
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        "UPDATE casework.review_step SET done_at = now(), agrees = true, done_by ="
                            + " :by WHERE case_id = :id AND level = 'site'")
                    .param("by", cases.as(CaseFixture.REVIEWER).account())
                    .param("id", file.id())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
    opinion(file, SECOND, "approve");
    opinion(file, THIRD, "approve");
    assertThatThrownBy(
            () ->
                database
                    .sql("UPDATE casework.case_file SET decider = :by WHERE id = :id")
                    .param("by", cases.as(SECOND).account())
                    .param("id", file.id())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aLevelThatDoesNotAgreeSendsTheCaseStraightToTheDecider() throws Exception {
    CaseFile file = drugs();
    opinion(file, CaseFixture.REVIEWER, "approve");
    opinion(file, SECOND, "refuse");
    assertThat(cases.now(file).state()).isEqualTo(State.PENDING_DECISION);
    assertThat(words(file, CaseFixture.DECIDER))
        .containsExactly("材料初审 建议准予", "现场检查意见 建议不予", "复审 未开始");
  }

  @Test
  void theDeciderSendsItBackToALevelAndThoseAfterItAreDoneAnew() throws Exception {
    CaseFile file = drugs();
    opinion(file, CaseFixture.REVIEWER, "approve");
    opinion(file, SECOND, "approve");
    opinion(file, THIRD, "approve");
    var form = desk.open(file, "return", CaseFixture.DECIDER);
    assertThat(problem(form.send("level", "nothing", "reason", "请复核现场照片"))).contains("请选择退回到哪一级");
    assertThat(form.send("level", "site", "reason", "请复核现场照片").getStatus()).isEqualTo(303);
    CaseFile back = cases.now(file);
    assertThat(back.state()).isEqualTo(State.IN_REVIEW);
    assertThat(words(file, SECOND)).containsExactly("材料初审 建议准予", "现场检查意见 正在审查", "复审 未开始");
    Document page = desk.page("/desk/cases/" + file.id(), SECOND);
    assertThat(page.select(".levels").text()).contains("上一轮的意见，仍然有效");
    assertThat(page.select(".levels details li")).hasSize(3);
    assertThat(problem(opinion(file, CaseFixture.REVIEWER, "approve"))).contains("只能提出一次意见");
    assertThat(opinion(file, SECOND, "approve").getStatus()).isEqualTo(303);
    assertThat(opinion(file, THIRD, "approve").getStatus()).isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.PENDING_DECISION);
  }

  @Test
  void sentBackWithoutALevelItBeginsAnew() throws Exception {
    CaseFile file = drugs();
    opinion(file, CaseFixture.REVIEWER, "refuse");
    desk.open(file, "return", CaseFixture.DECIDER).send("level", "", "reason", "请重新审查");
    assertThat(words(file, CaseFixture.REVIEWER))
        .containsExactly("材料初审 正在审查", "现场检查意见 未开始", "复审 未开始");
    assertThat(opinion(file, CaseFixture.REVIEWER, "approve").getStatus()).isEqualTo(303);
  }

  @Test
  void anotherDepartmentReviewsItsLevelOnlyAndTheNextWaitsForBoth() throws Exception {
    CaseFile file = accepted("entertainment-venue-licence");
    String own = "review1." + file.department();
    assertThat(found("/desk/cases?tab=review", file, POLICE)).isTrue();
    Document page = desk.page("/desk/cases/" + file.id(), POLICE);
    assertThat(page.select(".decision-bar a[href]").eachAttr("href"))
        .containsExactly("/desk/cases/" + file.id() + "/opinion");
    for (String action : List.of("question", "special", "extension", "return", "approve")) {
      assertThat(desk.get("/desk/cases/%s/%s".formatted(file.id(), action), POLICE).getStatus())
          .as(action)
          .isIn(403, 404);
    }
    assertThat(opinion(file, own, "approve").getStatus()).isEqualTo(303);
    assertThat(words(file, own)).containsExactly("初审 建议准予", "公安机关核查意见 正在审查", "复审 未开始");
    assertThat(desk.page("/desk/cases/" + file.id(), own).select(".bar-note").text())
        .contains("现在等其他部门提出审查意见");
    assertThat(desk.open(file, "opinion", POLICE).page().select("h1").text()).contains("公安机关核查意见");
    assertThat(opinion(file, POLICE, "approve").getStatus()).isEqualTo(303);
    assertThat(found("/desk/cases?tab=review", file, POLICE)).isFalse();
    assertThat(desk.get("/desk/cases/%s/opinion".formatted(file.id()), POLICE).getStatus())
        .isEqualTo(404);
    assertThat(opinion(file, "review2." + file.department(), "approve").getStatus()).isEqualTo(303);
    assertThat(cases.now(file).state()).isEqualTo(State.PENDING_DECISION);
    assertThat(desk.get("/desk/cases/" + file.id(), "review1.civil_affairs").getStatus())
        .isEqualTo(404);
  }

  @Test
  void theApplicantReadsOneLine() throws Exception {
    CaseFile file = drugs();
    opinion(file, CaseFixture.REVIEWER, "approve");
    String text =
        Jsoup.parse(desk.get("/my/cases/" + file.id(), CaseFixture.COMPANY).getContentAsString())
            .select("main")
            .text();
    assertThat(text).contains("审查中").doesNotContain("初审", "现场检查意见", "符合条件");
  }

  @Test
  void theCasePageKeepsItsBudget() throws Exception {
    CaseFile file = drugs();
    opinion(file, CaseFixture.REVIEWER, "approve");
    desk.page("/desk/cases/" + file.id(), SECOND);
    var as = SampleSignIns.authentication(context, SECOND);
    try (var statements = new Statements()) {
      web.perform(
              MockMvcRequestBuilders.get("/desk/cases/" + file.id())
                  .with(SecurityMockMvcRequestPostProcessors.authentication(as)))
          .andReturn();
      assertThat(statements.seen().size()).isBetween(1, 12);
    }
  }

  private CaseFile drugs() {
    return accepted("drug-retail-licence");
  }

  private CaseFile accepted(String item) {
    CaseFile file = cases.submitted(item, CaseFixture.COMPANY);
    String clerk = "clerk." + file.department();
    return cases.expectDone(accept.accept(cases.request(file), cases.as(clerk)));
  }

  private MockHttpServletResponse opinion(CaseFile file, String login, String recommend)
      throws Exception {
    return desk.open(file, "opinion", login).send("recommend", recommend, "opinion", "材料齐全，符合条件。");
  }

  private List<String> words(CaseFile file, String login) throws Exception {
    return desk.page("/desk/cases/" + file.id(), login)
        .select(".levels > .level-line .level-name")
        .eachText();
  }

  private boolean found(String path, CaseFile file, String login) throws Exception {
    return desk.page(path, login)
        .select(".case-number")
        .eachAttr("href")
        .contains("/desk/cases/" + file.id());
  }

  private List<String> kinds(CaseFile file) {
    return journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).stream()
        .map(entry -> entry.kind())
        .toList();
  }

  private static String problem(MockHttpServletResponse answer) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(422);
    return Jsoup.parse(answer.getContentAsString()).select(".alert-danger, .field-error").text();
  }
}
