package org.yongtong.catalogue.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.HandedIn;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.Handling;
import org.yongtong.catalogue.ServiceItem.Need;
import org.yongtong.catalogue.ServiceItem.Paper;

@YongtongTest
@NullUnmarked // what a page lacks fails the test
class CoveragePageTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Catalogue catalogue;
  @Autowired Coverage coverage;
  @Autowired HandedIn handedIn;
  @Autowired Clock clock;

  @Test
  void everyFigureIsWhatAPlainCountOverTheFullItemsGives() throws Exception {
    Map<String, Integer> reached = new HashMap<>();
    Map<String, Integer> of = new HashMap<>();
    for (ItemHead head : catalogue.listPublished()) {
      ServiceItem item = catalogue.version(head.version());
      for (Measure measure : Measure.values()) {
        for (String unit : head.isLead() ? List.of("list", "item") : List.of("list")) {
          String key = measure.key() + " " + unit;
          if (measure != Measure.WHOLE || crosses(item)) {
            of.merge(key, 1, Integer::sum);
            boolean inUse = item.standing().state() == ItemState.IN_USE;
            reached.merge(key, inUse && plainly(measure).test(item) ? 1 : 0, Integer::sum);
          }
        }
      }
    }
    Document board = board("/coverage");
    for (Measure measure : Measure.values()) {
      Element row = board.select("tr:has(a[href='#define-" + measure.key() + "'])").getFirst();
      for (String unit : List.of("item", "list")) {
        String key = measure.key() + " " + unit;
        Element cell = row.select("td.num").get(unit.equals("item") ? 0 : 1);
        assertThat(cell.select(".cover-count > span").first().ownText() + number(cell))
            .as(key)
            .isEqualTo("/ " + of.get(key) + reached.get(key));
      }
    }
  }

  private static int number(Element cell) {
    return Integer.parseInt(cell.select(".cover-count > span > a").first().ownText());
  }

  private static boolean crosses(ServiceItem item) {
    return !item.more().joint().isEmpty()
        || item.papers().stream().anyMatch(CoveragePageTest::foreign);
  }

  private static boolean foreign(Paper paper) {
    return paper.need() != Need.OPTIONAL && paper.source().equals("government");
  }

  private static Predicate<ServiceItem> plainly(Measure measure) {
    return switch (measure) {
      case ONLINE -> item -> true;
      case FULLY_ONLINE -> item -> item.depth() == Depth.FULL && item.visits() == 0;
      case ONE_VISIT -> item -> item.visits() < 2;
      case INSTANT -> item -> item.handling() == Handling.INSTANT;
      case WHOLE ->
          item ->
              item.papers().stream()
                  .filter(CoveragePageTest::foreign)
                  .allMatch(paper -> paper.held() != null);
      case JOINT -> item -> !item.more().joint().isEmpty();
      case HELD ->
          item ->
              item.papers().stream()
                  .anyMatch(paper -> paper.need() != Need.OPTIONAL && paper.held() != null);
      case ANYWHERE -> item -> item.more().range() != null;
    };
  }

  @Test
  void everyNumberOpensAListThatIsAsLong() throws Exception {
    var wrong = new ArrayList<String>();
    for (String measure : List.of("fully-online", "whole")) {
      Document board = board("/coverage?measure=" + measure);
      for (Element link : board.select("main a[href^=/coverage/items]")) {
        String said = link.hasClass("cover-missing") ? link.ownText() : link.ownText().strip();
        String count = said.replaceAll("[^0-9]", "");
        Element tab = board(link.attr("href")).select(".tabs a[aria-current=page]").getFirst();
        if (!tab.text().endsWith("（" + count + "）")) {
          wrong.add(link.attr("href") + " said " + count + ", shows " + tab.text());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theGroupsAddUpToTheWhole() throws Exception {
    Document board = board("/coverage?measure=one-visit");
    int all = number(board.select("tr:has(a[href='#define-one-visit']) td.num").get(1));
    for (String group : List.of("districts", "levels")) {
      int sum =
          board.select("table[aria-labelledby=" + group + "] td.num").stream()
              .mapToInt(CoveragePageTest::number)
              .sum();
      assertThat(sum).as(group).isEqualTo(all);
    }
  }

  @Test
  void aListCanBeTurnedOverToTheEnd() throws Exception {
    String path = "/coverage/items?measure=online";
    int total = coverage.now().rows().size();
    int seen = 0;
    int pages = 0;
    while (path != null && pages < 200) {
      Document page = board(path);
      seen += page.select("tbody tr").size();
      pages++;
      Element next = page.select("a[rel=next]").first();
      path = next == null ? null : next.attr("href");
    }
    assertThat(seen).isEqualTo(total);
    assertThat(board("/coverage/items?measure=online&page=99999").select("tbody tr")).isNotEmpty();
    Document odd = board("/coverage/items?measure=x&level=y&range=z&department=<b>&page=-1");
    assertThat(odd.select("h1 b, .empty-state")).hasSize(1);
  }

  @Test
  void thePlansLinesSayWhetherTheyAreReached() throws Exception {
    Document board = board("/coverage");
    Element online = board.select("tr:has(a[href='#define-online'])").getFirst();
    assertThat(online.select(".cover-targets li").eachText())
        .hasSize(2)
        .anyMatch(text -> text.startsWith("50%"))
        .anyMatch(text -> text.startsWith("80%"));
    assertThat(online.select(".pill").eachText()).containsOnly("已达到");
    Share whole = Share.count(Measure.WHOLE, coverage.now().leads());
    assertThat(board.select("tr:has(a[href='#define-whole']) .pill").text())
        .isEqualTo(whole.atLeast(60) ? "已达到" : "还差 " + whole.shortOf(60) + " 项");
    assertThat(board.select("tr:has(a[href='#define-powers'])").text()).contains("100.0%", "已达到");
    assertThat(board.select(".cover-mark")).isNotEmpty();
  }

  @Test
  void everyTableCanBeTakenAwayWithTheSameNumbers() throws Exception {
    for (String link : board("/coverage?measure=instant").select("a[download]").eachAttr("href")) {
      MockHttpServletResponse csv = answer(get(uri(link)));
      assertThat(csv.getStatus()).as(link).isEqualTo(200);
      assertThat(csv.getContentType()).startsWith("text/csv");
      assertThat(text(csv).lines().count()).as(link).isGreaterThan(1);
    }
    Share full = Share.count(Measure.FULLY_ONLINE, coverage.now().rows());
    assertThat(text(answer(get("/coverage.csv"))))
        .startsWith("\uFEFF指标,计数单位,达到,总数,占比")
        .contains("全程网办,实施清单,%d,%d,%s".formatted(full.reached(), full.of(), full.words()));
    assertThat(answer(get("/coverage.csv?table=no-such")).getStatus()).isEqualTo(404);
  }

  @Test
  void theTrendEndsWithToday() {
    Trend.Month last = coverage.now().trend().months().getLast();
    assertThat(last.items()).isEqualTo(coverage.now().leads().size());
    for (Measure measure : Trend.MEASURES) {
      assertThat(last.share(measure)).isEqualTo(Share.count(measure, coverage.now().leads()));
    }
  }

  @Test
  void leadersSeeWhatWasHandedInAndNobodyElseDoes() throws Exception {
    int before = online("market_regulation");
    new CaseFixture(context).submitted();
    assertThat(online("market_regulation")).isEqualTo(before + 1);
    for (String login : List.of("supervise1", "head.market_regulation", "editor.civil_affairs")) {
      Document desk = Jsoup.parse(text(answer(get("/desk/coverage").with(As.staff(login)))));
      assertThat(desk.select("h2#cases")).as(login).hasSize(1);
      assertThat(desk.select("tr:has(th:contains(市市场监管局)) td[data-label=网上]").text())
          .as(login)
          .isEqualTo(String.valueOf(online("market_regulation")));
    }
    assertThat(board("/coverage").select("h2#cases")).isEmpty();
    assertThat(answer(get("/desk/coverage").with(As.person())).getStatus()).isEqualTo(403);
    assertThat(
            answer(get("/desk/coverage/cases.csv").with(As.staff("clerk.market_regulation")))
                .getStatus())
        .isEqualTo(403);
    assertThat(text(answer(get("/desk/coverage/cases.csv").with(As.staff("supervise1")))))
        .contains("部门,网上提交,窗口提交,网上占比", "市市场监管局");
  }

  private int online(String department) {
    return handedIn.since(clock.instant().minus(java.time.Duration.ofDays(300))).stream()
        .filter(each -> each.department().equals(department))
        .mapToInt(HandedIn.ByDepartment::online)
        .sum();
  }

  private Document board(String path) throws Exception {
    MockHttpServletResponse answer = answer(get(uri(path)));
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return Jsoup.parse(text(answer));
  }

  private static java.net.URI uri(String path) {
    return java.net.URI.create(path.replace("<", "%3C").replace(">", "%3E"));
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request).andReturn().getResponse();
  }

  private static String text(MockHttpServletResponse answer) throws Exception {
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }
}
