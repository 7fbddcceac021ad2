package org.yongtong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.platform.web.Role;

@YongtongTest
class HubPageTest {

  @Autowired MockMvc web;

  @Test
  void nobodySeesMySpaceWithoutSigningIn() throws Exception {
    web.perform(get("/my")).andExpect(status().isSeeOther());
  }

  @Test
  void aPersonIsGreetedAndShownAsWhomTheyAct() throws Exception {
    var page = page("/my", As.person());
    assertThat(page.select("h1").text()).endsWith("，您好");
    assertThat(page.select(".who-name").text()).isNotEmpty();
    assertThat(page.select(".bottom-bar a[aria-current=page]").attr("href")).isEqualTo("/my");
  }

  @Test
  void staffAreSentToTheirDesk() throws Exception {
    web.perform(get("/my").with(As.role(Role.WINDOW))).andExpect(redirectedUrl("/desk"));
  }

  @Test
  void theDeskHasTheDarkBarAndAMenuButNoPhoneBar() throws Exception {
    var page = page("/desk", As.role(Role.WINDOW));
    assertThat(page.select("body.is-staff nav.side a[aria-current=page]").attr("href"))
        .isEqualTo("/desk");
    assertThat(page.select(".bottom-bar")).isEmpty();
    assertThat(page.select(".who-for").text()).isNotEmpty();
  }

  @Test
  void aPersonHasNoDesk() throws Exception {
    web.perform(get("/desk").with(As.person())).andExpect(status().isForbidden());
  }

  private Document page(String path, RequestPostProcessor as) throws Exception {
    return Jsoup.parse(
        web.perform(get(path).with(as))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString());
  }
}
