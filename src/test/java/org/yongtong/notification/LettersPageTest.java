package org.yongtong.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.identity.AccountKind;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Role;

@YongtongTest
class LettersPageTest {

  @Autowired MockMvc web;
  @Autowired Letters letters;
  @Autowired SmsDelivery delivery;
  @Autowired JdbcClient database;

  @Test
  void anEmptyBoxSaysWhatComesHere() throws Exception {
    Document page = box(UUID.randomUUID(), "/my/letters");
    assertThat(page.select(".empty-state").text()).contains("您还没有消息");
  }

  @Test
  void unreadLettersStandFirst() throws Exception {
    UUID me = UUID.randomUUID();
    send(me, "第一封", "/my/cases/1");
    UUID second = send(me, "第二封", null);
    send(me, "第三封", null);
    web.perform(post("/my/letters/" + second + "/open").with(as(me)).with(As.csrf()))
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/my/letters"));
    Document page = box(me, "/my/letters");
    assertThat(page.select("li h2").eachText()).containsExactly("未读 第三封", "未读 第一封", "第二封");
    assertThat(letters.unread(me)).isEqualTo(2);
  }

  @Test
  void openingALetterReadsItAndLeadsToItsPage() throws Exception {
    UUID me = UUID.randomUUID();
    UUID id = send(me, "已受理", "/my/cases/1");
    web.perform(post("/my/letters/" + id + "/open").with(as(me)).with(As.csrf()))
        .andExpect(redirectedUrl("/my/cases/1"));
    assertThat(letters.unread(me)).isZero();
  }

  @Test
  void allAreReadAtOnce() throws Exception {
    UUID me = UUID.randomUUID();
    send(me, "一", null);
    send(me, "二", null);
    web.perform(post("/my/letters/open-all").with(as(me)).with(As.csrf()))
        .andExpect(redirectedUrl("/my/letters"));
    assertThat(letters.unread(me)).isZero();
  }

  @Test
  void lettersOfOthersAreNotVisible() throws Exception {
    UUID me = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    UUID theirs = send(other, "别人的消息", "/my/cases/2");
    assertThat(box(me, "/my/letters").text()).doesNotContain("别人的消息");
    web.perform(post("/my/letters/" + theirs + "/open").with(as(me)).with(As.csrf()))
        .andExpect(status().isNotFound());
    web.perform(post("/my/letters/open-all").with(as(me)).with(As.csrf()))
        .andExpect(status().isSeeOther());
    assertThat(letters.unread(other)).isEqualTo(1);
  }

  @Test
  void manyLettersArePagedWithoutLossOrRepetition() throws Exception {
    UUID me = UUID.randomUUID();
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      UUID id = send(me, "消息" + i, null);
      sent.add("消息" + i);
      if (i % 2 == 0) {
        web.perform(post("/my/letters/" + id + "/open").with(as(me)).with(As.csrf()))
            .andExpect(status().isSeeOther());
      }
    }
    List<String> seen = new ArrayList<>();
    String next = "/my/letters";
    int pages = 0;
    while (!next.isEmpty()) {
      Document page = box(me, next);
      page.select("li h2").eachText().forEach(title -> seen.add(title.replace("未读 ", "")));
      next = page.select("a[rel=next]").attr("href");
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
    assertThat(letters.unread(me)).isEqualTo(22);
  }

  @Test
  void aForgedCursorMeansTheFirstPage() throws Exception {
    UUID me = UUID.randomUUID();
    send(me, "唯一一封", null);
    assertThat(box(me, "/my/letters?after=r-x'--").text()).contains("唯一一封");
  }

  @Test
  void whatALetterSaysIsShownAsText() throws Exception {
    UUID me = UUID.randomUUID();
    send(me, "<script>alert(1)</script>", null);
    assertThat(box(me, "/my/letters").select("li script")).isEmpty();
  }

  @Test
  void aTitleThatIsTooLongIsCut() throws Exception {
    UUID me = UUID.randomUUID();
    send(me, "长".repeat(80), null);
    assertThat(box(me, "/my/letters").select("li h2").text())
        .isEqualTo("未读 " + "长".repeat(59) + "…");
  }

  @Test
  void theUnreadAreCountedUpToAHundred() {
    UUID me = UUID.randomUUID();
    for (int i = 0; i < 103; i++) {
      send(me, "消息" + i, null);
    }
    assertThat(letters.unread(me)).isEqualTo(100);
  }

  @Test
  void theSandboxPageShowsMessagesWithMaskedPhonesToTheSystemAdministratorOnly() throws Exception {
    String text = "验证" + UUID.randomUUID();
    letters.send(new Letter(null, "19900000002", "提醒", text, null, "test:" + UUID.randomUUID()));
    delivery.deliverDue();
    String page =
        web.perform(get("/desk/sms").with(As.role(Role.SYSTEM_ADMIN)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(Jsoup.parse(page).select("tr:contains(" + text + ")").text())
        .contains("199****0002", "【邕通】提醒：" + text);
    assertThat(page).doesNotContain("19900000002").contains("短信沙箱");
    web.perform(get("/desk/sms").with(As.role(Role.WINDOW))).andExpect(status().isForbidden());
  }

  private UUID send(UUID account, String title, @Nullable String link) {
    String effect = "test:" + UUID.randomUUID();
    letters.send(new Letter(account, null, title, "请您知悉。", link, effect));
    return database
        .sql("SELECT id FROM notification.letter WHERE effect = :effect")
        .param("effect", effect)
        .query(UUID.class)
        .single();
  }

  private Document box(UUID account, String path) throws Exception {
    return Jsoup.parse(
        web.perform(get(java.net.URI.create(path.replace("'", "%27"))).with(as(account)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString());
  }

  /** An account of its own for each test, so that no other letters lie in its box. */
  private static RequestPostProcessor as(UUID account) {
    var who =
        new SignedIn(
            account,
            AccountKind.PERSON,
            "test",
            "测试人",
            null,
            null,
            null,
            3,
            Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(who.roles()).isEqualTo(Set.of());
    return SecurityMockMvcRequestPostProcessors.authentication(
        new TestingAuthenticationToken(who, "", "PERSON"));
  }
}
