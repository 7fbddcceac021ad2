package org.yongtong.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.certificate.Certificate.Status;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.web.Role;

@YongtongTest
class DeskCertificatesPageTest {

  private static final RequestPostProcessor ISSUER = As.staff("decide.market_regulation");
  private static final RequestPostProcessor OTHER = As.staff("decide.approval");

  @Autowired MockMvc web;
  @Autowired CertificateFixture fixture;
  @Autowired Certificates certificates;
  @Autowired Journal journal;

  @Test
  void anOfficerFindsACertificateByItsNumber() throws Exception {
    Certificate issued = fixture.issueAny();
    Document page = page("/desk/certificates?q=" + issued.number(), OTHER);
    assertThat(page.select("tbody a").attr("href")).isEqualTo("/desk/certificates/" + issued.id());
    assertThat(page("/desk/certificates", ISSUER).select("tbody").text()).contains(issued.number());
    assertThat(page.select(".side").text()).contains("证照管理");
  }

  @Test
  void onlyTheIssuerSeesTheFaceAndTheChanges() throws Exception {
    String path = "/desk/certificates/" + fixture.issueAny().id();
    assertThat(page(path, ISSUER).text()).contains("经营项目", "撤销", "注销", "吊销", "暂扣");
    Document others = page(path, OTHER);
    assertThat(others.text()).doesNotContain("经营项目");
    assertThat(others.select("a[href*=change]")).isEmpty();
    assertThat(page(path, As.role(Role.SUPERVISOR)).select("a[href*=change]")).isEmpty();
  }

  @Test
  void clerksHaveNothingToDoWithIt() throws Exception {
    web.perform(get("/desk/certificates").with(As.role(Role.WINDOW)))
        .andExpect(status().isForbidden());
  }

  @Test
  void aChangeIsConfirmedWithItsReasonAndActsOnce() throws Exception {
    Certificate issued = fixture.issueAny();
    String path = "/desk/certificates/" + issued.id();
    Document step = page(path + "/change?to=SUSPENDED", ISSUER);
    assertThat(step.select("h1").text()).isEqualTo("暂扣食品经营许可证");
    String key = step.select("input[name=key]").attr("value");
    var sent =
        form(issued, "SUSPENDED", key)
            .param("reason", "依据市监罚〔2026〕1号决定暂扣")
            .param("confirmed", "true")
            .with(ISSUER);
    for (int i = 0; i < 2; i++) {
      web.perform(sent)
          .andExpect(status().isSeeOther())
          .andExpect(redirectedUrl(path + "?changed=true"));
    }
    assertThat(present(issued)).isEqualTo(Status.SUSPENDED);
    assertThat(journal.about(new Subject("certificate", issued.id().toString()))).hasSize(2);
    assertThat(page(path, ISSUER).select(".timeline").text()).contains("暂扣", "依据市监罚〔2026〕1号决定暂扣");
  }

  @Test
  void withoutReasonOrConfirmationTheFormComesBack() throws Exception {
    Certificate issued = fixture.issueAny();
    String key = UUID.randomUUID().toString();
    String answer =
        web.perform(form(issued, "REVOKED", key).param("reason", "无").with(ISSUER))
            .andExpect(status().isUnprocessableContent())
            .andReturn()
            .getResponse()
            .getContentAsString();
    Document page = Jsoup.parse(answer);
    assertThat(page.select(".problem-summary a").eachAttr("href"))
        .containsExactly("#f-reason", "#f-confirmed");
    assertThat(page.select("input[name=key]").attr("value")).isEqualTo(key);
    assertThat(present(issued)).isEqualTo(Status.VALID);
  }

  @Test
  void nobodyElseChangesTheStatus() throws Exception {
    Certificate issued = fixture.issueAny();
    for (RequestPostProcessor who :
        new RequestPostProcessor[] {OTHER, As.role(Role.SUPERVISOR), As.person()}) {
      web.perform(
              form(issued, "REVOKED", UUID.randomUUID().toString())
                  .param("reason", "依据测试决定书")
                  .param("confirmed", "true")
                  .with(who))
          .andExpect(status().isForbidden());
    }
    assertThat(present(issued)).isEqualTo(Status.VALID);
  }

  @Test
  void aChangeThatTheLawDoesNotKnowLeadsBack() throws Exception {
    Certificate issued = fixture.issueAny();
    for (String to : new String[] {"EXPIRED", "VALID", "nonsense"}) {
      web.perform(
              form(issued, to, UUID.randomUUID().toString())
                  .param("reason", "依据测试决定书")
                  .param("confirmed", "true")
                  .with(ISSUER))
          .andExpect(redirectedUrl("/desk/certificates/" + issued.id()));
    }
    assertThat(present(issued)).isEqualTo(Status.VALID);
  }

  private static MockHttpServletRequestBuilder form(Certificate issued, String to, String key) {
    return post("/desk/certificates/" + issued.id() + "/change")
        .param("to", to)
        .param("key", key)
        .with(As.csrf());
  }

  private Status present(Certificate issued) {
    return certificates.findByMatter(issued.matter()).orElseThrow().status();
  }

  private Document page(String path, RequestPostProcessor who) throws Exception {
    return Jsoup.parse(
        web.perform(get(path).with(who))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString());
  }
}
