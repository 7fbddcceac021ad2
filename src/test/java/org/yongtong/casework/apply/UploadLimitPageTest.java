package org.yongtong.casework.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Values;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.identity.SignedIn;

/** Uploads are limited; accounts and addresses of this test belong to it alone. */
@YongtongTest
class UploadLimitPageTest {

  private static final String PAPER = "account_page";

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Drafts drafts;

  @Test
  void whoUploadsTooOftenMustWaitAndLosesNothing() throws Exception {
    String login = "village-agent";
    UUID draft = draft(login);
    assertThat(upload(draft, login, "198.51.100.30", "存折.png", ApplicationFixture.png()))
        .extracting(MockHttpServletResponse::getStatus)
        .isEqualTo(303);
    MockHttpServletResponse answer = untilRefused(draft, login, "198.51.100.30");
    var card = Jsoup.parse(answer.getContentAsString()).select("#paper-" + PAPER);
    assertThat(card.select(".field-error").text()).contains("x.png", "过一分钟再传", "都保存着");
    assertThat(card.select(".paper-name").text()).contains("存折.png");
    assertThat(answer.getHeader("Retry-After")).isEqualTo("60");
    // the limit is the account's, wherever it comes from; somebody else goes on
    assertThat(upload(draft, login, "198.51.100.31", "x.png", new byte[0]).getStatus())
        .isEqualTo(429);
    assertThat(
            upload(draft("nurse"), "nurse", "198.51.100.30", "x.png", ApplicationFixture.png())
                .getStatus())
        .isEqualTo(303);
  }

  private MockHttpServletResponse untilRefused(UUID draft, String login, String address)
      throws Exception {
    for (int i = 0; i < 200; i++) {
      var answer = upload(draft, login, address, "x.png", new byte[0]);
      if (answer.getStatus() == 429) {
        assertThat(i).as("tries before").isGreaterThan(50);
        return answer;
      }
      assertThat(answer.getStatus()).isEqualTo(422);
    }
    throw new AssertionError("never refused");
  }

  private UUID draft(String login) throws Exception {
    SignedIn me = SampleSignIns.find(context, login);
    ServiceItem item = ApplicationFixture.item(context, "old-age-allowance");
    var sheet =
        new ApplicantSheet(
            "person", me.name(), "" + me.code(), "19900008001", "", "", "", "", "", "", "");
    UUID id =
        drafts
            .start(
                item.version(),
                item.taskCode(),
                null,
                new Filing(sheet, Values.EMPTY, Map.of()),
                me)
            .id();
    return id;
  }

  private MockHttpServletResponse upload(
      UUID draft, String login, String address, String name, byte[] content) throws Exception {
    return web.perform(
            multipart("/apply/drafts/" + draft + "/papers/" + PAPER)
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .with(
                    request -> {
                      request.setRemoteAddr(address);
                      return request;
                    })
                .with(As.login(login))
                .with(As.csrf()))
        .andReturn()
        .getResponse();
  }
}
