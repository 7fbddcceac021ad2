package org.yongtong.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;

@YongtongTest
class PlacesPageTest {

  @Autowired MockMvc web;

  @Test
  void placesSayWhereWhenAndWhomToRing() throws Exception {
    Document page = places(null);
    var centre = page.select("#civic-centre");
    assertThat(centre.text()).contains("南宁市良庆区玉洞大道33号", "工作日 9:00—12:00", "0771-0000051");
    assertThat(centre.select("a[href=tel:07710000051]")).hasSize(1);
    assertThat(centre.select("li").eachText().getFirst())
        .contains("A01、A02、A03、A04、A05、A06 号 综合窗口", "各部门事项");
    assertThat(page.select("article")).hasSize(51);
  }

  @Test
  void theChosenDistrictsCentreComesFirst() throws Exception {
    Document page = places("450103000000");
    assertThat(page.select("article").eachAttr("id").getFirst()).isEqualTo("district-450103");
    assertThat(page.select("article#district-450105")).isEmpty();
    assertThat(page.select("option[selected]").text()).isEqualTo("青秀区");
  }

  @Test
  void aForgedCookieMeansTheWholeCity() throws Exception {
    assertThat(places("450127000000").select("option[selected]").text()).isEqualTo("南宁市");
  }

  @Test
  void choosingADistrictIsRememberedAndLeadsBack() throws Exception {
    web.perform(
            post("/place")
                .param("division", "450103000000")
                .param("back", "/guide/x?y=1")
                .with(csrf()))
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/guide/x?y=1"))
        .andExpect(cookie().value("yt-place", "450103000000"))
        .andExpect(cookie().httpOnly("yt-place", true));
  }

  @Test
  void theWayBackNeverLeavesThisSite() throws Exception {
    web.perform(
            post("/place")
                .param("division", "450103000000")
                .param("back", "//evil.example")
                .with(csrf()))
        .andExpect(redirectedUrl("/places"));
  }

  @Test
  void anUnknownDistrictIsRefusedWithTheForm() throws Exception {
    web.perform(post("/place").param("division", "450127000000").with(csrf()))
        .andExpect(status().is(422))
        .andExpect(cookie().doesNotExist("yt-place"));
  }

  @Test
  void divisionsAreOpenAsJson() throws Exception {
    web.perform(get("/api/v1/divisions"))
        .andExpect(jsonPath("$.length()").value(12))
        .andExpect(jsonPath("$[0].code").value("450102000000"))
        .andExpect(jsonPath("$[0].hasChildren").value(true));
    web.perform(get("/api/v1/divisions").param("parent", "450103001000"))
        .andExpect(jsonPath("$[?(@.code == '450103001005')].name").value("新竹社区居委会"))
        .andExpect(jsonPath("$[0].level").value("village"));
    web.perform(get("/api/v1/divisions").param("parent", "1")).andExpect(status().isNotFound());
    web.perform(get("/api/v1/areas")).andExpect(jsonPath("$.length()").value(14));
  }

  private Document places(@Nullable String chosen) throws Exception {
    var request = get("/places");
    if (chosen != null) {
      request.cookie(new Cookie("yt-place", chosen));
    }
    return Jsoup.parse(
        web.perform(request)
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString());
  }
}
