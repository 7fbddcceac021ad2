package org.yongtong.casework.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.accept.AcceptCase;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.directory.Absences;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/** Who does a case: pool, taking, assigning, handing over, and standing in for who is away. */
@YongtongTest
class HoldingPagesTest {

  private static final String SECOND = "review2.market_regulation";
  private static final String AWAY = "review1.transport";
  private static final String DELEGATE = "review2.transport";

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Journal journal;
  @Autowired AcceptCase accept;
  @Autowired Absences absences;
  @Autowired Clock clock;

  private CaseFixture cases;
  private DeskPages desk;

  @BeforeEach
  void prepare() {
    cases = new CaseFixture(context);
    desk = new DeskPages(web);
  }

  @Test
  void aTakenCaseIsOfOnePersonAndLeavesThePool() throws Exception {
    CaseFile file = cases.inReview();
    assertThat(found("pool", file, CaseFixture.REVIEWER)).isTrue();
    assertThat(found("pool", file, CaseFixture.CLERK)).isFalse();
    assertThat(desk.page("/desk/cases/" + file.id(), CaseFixture.REVIEWER).select(".holder").text())
        .contains("还没有人领取", "领取");
    assertThat(desk.open(file, "take", CaseFixture.REVIEWER).send().getStatus()).isEqualTo(303);
    assertThat(found("pool", file, SECOND)).isFalse();
    assertThat(found("mine", file, CaseFixture.REVIEWER)).isTrue();
    assertThat(found("mine", file, SECOND)).isFalse();
    Document others = desk.page("/desk/cases/" + file.id(), SECOND);
    assertThat(others.select(".decision-bar a[href]")).isEmpty();
    assertThat(others.select(".bar-note").text()).contains("现在由" + holderName());
    assertThat(problem(opinion(file, SECOND))).contains("别人不能办理");
    assertThat(problem(desk.open(file, "take", SECOND).send())).contains("别人不能办理");
    assertThat(opinion(file, CaseFixture.REVIEWER).getStatus()).isEqualTo(303);
    assertThat(cases.now(file).holder()).isNull();
    assertThat(found("pool", file, CaseFixture.DECIDER)).isTrue();
  }

  @Test
  void theHeadAssignsTheHolderHandsOverAndPutsBackWithAReason() throws Exception {
    CaseFile file = cases.inReview();
    assertThat(desk.get("/desk/cases/" + file.id() + "/assign", SECOND).getStatus()).isEqualTo(403);
    var assign = desk.open(file, "assign", CaseFixture.HEAD);
    assertThat(assign.page().select("select[name=to] option").eachAttr("value"))
        .contains(CaseFixture.REVIEWER, SECOND)
        .doesNotContain(CaseFixture.CLERK, CaseFixture.DECIDER);
    assertThat(problem(assign.send("to", CaseFixture.CLERK))).contains("请选择由谁承办");
    assertThat(assign.send("to", SECOND).getStatus()).isEqualTo(303);
    assertThat(cases.now(file).holder()).isEqualTo(SECOND);
    var over = desk.open(file, "hand-over", SECOND);
    assertThat(problem(over.send("to", CaseFixture.REVIEWER, "reason", ""))).contains("请写明理由");
    assertThat(over.send("to", CaseFixture.REVIEWER, "reason", "与申请人是亲属").getStatus())
        .isEqualTo(303);
    assertThat(cases.now(file).holder()).isEqualTo(CaseFixture.REVIEWER);
    var back = desk.open(file, "put-back", CaseFixture.REVIEWER);
    assertThat(problem(back.send("reason", ""))).contains("请写明理由");
    assertThat(back.send("reason", "不归我负责").getStatus()).isEqualTo(303);
    assertThat(cases.now(file).holder()).isNull();
    assertThat(history(file).stream().map(Entry::kind))
        .endsWith("case.assigned", "case.handed_over", "case.put_back");
    assertThat(
            desk.page("/desk/cases/" + file.id() + "?view=history", SECOND)
                .select(".timeline")
                .text())
        .contains("移交", "承办人", "与申请人是亲属");
  }

  @Test
  void theDelegateDoesTheWorkOfWhoIsAwayAndTheJournalSaysSo() throws Exception {
    CaseFile file = inReviewOfTransport();
    desk.open(file, "take", AWAY).send();
    assertThat(problem(opinion(file, DELEGATE))).contains("别人不能办理");
    LocalDate today = LocalDate.now(clock);
    assertThat(set(AWAY, AWAY, DELEGATE, today, today.plusDays(3)).getStatus()).isEqualTo(303);
    try {
      assertThat(found("mine", file, DELEGATE)).isTrue();
      assertThat(desk.page("/desk/absence", AWAY).select("main table").text()).contains("正在外出");
      assertThat(opinion(file, DELEGATE).getStatus()).isEqualTo(303);
      Entry entry = history(file).getLast();
      assertThat(entry.act().actor().onBehalfOf()).isEqualTo(cases.as(AWAY).account().toString());
      assertThat(entry.act().actor().name()).contains("受" + cases.as(AWAY).name() + "委托");
      // either of the two has given the opinion now
      assertThat(problem(opinion(file, AWAY))).contains("只能提出一次意见");
    } finally {
      assertThat(end(AWAY).getStatus()).isEqualTo(303);
    }
    assertThat(absences.coveredBy(DELEGATE)).isEmpty();
  }

  @Test
  void overlappingChainedAndUnequalDelegationsAreRefused() throws Exception {
    LocalDate from = LocalDate.now(clock).plusDays(30);
    assertThat(set(AWAY, AWAY, DELEGATE, from, from.plusDays(5)).getStatus()).isEqualTo(303);
    try {
      assertThat(problem(set(AWAY, AWAY, DELEGATE, from.plusDays(5), from.plusDays(9))))
          .contains("时间不能重叠");
      assertThat(problem(set(DELEGATE, DELEGATE, AWAY, from.plusDays(2), from.plusDays(3))))
          .contains("自己外出，不能受委托");
      assertThat(problem(set(AWAY, AWAY, "decide.transport", from, from))).contains("同样岗位权限");
      assertThat(problem(set(AWAY, AWAY, SECOND, from, from))).contains("同样岗位权限");
      assertThat(problem(set(AWAY, DELEGATE, AWAY, from, from))).contains("只有本人和机关负责人");
      assertThat(problem(set(AWAY, AWAY, DELEGATE, from.minusDays(60), from.minusDays(55))))
          .contains("不早于今天");
      assertThat(
              set("head.transport", DELEGATE, AWAY, from.plusDays(20), from.plusDays(21))
                  .getStatus())
          .isEqualTo(303);
    } finally {
      end("head.transport");
    }
    assertThat(absences.of("transport")).isEmpty();
  }

  private String holderName() {
    return cases.as(CaseFixture.REVIEWER).name() + "承办";
  }

  private CaseFile inReviewOfTransport() {
    CaseFile file = cases.submitted("dangerous-goods-transport", CaseFixture.COMPANY);
    return cases.expectDone(accept.accept(cases.request(file), cases.as("clerk.transport")));
  }

  private MockHttpServletResponse set(
      String by, String absent, String delegate, LocalDate from, LocalDate until) throws Exception {
    return web.perform(
            post("/desk/absence")
                .param("absent", absent)
                .param("delegate", delegate)
                .param("from", from.toString())
                .param("until", until.toString())
                .with(As.staff(by))
                .with(As.csrf()))
        .andReturn()
        .getResponse();
  }

  /** Ends all absences of the department; the answer to the last. */
  private MockHttpServletResponse end(String by) throws Exception {
    MockHttpServletResponse last = new MockHttpServletResponse();
    Document page = desk.page("/desk/absence", by);
    for (String id : page.select("main table input[name=id]").eachAttr("value")) {
      last =
          web.perform(post("/desk/absence/end").param("id", id).with(As.staff(by)).with(As.csrf()))
              .andReturn()
              .getResponse();
    }
    return last;
  }

  private MockHttpServletResponse opinion(CaseFile file, String login) throws Exception {
    return desk.open(file, "opinion", login).send("recommend", "approve", "opinion", "材料齐全，符合条件。");
  }

  private boolean found(String tab, CaseFile file, String login) throws Exception {
    String next = "/desk/cases?tab=" + tab;
    while (!next.isEmpty()) {
      Document page = desk.page(next, login);
      if (page.select(".case-number").eachAttr("href").contains("/desk/cases/" + file.id())) {
        return true;
      }
      next = page.select("a[rel=next]").attr("href");
    }
    return false;
  }

  private List<Entry> history(CaseFile file) {
    return journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString()));
  }

  private static String problem(MockHttpServletResponse answer) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(422);
    return Jsoup.parse(answer.getContentAsString()).select(".alert-danger, .field-error").text();
  }
}
