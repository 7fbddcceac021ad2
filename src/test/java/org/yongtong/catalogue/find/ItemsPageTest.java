package org.yongtong.catalogue.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.Catalogue;

@YongtongTest
class ItemsPageTest {

  @Autowired MockMvc web;
  @Autowired Catalogue catalogue;
  @LocalServerPort int port;

  @Test
  void allItemsComeInPagesOfTwenty() throws Exception {
    int all = catalogue.leads().size();
    Document first = page();
    assertThat(first.select(".items-count").text()).startsWith("共 " + all + " 个事项");
    assertThat(first.select(".item-card")).hasSize(20);
    assertThat(first.select(".pager a").eachText()).containsExactly("下一页");
    Document last = page("page", String.valueOf((all + 19) / 20));
    assertThat(last.select(".item-card")).hasSize(all % 20 == 0 ? 20 : all % 20);
    assertThat(last.select(".pager a").eachText()).containsExactly("上一页");
  }

  @Test
  void aSearchMarksWhatItFound() throws Exception {
    Document found = page("q", "公积金");
    assertThat(found.select(".item-card:first-of-type mark").text()).contains("公积金");
    assertThat(found.select("#q").attr("value")).isEqualTo("公积金");
  }

  @Test
  void aChipSaysHowManyItLeavesAndCanBeTakenBack() throws Exception {
    Document all = page();
    var person = all.select(".chip").stream().filter(c -> c.text().startsWith("个人")).findFirst();
    int count = Integer.parseInt(person.orElseThrow().select(".chip-count").text());
    Document filtered = page("audience", "person");
    assertThat(filtered.select(".items-count").text()).startsWith("共 " + count + " 个事项");
    assertThat(filtered.select(".items-chosen .chip").attr("href")).isEqualTo("/items");
    assertThat(filtered.select("input[type=hidden][name=audience]").attr("value"))
        .isEqualTo("person");
  }

  @Test
  void everyChipLeavesAsManyAsItSays() throws Exception {
    for (Document list : List.of(page(), page("q", "许可"), page("audience", "legal"))) {
      for (var chip : list.select(".items-filter .chip[href]:not([aria-current])")) {
        String html =
            web.perform(get(URI.create(chip.attr("href"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(html).select(".items-count").text())
            .as(chip.attr("href"))
            .startsWith("共 " + chip.select(".chip-count").text() + " 个事项");
      }
    }
  }

  @Test
  void anEmptyResultSaysWhatToDoNext() throws Exception {
    Document nothing = page("q", "zzqqxx");
    assertThat(nothing.select(".empty-state").text()).contains("没有找到“zzqqxx”。", "看全部事项");
    Document narrow = page("q", "低保", "audience", "legal");
    assertThat(narrow.select(".empty-state a").attr("href"))
        .isEqualTo("/items?q=%E4%BD%8E%E4%BF%9D");
  }

  @Test
  void whatIsTypedIsNeverMarkup() throws Exception {
    String html =
        web.perform(get("/items").param("q", "<b>许可</b>\"><script>"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(html).doesNotContain("<b>许可", "\"><script>");
  }

  @Test
  void strangeParametersDoNoHarm() throws Exception {
    for (String[] each :
        List.of(
            new String[] {"page", "-1"},
            new String[] {"page", "99999999999"},
            new String[] {"audience", "alien"},
            new String[] {"theme", ":"},
            new String[] {"kind", "PERMIT' --"})) {
      web.perform(get("/items").param(each[0], each[1])).andExpect(status().isOk());
    }
  }

  @Test
  void textIsCutWhereItAnswers() {
    assertThat(ItemsPages.marked("食品经营许可（新办）", List.of("许可")))
        .extracting(ItemsPage.Part::text)
        .containsExactly("食品经营", "许可", "（新办）");
    assertThat(ItemsPages.marked("低保", List.of())).containsExactly(new ItemsPage.Part("低保", false));
  }

  @Test
  void itemsAreOpenData() throws Exception {
    String code = catalogue.leads().getFirst().taskCode();
    web.perform(get("/api/v1/items").param("q", "低保"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].name").value("最低生活保障对象认定"));
    web.perform(get("/api/v1/items/" + code))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.taskCode").value(code))
        .andExpect(jsonPath("$.papers").isArray())
        .andExpect(jsonPath("$.sample").value(true));
    web.perform(get("/api/v1/items").param("cursor", "abc")).andExpect(status().isBadRequest());
    web.perform(get("/api/v1/items").param("cursor", "999999"))
        .andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void anUnknownItemIsAProblemForMachines() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var address = URI.create("http://localhost:" + port + "/api/v1/items/x");
      var answer =
          client.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
  }

  private Document page(String... parameters) throws Exception {
    var request = get("/items");
    for (int i = 0; i < parameters.length; i += 2) {
      request.param(parameters[i], parameters[i + 1]);
    }
    var response = web.perform(request).andExpect(status().isOk()).andReturn().getResponse();
    return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
  }
}
