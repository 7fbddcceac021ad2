package org.yongtong.catalogue.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.ServiceItem;

@YongtongTest
@NullUnmarked // what a page lacks fails the test
class LifeEventsPageTest {

  private static final String QINGXIU = "450103000000";

  @Autowired MockMvc web;
  @Autowired LifeEvents events;
  @Autowired Catalogue catalogue;

  @Test
  void everyEventTellsItsPhasesInOrderAndLeadsToGuides() throws Exception {
    var wrong = new ArrayList<String>();
    for (LifeEvent event : events.all()) {
      Document page = page(event.path());
      assertThat(page.select("h1").text()).isEqualTo(event.name());
      assertThat(page.select(".life-phase h2").eachText())
          .containsExactlyElementsOf(event.phases().stream().map(LifeEvent.Phase::when).toList());
      for (Element link : page.select(".life-link a")) {
        if (catalogue.findHead(link.attr("href").substring("/items/".length())).isEmpty()) {
          wrong.add(event.key() + ": " + link.text());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(page("/life-events").select("a.life-tile").eachAttr("href"))
        .containsExactlyElementsOf(events.all().stream().map(LifeEvent::path).toList());
  }

  @Test
  void aDeadlineNamesTheArticleThatSetsIt() throws Exception {
    Element step = page("/life-events/birth").select(".life-step:contains(给孩子报户口)").getFirst();
    assertThat(step.select(".life-until").text()).contains("出生后一个月以内");
    assertThat(step.select(".guide-basis").text()).contains("户口登记条例》第七条");
  }

  @Test
  void whatIsDoneElsewhereAndWhatHappensByItselfIsSaidAsSuch() throws Exception {
    Document page = page("/life-events/birth");
    assertThat(page.select(".is-elsewhere .tag").eachText()).isNotEmpty().containsOnly("在别处办");
    assertThat(page.select(".is-auto .tag").eachText()).isNotEmpty().containsOnly("不用您办");
    assertThat(page.select(".is-auto a, .is-elsewhere a")).isEmpty();
  }

  @Test
  void thePlaceChosenLeadsToItsOwnBodies() throws Exception {
    Document page = page("/life-events/old-age", new Cookie("yt-place", QINGXIU));
    assertThat(page.select(".life-facts").text()).contains("青秀区");
    List<ItemHead> heads =
        page.select(".life-link a").eachAttr("href").stream()
            .map(path -> catalogue.findHead(path.substring("/items/".length())).orElseThrow())
            .toList();
    assertThat(heads)
        .isNotEmpty()
        .allMatch(
            head ->
                head.level() == Level.CITY
                    ? catalogue.implementations(head.leadId()).stream()
                        .noneMatch(other -> other.division().equals(QINGXIU))
                    : head.division().equals(QINGXIU));
    assertThat(heads).anyMatch(head -> head.level() == Level.COUNTY);
    // a place that there is not is no place
    assertThat(
            page("/life-events/old-age", new Cookie("yt-place", "<b>"))
                .select(".life-facts")
                .text())
        .contains("市级的办事指南");
  }

  @Test
  void theFactsAreThoseOfTheGuide() throws Exception {
    Element step =
        page("/life-events/travel").select(".life-step:has(a:contains(普通护照))").getFirst();
    String code = step.select(".life-link a").attr("href").substring("/items/".length());
    ServiceItem item = catalogue.findPublished(code).orElseThrow();
    assertThat(step.select(".item-meta").text())
        .contains(
            item.depth().word(),
            "到现场 " + item.visits() + " 次",
            item.limits().promisedDays() + " 个工作日",
            "收费 " + item.fees().getFirst().amount().replace(".00", "") + " 元/");
  }

  @ParameterizedTest
  @CsvSource({
    "生孩子,birth", "开店,open-shop", "退休,retirement", "我要离婚,divorce", "被裁,unemployment",
    "退休金,retirement", "办营业执照,company", "买房,home", "人走了,farewell", "養老,old-age"
  })
  void everydayWordsOfferTheEvent(String typed, String key) throws Exception {
    String path = "/life-events/" + key;
    assertThat(page("/items/suggest?q=" + typed).select("li:first-child a").attr("href"))
        .isEqualTo(path);
    assertThat(page("/items?q=" + typed).select(".items-events a").eachAttr("href")).contains(path);
  }

  @Test
  void aSearchForAnItemOffersNoEvent() throws Exception {
    for (String typed : List.of("食品经营许可", "a", "护")) {
      assertThat(page("/items/suggest?q=" + typed).select("a[href^=/life-events/]"))
          .as(typed)
          .isEmpty();
    }
    assertThat(page("/items?q=开店&audience=legal").select(".items-events a")).isEmpty();
  }

  @Test
  void everyThemeCountsWhatItsListShows() throws Exception {
    for (String audience : List.of("person", "legal")) {
      for (Element heading : page("/themes/" + audience).select(".theme h2 a")) {
        String count = heading.select(".tally").text().replace(" 项", "");
        assertThat(page(heading.attr("href")).select(".items-count").text())
            .as(heading.text())
            .startsWith("共 " + count + " 个事项");
      }
    }
  }

  @Test
  void frontPageAndListLeadThere() throws Exception {
    assertThat(page("/").select("a[href=/life-events], a[href^=/life-events/]"))
        .hasSizeGreaterThan(8);
    assertThat(page("/").select("a[href=/life-events/birth], a[href=/life-events/open-shop]"))
        .hasSize(2);
    assertThat(page("/items").select("main a[href=/life-events]")).hasSize(1);
    assertThat(page("/site-map").select("a[href^=/life-events/]")).hasSize(events.all().size());
  }

  @Test
  void whatThereIsNotIsNotFound() throws Exception {
    for (String path : List.of("/life-events/no-such", "/themes/nobody", "/themes/PERSON")) {
      web.perform(get(path)).andExpect(status().isNotFound());
    }
  }

  private Document page(String path, Cookie... cookies) throws Exception {
    var request = get(java.net.URI.create(encoded(path)));
    if (cookies.length > 0) {
      request.cookie(cookies);
    }
    return Jsoup.parse(
        web.perform(request)
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8));
  }

  private static String encoded(String path) {
    return org.springframework.web.util.UriComponentsBuilder.fromUriString(path)
        .build()
        .encode()
        .toUriString();
  }
}
