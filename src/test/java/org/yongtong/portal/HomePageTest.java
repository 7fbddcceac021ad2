package org.yongtong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;

@YongtongTest
class HomePageTest {

  @Autowired MockMvc web;

  @Test
  void theFrontPageAsksWhatOneWantsToDo() throws Exception {
    Document page = page("/");
    assertThat(page.select("h1").text()).isEqualTo("想办什么？");
    assertThat(page.select("form.hero-search[action=/items] input[name=q]")).hasSize(1);
    assertThat(page.select(".phrases a")).hasSize(8);
    assertThat(page.select(".door").eachAttr("href")).containsExactly("/items", "/progress", "/my");
  }

  @Test
  void theFootNamesWhatTheInspectionOfGovernmentSitesLooksFor() throws Exception {
    assertThat(page("/").select(".foot").text())
        .contains("主办单位", "网站标识码", "备", "联系方式", "站点地图", "无障碍声明", "示例");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/styleguide", "/accessibility", "/site-map"})
  void aPageWorksUnderItsContentPolicyAndSaysWhatItIs(String path) throws Exception {
    Document page = page(path);
    assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
    for (var element : page.getAllElements()) {
      assertThat(element.attributes().asList())
          .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("main#main, header, footer, a.skip-link[href=#main]")).hasSize(4);
    assertThat(page.title()).endsWith(" · 邕通");
    assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
    assertThat(page.getAllElements().stream().map(e -> e.id()).filter(id -> !id.isEmpty()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theStylePageIsKeptOutOfSearchEngines() throws Exception {
    assertThat(page("/styleguide").select("meta[name=robots]").attr("content"))
        .isEqualTo("noindex");
  }

  @Test
  void largerTypeIsRememberedAndLeadsBackToWhereOneWas() throws Exception {
    web.perform(post("/large-type").with(csrf()).param("on", "1").param("back", "/places"))
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/places"))
        .andExpect(cookie().value("yt-large", "1"));
    assertThat(
            Jsoup.parse(
                    web.perform(get("/").cookie(new Cookie("yt-large", "1")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("html")
                .hasClass("large-type"))
        .isTrue();
  }

  @Test
  void theSwitchLeadsNowhereElse() throws Exception {
    web.perform(post("/large-type").with(csrf()).param("back", "//evil.example"))
        .andExpect(redirectedUrl("/"));
  }

  @Test
  void theAppCanBeInstalled() throws Exception {
    var answer = web.perform(get("/manifest.webmanifest")).andExpect(status().isOk()).andReturn();
    assertThat(answer.getResponse().getContentType()).startsWith("application/manifest+json");
    assertThat(answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("邕通", "/icon-192.png", "/icon-512.png");
  }

  private Document page(String path) throws Exception {
    return Jsoup.parse(
        web.perform(get(path))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString());
  }
}
