package org.yongtong.casework.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Questions;
import org.yongtong.casework.file.State;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/** 行政许可法第三十一条、优化营商环境条例第三十五条：nothing beyond the guide may be asked for. */
@YongtongTest
class ExtraDemandPageTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Journal journal;
  @Autowired Questions questions;
  CaseFixture cases;
  DeskPages desk;

  @BeforeEach
  void pages() {
    cases = new CaseFixture(context);
    desk = new DeskPages(web);
  }

  @Test
  void aQuestionThatDemandsAnotherPaperIsNotSentAndIsRecorded() throws Exception {
    CaseFile file = cases.inReview();
    Document page =
        refused(
            desk.open(file, "question", CaseFixture.REVIEWER)
                .send("question", "请您补交法定代表人的无犯罪记录证明。"));
    assertThat(page.select(".problem-summary").text())
        .contains("无犯罪记录证明", "不在本事项办事指南之内", "可以询问或者要求补正的有", "申请人基本信息");
    assertThat(page.select("textarea[name=question]").val()).contains("无犯罪记录证明");
    assertThat(questions.of(file.id())).isEmpty();
    assertThat(refusals(file))
        .singleElement()
        .satisfies(
            act -> {
              assertThat(act.payload().get("what")).isEqualTo("法定代表人的无犯罪记录证明");
              assertThat(act.act().actor().id())
                  .isEqualTo(cases.as(CaseFixture.REVIEWER).account().toString());
            });
    assertThat(cases.now(file).version()).isEqualTo(file.version());
  }

  @Test
  void aQuestionAboutSomethingThatIsNotInTheGuideIsRefused() throws Exception {
    CaseFile file = cases.inReview();
    refused(
        desk.open(file, "question", CaseFixture.REVIEWER)
            .send("about", "paper:no_such_paper", "question", "请说明情况"));
    assertThat(refusals(file)).hasSize(1);
  }

  @Test
  void aQuestionAboutAFieldReachesTheApplicantWithItsName() throws Exception {
    CaseFile file = cases.inReview();
    var opened = desk.open(file, "question", CaseFixture.REVIEWER);
    assertThat(opened.page().select("select[name=about] option").eachAttr("value"))
        .contains("", "field:shop_name", "field:applicant");
    assertThat(opened.send("about", "field:shop_name", "question", "请说明店名与招牌为什么不同。").getStatus())
        .isEqualTo(303);
    assertThat(questions.of(file.id()))
        .singleElement()
        .extracting(Questions.Question::about)
        .isNotNull();
    assertThat(refusals(file)).isEmpty();
  }

  @Test
  void aCorrectionNoticeAsksForNothingBeyondTheGuide() throws Exception {
    CaseFile file = cases.submitted();
    Document foreign =
        refused(
            desk.open(file, "correction", CaseFixture.CLERK)
                .send("mark", "paper:no_such_paper", "reason.paper:no_such_paper", "请提交"));
    assertThat(foreign.text()).contains("不在本事项办事指南之内");
    Document inReason =
        refused(
            desk.open(file, "correction", CaseFixture.CLERK)
                .send(
                    "mark", "field:shop_name", "reason.field:shop_name", "与招牌不一致，请另外提供房东的身份证复印件"));
    assertThat(inReason.text()).contains("房东的身份证");
    Document inNote =
        refused(
            desk.open(file, "correction", CaseFixture.CLERK)
                .send(
                    "mark",
                    "field:shop_name",
                    "reason.field:shop_name",
                    "与招牌不一致",
                    "note",
                    "请一并提交社区居委会证明。"));
    assertThat(inNote.text()).contains("社区居委会证明");
    assertThat(refusals(file)).hasSize(3);
    assertThat(cases.now(file).state()).isEqualTo(State.SUBMITTED);
  }

  private List<Entry> refusals(CaseFile file) {
    return journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).stream()
        .filter(entry -> entry.kind().equals("case.extra_demand_refused"))
        .toList();
  }

  private static Document refused(MockHttpServletResponse answer) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(422);
    return Jsoup.parse(answer.getContentAsString());
  }
}
