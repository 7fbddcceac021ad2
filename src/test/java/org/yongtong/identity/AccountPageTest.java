package org.yongtong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yongtong.As;
import org.yongtong.YongtongTest;

@YongtongTest
class AccountPageTest {

  private static final String FRESH = "three quiet rivers";

  @Autowired MockMvc web;
  @Autowired Sessions sessions;
  @Autowired Accounts accounts;
  @Autowired Devices devices;
  @Autowired SignIn signIn;
  @Autowired JdbcClient database;

  @Test
  void numbersAreMasked() throws Exception {
    web.perform(get("/my/account").with(As.person()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("黄志明")))
        .andExpect(content().string(not(containsString("450103199407069237"))))
        .andExpect(content().string(not(containsString("19900000002"))));
  }

  @Test
  void staffSeeTheirPostAndPowers() throws Exception {
    web.perform(get("/my/account").with(As.staff("clerk.market_regulation")))
        .andExpect(content().string(containsString("窗口受理")))
        .andExpect(content().string(containsString("南宁市")));
  }

  @Test
  void otherSessionsCanBeEnded() throws Exception {
    String mine = open("building-company");
    String other = open("building-company");
    web.perform(
            post("/my/account/end-others")
                .cookie(new Cookie(Cookies.SESSION, mine))
                .with(As.csrf()))
        .andExpect(status().isSeeOther());
    assertThat(sessions.find(mine)).isPresent();
    assertThat(sessions.find(other)).isEmpty();
  }

  @Test
  void aNewPasswordReplacesTheOldOneAndEndsOtherSessions() throws Exception {
    var account = accounts.findByLogin("noodle-shop").orElseThrow();
    String mine = open("noodle-shop");
    String other = open("noodle-shop");
    String device = devices.remember(account.id());
    try {
      web.perform(change(mine, AccountPack.PASSWORD, FRESH, FRESH))
          .andExpect(status().isSeeOther())
          .andExpect(header().string("Location", "/my/account?done=password"));
      assertThat(sessions.find(mine)).isPresent();
      assertThat(sessions.find(other)).isEmpty();
      assertThat(devices.knows(device, "noodle-shop")).isFalse();
      var visit = new Visit("192.0.2.31", "JUnit", null, null);
      assertThat(signIn.signIn("noodle-shop", AccountPack.PASSWORD, visit))
          .isInstanceOf(SignIn.Outcome.Refused.class);
      assertThat(signIn.signIn("noodle-shop", FRESH, visit))
          .isInstanceOf(SignIn.Outcome.Done.class);
    } finally {
      database
          .sql("UPDATE identity.account SET password_hash = :hash WHERE id = :id")
          .param("hash", account.passwordHash())
          .param("id", account.id())
          .update();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wrong-password, three quiet rivers, three quiet rivers, 现在的密码不正确",
    "Yongtong-2026, three quiet rivers, three quiet river, 两次填写的新密码不一致",
    "Yongtong-2026, short, short, 至少需要 10 个字符",
    "Yongtong-2026, restaurant-company1, restaurant-company1, 不能包含登录名",
    "Yongtong-2026, Password1234, Password1234, 太常见"
  })
  void aPasswordThatCannotBeSaysWhy(String old, String fresh, String again, String reason)
      throws Exception {
    web.perform(change(open("restaurant-company"), old, fresh, again))
        .andExpect(status().is(422))
        .andExpect(content().string(containsString(reason)))
        .andExpect(content().string(not(containsString("value=\"" + fresh))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890", "aaaaaaaaaaaa", "admin123456", "NURSE-in-ward-9", "短密码"})
  void guessablePasswordsAreRefused(String password) {
    assertThat(PasswordRules.problem(password, "nurse")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"three quiet rivers", "邕江边上有三棵老榕树", "Xk7-pq2!vv"})
  void longPasswordsOfAnyKindAreTaken(String password) {
    assertThat(PasswordRules.problem(password, "nurse")).isNull();
  }

  private MockHttpServletRequestBuilder change(
      String session, String old, String fresh, String again) {
    return post("/my/account/password")
        .param("old", old)
        .param("fresh", fresh)
        .param("again", again)
        .cookie(new Cookie(Cookies.SESSION, session))
        .with(As.csrf());
  }

  private String open(String login) {
    return sessions.open(
        accounts.findByLogin(login).orElseThrow(), new Visit("192.0.2.30", "JUnit", null, null));
  }
}
