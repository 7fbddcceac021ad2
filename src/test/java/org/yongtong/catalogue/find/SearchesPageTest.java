package org.yongtong.catalogue.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.web.Role;

@YongtongTest
class SearchesPageTest {

  private static final String PATH = "/desk/catalogue/searches";
  private static final String ITEM = "food-business-licence";

  @Autowired MockMvc web;
  @Autowired SearchRounds rounds;
  @Autowired Journal journal;

  @Test
  void whatFoundNothingBecomesAPhraseIsFoundAtOnceAndCanBeTakenBack() throws Exception {
    String words = "砂锅粥铺面";
    web.perform(get("/items").param("q", words)).andExpect(status().isOk());
    rounds.writeDown();
    assertThat(desk().select("th a").eachText()).contains(words);

    add(words, ITEM).andExpect(redirectedUrl(PATH));
    assertThat(page("/items?q=" + words).select(".item-card")).isNotEmpty();
    assertThat(desk().select("table").first()).isNotNull();
    assertThat(desk().select("a[href^=/items?q]").eachText()).doesNotContain(words);
    assertThat(last().kind()).isEqualTo("search.phrase_added");
    assertThat(last().payload().get("phrase")).isEqualTo(words);
    add(words, ITEM).andExpect(status().is(422));

    String remove =
        Objects.requireNonNull(desk().select("tr:has(th:contains(" + words + ")) form").first())
            .attr("action");
    web.perform(post(remove).with(As.role(Role.APPROVER)).with(As.csrf()))
        .andExpect(redirectedUrl(PATH));
    assertThat(last().kind()).isEqualTo("search.phrase_removed");
    assertThat(page("/items?q=" + words).select(".item-card")).isEmpty();
  }

  @Test
  void anEditorAddsOnlyToItemsOfTheirOwnDepartment() throws Exception {
    web.perform(
            post(PATH + "/add")
                .param("phrase", "卖砂锅粥")
                .param("lead", ITEM)
                .with(As.staff("editor.civil_affairs"))
                .with(As.csrf()))
        .andExpect(status().is(422));
  }

  @Test
  void numbersOfPersonsAreNoPhrases() throws Exception {
    add("19900001234", ITEM).andExpect(status().is(422));
    add("开", ITEM).andExpect(status().is(422));
    add("食品经营许可证", ITEM).andExpect(status().is(422));
    add("卖砂锅粥", "no-such-item").andExpect(status().is(422));
  }

  private org.springframework.test.web.servlet.ResultActions add(String phrase, String lead)
      throws Exception {
    return web.perform(
        post(PATH + "/add")
            .param("phrase", phrase)
            .param("lead", lead)
            .with(As.role(Role.APPROVER))
            .with(As.csrf()));
  }

  private org.yongtong.journal.Entry last() {
    return journal.about(new Subject("item", ITEM)).getLast();
  }

  private Document desk() throws Exception {
    return Jsoup.parse(
        web.perform(get(PATH).with(As.role(Role.APPROVER)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8));
  }

  private Document page(String path) throws Exception {
    return Jsoup.parse(
        web.perform(get(path))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8));
  }
}
