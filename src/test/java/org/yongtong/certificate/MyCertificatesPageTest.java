package org.yongtong.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.identity.SampleSignIns;

@YongtongTest
class MyCertificatesPageTest {

  @Autowired MockMvc web;
  @Autowired CertificateFixture fixture;
  @Autowired ApplicationContext context;

  @Test
  void theHolderSeesListPageAndPdf() throws Exception {
    Certificate mine = issueTo(As.COMPANY);
    String path = "/my/certificates/" + mine.id();
    assertThat(page("/my/certificates").select("article a[href=" + path + "]")).isNotEmpty();
    Document page = page(path);
    assertThat(page.select("h1").text()).isEqualTo("食品经营许可证");
    assertThat(page.select("dl").text()).contains("经营项目", mine.identifier());
    assertThat(page.select("svg.qr")).hasSize(1);
    assertThat(page.select(".timeline").text()).contains("发证");
    web.perform(get(path + "/certificate.pdf").with(As.company()))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "application/pdf"))
        .andExpect(
            header()
                .string(
                    "Content-Disposition", "attachment; filename=\"" + mine.number() + ".pdf\""));
  }

  @Test
  void otherPeoplesCertificatesDoNotExist() throws Exception {
    Certificate theirs = issueTo(As.COMPANY);
    for (String path :
        new String[] {
          "/my/certificates/" + theirs.id(),
          "/my/certificates/" + theirs.id() + "/certificate.pdf",
          "/my/certificates/019abcde-0000-7000-8000-000000000001",
          "/my/certificates/nonsense"
        }) {
      web.perform(get(path).with(As.person())).andExpect(status().isNotFound());
    }
  }

  @Test
  void staffHaveNoCertificatesOfTheirOwnHere() throws Exception {
    web.perform(get("/my/certificates").with(As.staff("decide.approval")))
        .andExpect(status().isForbidden());
  }

  private Certificate issueTo(String login) {
    String code = Objects.requireNonNull(SampleSignIns.find(context, login).code(), "code");
    return fixture.issue(fixture.order(CertificateFixture.anyMatter(), code));
  }

  private Document page(String path) throws Exception {
    return Jsoup.parse(
        web.perform(get(path).with(As.company()))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString());
  }
}
