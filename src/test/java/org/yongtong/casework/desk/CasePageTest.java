package org.yongtong.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.Statements;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.review.ReviewCase;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

@YongtongTest
class CasePageTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Journal journal;
  @Autowired ReviewCase review;

  private CaseFixture cases;
  private DeskPages desk;

  @BeforeEach
  void prepare() {
    cases = new CaseFixture(context);
    desk = new DeskPages(web);
  }

  @Test
  void theBarOffersExactlyWhatMayBeDoneNow() throws Exception {
    CaseFile file = cases.submitted();
    assertThat(offered(file, CaseFixture.CLERK))
        .containsExactly("accept", "correction", "non-acceptance");
    assertThat(offered(file, CaseFixture.REVIEWER)).isEmpty();
    CaseFile inReview = cases.inReview();
    assertThat(offered(inReview, CaseFixture.CLERK)).isEmpty();
    assertThat(offered(inReview, CaseFixture.REVIEWER))
        .containsExactly("question", "opinion", "consult", "extension");
    CaseFile pending = cases.pendingDecision();
    assertThat(offered(pending, CaseFixture.DECIDER))
        .containsExactly("return", "extension", "approve", "refuse");
    assertThat(offered(pending, "supervise1")).isEmpty();
  }

  @Test
  void theHeadIsOfferedTheExtensionOnlyWhenOneIsAskedFor() throws Exception {
    CaseFile file = cases.inReview();
    assertThat(offered(file, CaseFixture.HEAD)).isEmpty();
    review.requestExtension(
        cases.request(file),
        5,
        "需要组织专家现场核查",
        cases.as(CaseFixture.REVIEWER),
        org.yongtong.casework.file.Party.REVIEWER);
    assertThat(offered(file, CaseFixture.HEAD)).containsExactly("extension-decision");
    assertThat(offered(file, CaseFixture.REVIEWER)).doesNotContain("extension");
  }

  @Test
  void numbersAreMaskedUntilAPurposeIsGivenAndTheLookIsJournalled() throws Exception {
    CaseFile file = cases.submitted("old-age-allowance", "elder");
    String clerk = "clerk.civil_affairs";
    String path = "/desk/cases/" + file.id();
    String code = file.applicant().code();
    assertThat(desk.page(path, clerk).html()).doesNotContain(code, "19900008001");
    var refused =
        web.perform(
                post(path + "/unmask").param("purpose", "看").with(As.staff(clerk)).with(As.csrf()))
            .andReturn()
            .getResponse();
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("查看完整证件号码的目的").doesNotContain(code);
    var done =
        web.perform(
                post(path + "/unmask")
                    .param("purpose", "电话核实户籍")
                    .with(As.staff(clerk))
                    .with(As.csrf()))
            .andReturn()
            .getResponse();
    assertThat(done.getStatus()).isEqualTo(303);
    assertThat(desk.page(path, clerk).select(".unmasked").eachText())
        .containsExactly(code, "19900008001");
    assertThat(desk.page(path, "review1.civil_affairs").html()).doesNotContain(code);
    assertThat(journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())))
        .filteredOn(entry -> entry.kind().equals("case.unmasked"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.payload().toString()).contains("电话核实户籍").doesNotContain(code));
  }

  @Test
  void theApplicantIsHeldAgainstTheRegister() throws Exception {
    CaseFile file = cases.submitted();
    String path = "/desk/cases/" + file.id();
    var done =
        web.perform(
                post(path + "/register-check").with(As.staff(CaseFixture.CLERK)).with(As.csrf()))
            .andReturn()
            .getResponse();
    assertThat(done.getStatus()).isEqualTo(303);
    String checks =
        desk.page(path + "?view=checks", CaseFixture.CLERK).select(".check-list").text();
    assertThat(checks).contains("申请人与登记库", "一致");
  }

  @Test
  void everyPaneOpensWithoutAScript() throws Exception {
    CaseFile file = cases.pendingDecision();
    for (String view : List.of("papers", "checks", "history", "documents", "questions")) {
      Document page = desk.page("/desk/cases/" + file.id() + "?view=" + view, CaseFixture.DECIDER);
      assertThat(page.select(".case-pane .tabs a[aria-current]").attr("href")).contains(view);
    }
    assertThat(
            desk.page("/desk/cases/" + file.id() + "?view=history", CaseFixture.DECIDER)
                .select(".timeline strong")
                .eachText())
        .containsExactly("提出审查意见", "受理", "提交申请");
    String pdf =
        desk.page("/desk/cases/" + file.id() + "?view=documents", CaseFixture.DECIDER)
            .select(".paper a")
            .attr("href");
    assertThat(desk.get(pdf, CaseFixture.DECIDER).getContentType()).isEqualTo("application/pdf");
    assertThat(desk.get(pdf, "clerk.civil_affairs").getStatus()).isEqualTo(404);
  }

  @Test
  void theReceiptCanBePrinted() throws Exception {
    CaseFile file = cases.submitted();
    Document page = desk.page("/desk/cases/" + file.id() + "/receipt", CaseFixture.CLERK);
    assertThat(page.select(".sheet").text()).contains("收件凭证", file.number());
    assertThat(page.select("svg.qr")).hasSize(1);
  }

  @Test
  void theStatementsAreAtMostTwelveAndDoNotGrowWithPapers() throws Exception {
    CaseFile few = cases.pendingDecision();
    CaseFile many = cases.pendingDecision();
    cases.attach(many, "premises_plan", 9);
    cases.attach(many, "equipment_list", 9);
    desk.page("/desk/cases/" + few.id(), CaseFixture.DECIDER);
    int first = statements(few);
    assertThat(first).isBetween(1, 12);
    assertThat(statements(many)).isEqualTo(first);
  }

  private int statements(CaseFile file) throws Exception {
    var as = SampleSignIns.authentication(context, CaseFixture.DECIDER);
    try (var statements = new Statements()) {
      web.perform(
              get("/desk/cases/" + file.id())
                  .with(SecurityMockMvcRequestPostProcessors.authentication(as)))
          .andReturn();
      return statements.seen().size();
    }
  }

  private List<String> offered(CaseFile file, String login) throws Exception {
    return desk
        .page("/desk/cases/" + file.id(), login)
        .select(".decision-bar a[href]:not(.btn-link)")
        .eachAttr("href")
        .stream()
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .toList();
  }
}
