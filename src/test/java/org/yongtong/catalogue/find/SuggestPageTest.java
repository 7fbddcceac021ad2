package org.yongtong.catalogue.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;

@YongtongTest
class SuggestPageTest {

  @Autowired MockMvc web;

  @Test
  void upToEightItemsAreOfferedAndTheWholeSearch() throws Exception {
    Document part = part("许可");
    assertThat(part.select("a[href^=/items/]")).hasSize(8);
    assertThat(part.select("a").last()).isNotNull();
    assertThat(part.select(".suggest-all").attr("href")).isEqualTo("/items?q=%E8%AE%B8%E5%8F%AF");
    assertThat(part.select("[role=status]").text()).contains("有 8 个建议");
  }

  @Test
  void theEverydayNameThatAnswersIsSaid() throws Exception {
    assertThat(part("yingyezhi").select("li").text()).contains("个体工商户设立登记", "也叫：");
  }

  @Test
  void nothingTypedOffersNothing() throws Exception {
    assertThat(part(" ").select("a")).isEmpty();
    assertThat(part("zzqqxx").select("a")).hasSize(1);
  }

  @Test
  void whatIsTypedIsNeverMarkup() throws Exception {
    assertThat(part("<img src=x>").select("img")).isEmpty();
  }

  @Test
  void bothSearchBoxesAskForSuggestionsAndSearchWithoutAScript() throws Exception {
    for (String path : new String[] {"/", "/items"}) {
      Document page = page(path);
      assertThat(page.select("form[data-suggest][action=/items] input[name=q]").attr("hx-get"))
          .as(path)
          .isEqualTo("/items/suggest");
    }
  }

  @Test
  void aSearchThatFindsNothingLeadsSomewhere() throws Exception {
    Document nothing = page("/items?q=zzqqxx");
    assertThat(nothing.select("main a[href=tel:12345]")).hasSize(1);
    assertThat(nothing.select("section[aria-labelledby=popular] a")).isNotEmpty();
    assertThat(nothing.select("section[aria-labelledby=events] a")).isNotEmpty();
  }

  private Document part(String typed) throws Exception {
    return Jsoup.parse(
        web.perform(get("/items/suggest").param("q", typed))
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
