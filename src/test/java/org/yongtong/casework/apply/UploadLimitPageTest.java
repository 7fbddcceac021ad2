package org.yongtong.casework.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Values;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.file.FileStore;

/** Uploads are limited; accounts and addresses of this test belong to it alone. */
@YongtongTest
class UploadLimitPageTest {

  private static final String PAPER = "account_page";

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Drafts drafts;
  @Autowired OpenDrafts open;
  @Autowired Catalogue catalogue;
  @Autowired Attachments attachments;
  @Autowired FieldFiles fields;
  @Autowired FileStore store;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

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
  }

  @Test
  void theLimitIsTheAccountsWhereverItComesFrom() throws Exception {
    UploadPaper strict = strict(2, 9);
    SignedIn agent = SampleSignIns.find(context, "village-agent");
    SignedIn nurse = SampleSignIns.find(context, "nurse");
    UUID first = draft("village-agent");
    UUID second = draft("nurse");
    assertThat(refused(strict, first, agent, "198.51.100.32")).isFalse();
    assertThat(refused(strict, first, agent, "198.51.100.33")).isFalse();
    assertThat(refused(strict, first, agent, "198.51.100.34")).as("account").isTrue();
    assertThat(refused(strict, second, nurse, "198.51.100.32")).isFalse();
    assertThat(refused(strict, second, nurse, "198.51.100.32")).isFalse();
  }

  @Test
  void anAddressThatSendsTooMuchIsStopped() throws Exception {
    UploadPaper strict = strict(9, 1);
    assertThat(
            refused(
                strict,
                draft("village-agent"),
                SampleSignIns.find(context, "village-agent"),
                "198.51.100.36"))
        .isFalse();
    UUID other = draft("nurse");
    SignedIn nurse = SampleSignIns.find(context, "nurse");
    assertThat(refused(strict, other, nurse, "198.51.100.36")).isTrue();
    assertThat(refused(strict, other, nurse, "198.51.100.37")).isFalse();
  }

  /** Time stands still, so that no place grows back between two tries. */
  private UploadPaper strict(int perAccount, int perAddress) {
    return new UploadPaper(
        drafts,
        open,
        catalogue,
        attachments,
        fields,
        store,
        transaction,
        perAccount,
        perAddress,
        Clock.fixed(clock.instant(), clock.getZone()));
  }

  private static boolean refused(UploadPaper upload, UUID draft, SignedIn me, String address)
      throws Exception {
    return upload.upload(draft, PAPER, "x.png", new ByteArrayInputStream(new byte[0]), me, address)
        instanceof UploadPaper.Result.TooMany;
  }

  private MockHttpServletResponse untilRefused(UUID draft, String login, String address)
      throws Exception {
    for (int i = 0; i < 1000; i++) {
      var answer = upload(draft, login, address, "x.png", new byte[0]);
      if (answer.getStatus() == 429) {
        assertThat(i).as("tries before").isGreaterThan(200);
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
