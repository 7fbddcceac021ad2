package org.yongtong.casework.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.yongtong.casework.ApplicationFixture.location;
import static org.yongtong.casework.ApplicationFixture.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.State;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.web.HomeFigure;

@YongtongTest
class CasesPageTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Journal journal;
  @Autowired OwnCases own;
  @Autowired HandlingFigures figures;
  ApplicationFixture elder;

  @BeforeEach
  void someone() {
    elder = new ApplicationFixture(web, context);
  }

  private Document page(UUID id) throws Exception {
    return elder.page("/my/cases/" + id);
  }

  @Test
  void aCaseSaysInOneSentenceWhereItStandsAndUntilWhen() throws Exception {
    UUID id = elder.submitted();
    Document page = elder.page("/my/cases/" + id + "?submitted=");
    assertThat(page.select(".alert-success").text()).contains("申请已经提交");
    assertThat(page.select(".case-sentence").text())
        .startsWith("已收到，")
        .contains("民政局", "最迟", "（周")
        .endsWith("前告诉您是否受理。");
    assertThat(page.select(".case-number").text()).isEqualTo(elder.file(id).number());
    assertThat(page.select(".timeline").text()).contains("您提交了申请");
    assertThat(page.select("main").text())
        .contains("收件凭证", "与子女同住", "存折.png", "450122********9860")
        .doesNotContain("450122194403189860");
  }

  @Test
  void theTimelineNamesDepartmentAndPostButNoMemberOfStaff() throws Exception {
    UUID id = elder.accepted(elder.submitted());
    String clerk = elder.staff("clerk.civil_affairs").name();
    Document page = page(id);
    assertThat(page.select(".timeline").text()).contains("民政局受理了您的申请", "经办岗位：");
    assertThat(page.select("main").text()).doesNotContain(clerk);
    assertThat(page.select(".clock").text()).contains("剩", "个工作日", "前作出决定");
    assertThat(page.select(".clock-lines").text())
        .contains("承诺 10 个工作日，最迟", "法定 40 个工作日，最迟", "受理当日不算");
  }

  @Test
  void whileACorrectionIsAwaitedTheClockStandsStill() throws Exception {
    UUID id = elder.corrected(elder.submitted(), new Marks.Mark("field", "care", "现在由谁照料", "请核对"));
    Document page = page(id);
    assertThat(page.select(".clock").text()).contains("停止计时");
    assertThat(page.select(".case-do").text()).contains("现在由谁照料", "请核对");
    assertThat(page.select("form[action$=/correction]")).hasSize(1);
  }

  @Test
  void aQuestionIsAnsweredOnceAndKeptWhenRefused() throws Exception {
    UUID id = elder.asked(elder.accepted(elder.submitted()), "老人现在住在哪里？");
    Document page = page(id);
    assertThat(page.select("#question").text()).contains("老人现在住在哪里？");
    Document again = refused(elder.send(action(page, "answer").param("answer", "在")));
    assertThat(again.select("#answer-error").text()).contains("请填写答复内容");
    assertThat(again.select("#answer").text()).contains("在");
    MockHttpServletRequestBuilder answer = action(page, "answer").param("answer", "住在户籍地址。");
    String done = "/my/cases/" + id + "?done=answered";
    assertThat(location(elder.send(answer))).isEqualTo(done);
    assertThat(location(elder.send(answer))).as("sent twice").isEqualTo(done);
    Document after = page(id);
    assertThat(after.select("#question")).isEmpty();
    assertThat(after.select("main").text()).contains("住在户籍地址。");
    Document late = refused(elder.send(action(page, "answer").param("answer", "别的答复")));
    assertThat(late.select(".alert-danger").text()).contains("已经提交过");
  }

  @Test
  void anApplicationIsWithdrawnWithAReason() throws Exception {
    UUID id = elder.submitted();
    Document confirm = elder.page("/my/cases/" + id + "/withdraw");
    refused(elder.send(action(confirm, "withdraw").param("reason", "长".repeat(201))));
    assertThat(location(elder.send(action(confirm, "withdraw").param("reason", "家人已经代办"))))
        .isEqualTo("/my/cases/" + id + "?done=withdrawn");
    assertThat(elder.file(id).state()).isEqualTo(State.WITHDRAWN);
    Document page = page(id);
    assertThat(page.select(".case-sentence").text()).isEqualTo("您已撤回申请，办理结束。");
    assertThat(page.select("a[href$=/withdraw]")).isEmpty();
    assertThat(page.text()).contains("终止办理通知书");
  }

  @Test
  void anActionOnAPageThatIsOutOfDateIsRefusedWithTheReason() throws Exception {
    UUID id = elder.submitted();
    Document confirm = elder.page("/my/cases/" + id + "/withdraw");
    elder.accepted(id);
    Document page = refused(elder.send(action(confirm, "withdraw")));
    assertThat(page.select(".alert-danger").text()).contains("您的操作没有执行");
    assertThat(elder.file(id).state()).isEqualTo(State.IN_REVIEW);
  }

  @Test
  void theDecisionIsShownAfterItWasAskedForAndThatIsItsDelivery() throws Exception {
    UUID id = elder.decided(elder.accepted(elder.submitted()), true);
    Document page = page(id);
    assertThat(page.select(".case-do").text()).contains("查看即视为送达");
    String decision = page.select(".paper:contains(准予决定书) a").attr("href");
    assertThat(elder.page(decision).select("article")).isEmpty();
    web.perform(get(decision + ".pdf").with(As.login("elder"))).andExpect(status().isSeeOther());
    assertThat(elder.file(id).state()).isEqualTo(State.APPROVED);

    assertThat(location(elder.send(post("/my/cases/" + id + "/result")))).isEqualTo(decision);
    assertThat(location(elder.send(post("/my/cases/" + id + "/result")))).isEqualTo(decision);
    assertThat(elder.page(decision).select("article").text()).contains("决定准予", "韦秀兰");
    assertThat(elder.file(id).state()).isEqualTo(State.DELIVERED);
    assertThat(
            journal.about(new Subject("case", id.toString())).stream()
                .filter(entry -> entry.kind().equals("case.delivered")))
        .hasSize(1);
    byte[] pdf =
        web.perform(get(decision + ".pdf").with(As.login("elder")))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
  }

  @Test
  void aRefusalTellsTheRightsAndThePeriodTheyRunFrom() throws Exception {
    UUID id = elder.decided(elder.accepted(elder.submitted()), false);
    assertThat(page(id).select(".case-do").text()).contains("申请复议、提起诉讼的期限从查看的这一天起算");
    String decision = location(elder.send(post("/my/cases/" + id + "/result")));
    assertThat(elder.page(decision).select("article").text()).contains("行政复议", "60 日", "行政诉讼");
  }

  @Test
  void theReceiptHasNumberCodeAndTheDigestOfTheJournal() throws Exception {
    UUID id = elder.submitted();
    Document page = elder.page("/my/cases/" + id + "/receipt");
    assertThat(page.select(".case-number").text()).isEqualTo(elder.file(id).number());
    assertThat(page.select("svg.qr")).hasSize(1);
    Object digest =
        journal.about(new Subject("case", id.toString())).getFirst().payload().get("content_sm3");
    assertThat(page.text()).contains(String.valueOf(digest));
  }

  @Test
  void nothingOfAnotherPersonsCaseIsThere() throws Exception {
    UUID id = elder.submitted();
    Document page = page(id);
    String document = page.select(".paper:contains(收件凭证) a").attr("href");
    String file = page.select(".paper:contains(存折.png) a").attr("href");
    for (String path :
        List.of(
            "/my/cases/" + id,
            "/my/cases/" + id + "/receipt",
            "/my/cases/" + id + "/withdraw",
            document,
            document + ".pdf",
            file)) {
      web.perform(get(path).with(As.login("elder"))).andExpect(status().isOk());
      web.perform(get(path).with(As.person())).andExpect(status().isNotFound());
    }
    for (String action : List.of("answer", "withdraw", "correction", "result")) {
      web.perform(action(action, id).param("answer", "答复").with(As.person()).with(As.csrf()))
          .andExpect(status().isNotFound());
    }
    assertThat(elder.file(id).state()).isEqualTo(State.SUBMITTED);
  }

  @Test
  void theListShowsDraftsFirstAndPagesWithoutLossOrRepetition() throws Exception {
    for (int i = 0; i < 22; i++) {
      elder.submitted();
    }
    String draft = elder.begin();
    Document first = elder.page("/my/cases");
    assertThat(first.select("a[href^=" + draft + "]")).isNotEmpty();
    List<String> seen = new ArrayList<>();
    String next = "/my/cases";
    while (!next.isEmpty()) {
      Document page = elder.page(next);
      List<String> numbers = page.select(".case-number").eachText();
      assertThat(numbers.size()).isBetween(1, 20);
      seen.addAll(numbers);
      next = page.select("a[rel=next]").attr("href");
    }
    assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(22);
    assertThat(elder.page("/my/cases?after=1-x").select(".case-number")).hasSize(20);
    assertThat(
            Jsoup.parse(
                    web.perform(get("/my/cases").with(As.login("noodle-shop-owner")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select(".empty-state")
                .text())
        .contains("您还没有办件");
  }

  @Test
  void theCardOfMySpaceCountsWhatWaitsForTheApplicant() throws Exception {
    var me = SampleSignIns.find(context, "elder");
    int before = own.waiting(me);
    UUID id = elder.corrected(elder.submitted(), new Marks.Mark("field", "care", "现在由谁照料", "请核对"));
    assertThat(own.waiting(me)).isEqualTo(before + 1);
    assertThat(elder.page("/my").select("a[href=/my/cases] .count").text())
        .isEqualTo(Integer.toString(before + 1));
    assertThat(elder.page("/my/cases").select("a[href=/my/cases/" + id + "].btn-warm").text())
        .contains("请补正");
  }

  @Test
  void theFiguresOfTheFrontPageAreCountedFromDecidedCases() throws Exception {
    int before = today();
    elder.decided(elder.accepted(elder.submitted()), true);
    assertThat(today()).isEqualTo(before + 1);
    assertThat(figures.figures().stream().filter(figure -> figure.word().equals("中位用时")))
        .singleElement()
        .satisfies(figure -> assertThat(figure.value()).isEqualTo("0"));
  }

  private int today() {
    return figures.figures().stream()
        .filter(figure -> figure.word().equals("今日办结"))
        .map(HomeFigure::value)
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(0);
  }

  /** A form of the page, with its hidden fields. */
  private static MockHttpServletRequestBuilder action(Document page, String action) {
    var form = page.expectFirst("form[action$=/" + action + "]");
    MockHttpServletRequestBuilder request = post(form.attr("action"));
    form.select("input[type=hidden]:not([name=_csrf])")
        .forEach(field -> request.param(field.attr("name"), field.attr("value")));
    return request;
  }

  private static MockHttpServletRequestBuilder action(String action, UUID id) {
    return post("/my/cases/" + id + "/" + action)
        .param("version", "0")
        .param("key", UUID.randomUUID().toString());
  }
}
