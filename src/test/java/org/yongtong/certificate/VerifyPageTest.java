package org.yongtong.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yongtong.YongtongTest;
import org.yongtong.certificate.Certificate.Status;

@YongtongTest
class VerifyPageTest {

  private static final AtomicInteger VISITORS = new AtomicInteger();

  @Autowired MockMvc web;
  @Autowired Certificates certificates;
  @Autowired CertificateFixture fixture;

  @Test
  void anyoneMayAskWithoutSigningIn() throws Exception {
    Document page = page(get("/verify"));
    assertThat(page.select("form[action=/verify] input[name=number]")).hasSize(1);
    assertThat(page.select(".verdict")).isEmpty();
  }

  @Test
  void aValidCertificateIsCalledSoByNumberAndByIdentifier() throws Exception {
    Certificate issued = fixture.issueAny();
    for (String typed :
        new String[] {
          issued.number(),
          " " + issued.number().toLowerCase(java.util.Locale.ROOT),
          issued.identifier()
        }) {
      Document page = verify(typed);
      assertThat(page.select(".verdict-good").text()).isEqualTo("有效：这张食品经营许可证已登记，在有效期内");
      assertThat(page.select("dl").text())
          .contains(issued.holderName(), issued.number(), "编号校验位 通过", "签发机构 通过");
      assertThat(page.text()).doesNotContain(issued.holderCode());
    }
  }

  @Test
  void personsAreMaskedAndNoCodeIsShown() throws Exception {
    Certificate issued = fixture.issue(fixture.nurse("黄春明", "450103199001010016"));
    Document page = verify(issued.number());
    assertThat(page.text()).contains("黄*明").doesNotContain("黄春明", "450103199001010016", "执业地点");
  }

  @Test
  void anExpiredCertificateIsCalledSo() throws Exception {
    Certificate issued = fixture.issueAny();
    fixture.age(issued, 4000);
    Document page = verify(issued.identifier());
    assertThat(page.select(".verdict-bad").text()).startsWith("已过有效期");
    assertThat(page.select("dl").text()).contains("有效期 不通过");
  }

  @Test
  void aRevokedCertificateIsCalledSo() throws Exception {
    Certificate issued = fixture.issueAny();
    certificates.changeStatus(
        issued.identifier(), Status.REVOKED, "依据处罚决定书吊销", CertificateFixture.OFFICER);
    Document page = verify(issued.identifier());
    assertThat(page.select(".verdict-bad").text()).startsWith("已吊销");
    assertThat(page.select("dl").text()).contains("登记状态 不通过");
  }

  @Test
  void anUnknownNumberIsNotCalledAForgery() throws Exception {
    Document page = verify("JY99999999999999");
    assertThat(page.select(".verdict-unsure").text()).isEqualTo("没有查到这个编号的证照");
    assertThat(page.text()).contains("没有查到不等于证照是假的");
  }

  @Test
  void aWrongCheckCharacterIsNamedAsSuch() throws Exception {
    String good = fixture.issueAny().identifier();
    char check = good.charAt(good.length() - 1);
    String wrong = good.substring(0, good.length() - 1) + (check == '1' ? '2' : '1');
    assertThat(verify(wrong).select(".verdict-bad").text()).isEqualTo("编号不对：校验位不符");
    assertThat(verify("1.2.156.3005.2.17").select(".verdict-unsure").text()).contains("格式不对");
  }

  @Test
  void theSameAsJson() throws Exception {
    Certificate issued = fixture.issue(fixture.nurse("黄春明", "450103199001010016"));
    web.perform(visitor(get("/api/v1/certificates/verify").param("number", issued.number())))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.outcome").value("VALID"))
        .andExpect(jsonPath("$.certificate.holder").value("黄*明"))
        .andExpect(jsonPath("$.certificate.statusCode").value("01"))
        .andExpect(jsonPath("$.checks.length()").value(4))
        .andExpect(jsonPath("$.checks[0].result").value("PASSED"));
    web.perform(visitor(get("/api/v1/certificates/verify").param("number", "X")))
        .andExpect(jsonPath("$.outcome").value("UNKNOWN"))
        .andExpect(jsonPath("$.certificate").isEmpty());
    web.perform(visitor(get("/api/v1/certificates/verify"))).andExpect(status().isBadRequest());
  }

  @Test
  void whoAsksTooOftenMustWait() throws Exception {
    for (int i = 0; i < 30; i++) {
      web.perform(from("203.0.113.200", "JY0")).andExpect(status().isOk());
    }
    web.perform(from("203.0.113.200", "JY0")).andExpect(status().isTooManyRequests());
    web.perform(from("203.0.113.201", "JY0")).andExpect(status().isOk());
  }

  private static MockHttpServletRequestBuilder from(String address, String number) {
    return get("/verify")
        .param("number", number)
        .with(
            request -> {
              request.setRemoteAddr(address);
              return request;
            });
  }

  private Document verify(String number) throws Exception {
    return page(get("/verify").param("number", number));
  }

  private Document page(MockHttpServletRequestBuilder request) throws Exception {
    return Jsoup.parse(
        web.perform(visitor(request))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString());
  }

  /** Each from an address of its own, so that the limit of one test is not that of another. */
  private static MockHttpServletRequestBuilder visitor(MockHttpServletRequestBuilder request) {
    return request.with(
        made -> {
          made.setRemoteAddr("198.51.100." + VISITORS.incrementAndGet());
          return made;
        });
  }
}
