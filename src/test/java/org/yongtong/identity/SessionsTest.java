package org.yongtong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.directory.Directory;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.crypto.FieldCipher;

@YongtongTest
class SessionsTest {

  @Autowired MockMvc web;
  @Autowired Sessions sessions;
  @Autowired Accounts accounts;
  @Autowired Directory directory;
  @Autowired FieldCipher cipher;
  @Autowired IdentitySettings settings;
  @Autowired JdbcClient database;
  @Autowired Journal journal;
  @Autowired Clock clock;

  @Test
  void anEarlierTokenOfTheBrowserIsWorthNothingAfterSignIn() throws Exception {
    String planted = open("graduate");
    var answer =
        web.perform(
                post("/sign-in")
                    .param("login", "nurse")
                    .param("password", AccountPack.PASSWORD)
                    .cookie(new Cookie(Cookies.SESSION, planted))
                    .with(As.csrf()))
            .andExpect(status().isSeeOther())
            .andReturn();
    assertThat(SignInPageTest.token(answer)).isNotEqualTo(planted);
    assertThat(sessions.find(planted)).isEmpty();
  }

  @Test
  void aTokenOfTheVisitorsChoiceIsNeverTakenOver() throws Exception {
    String chosen = "A".repeat(43);
    web.perform(
            post("/sign-in")
                .param("login", "nurse")
                .param("password", AccountPack.PASSWORD)
                .cookie(new Cookie(Cookies.SESSION, chosen))
                .with(As.csrf()))
        .andExpect(status().isSeeOther());
    assertThat(sessions.find(chosen)).isEmpty();
  }

  @Test
  void signOutEndsTheSessionInTheDatabaseSoThatTheTokenCannotBeReplayed() throws Exception {
    String token = open("nurse");
    var cookie = new Cookie(Cookies.SESSION, token);
    web.perform(get("/my/account").cookie(cookie)).andExpect(status().isOk());
    web.perform(post("/sign-out").cookie(cookie).with(As.csrf()))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Set-Cookie", containsString("Max-Age=0")));
    web.perform(get("/my/account").cookie(cookie))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", "/sign-in?next=%2Fmy%2Faccount"));
    String account = accounts.findByLogin("nurse").orElseThrow().id().toString();
    assertThat(journal.about(new Subject("account", account)))
        .extracting(Entry::kind)
        .contains("account.signed_out");
  }

  @Test
  void staffSessionsEndAfterHalfAnHourWithoutUseOthersAfterTwoHours() {
    String staff = open("clerk.market_regulation");
    String person = open("nurse");
    assertThat(after(Duration.ofMinutes(29)).find(staff)).isPresent();
    assertThat(after(Duration.ofMinutes(29 + 31)).find(staff)).isEmpty();
    assertThat(after(Duration.ofMinutes(29 + 31)).find(person)).isPresent();
    assertThat(after(Duration.ofMinutes(29 + 31 + 121)).find(person)).isEmpty();
  }

  @Test
  void useKeepsASessionOpenForTwelveHoursAndNoLonger() {
    String token = open("nurse");
    for (int hour = 1; hour < 12; hour++) {
      assertThat(after(Duration.ofHours(hour)).find(token)).isPresent();
    }
    assertThat(after(Duration.ofMinutes(12 * 60 - 1)).find(token)).isPresent();
    assertThat(after(Duration.ofMinutes(12 * 60 + 1)).find(token)).isEmpty();
  }

  @Test
  void theDatabaseHoldsNoToken() {
    String token = open("nurse");
    assertThat(
            database
                .sql("SELECT count(*) FROM identity.session WHERE token_hash = :token")
                .param("token", token.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(sessions.find(token)).isPresent();
  }

  @Test
  void whoIsNotSignedInHearsItInTheFormAskedFor() throws Exception {
    web.perform(get("/my/account").accept("text/html"))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", "/sign-in?next=%2Fmy%2Faccount"));
    web.perform(get("/my/account").accept("application/json"))
        .andExpect(status().isUnauthorized())
        .andExpect(content().contentType("application/problem+json"));
    web.perform(get("/my/account").header("HX-Request", "true"))
        .andExpect(status().isUnauthorized())
        .andExpect(header().doesNotExist("HX-Redirect"))
        .andExpect(content().string(containsString("请重新登录")));
  }

  @Test
  void aFormSentTooLateLeadsBackToItsPageButNeverToAnotherSite() throws Exception {
    web.perform(
            post("/my/account/end-others")
                .with(As.csrf())
                .header("Referer", "http://localhost/my/account?x=1"))
        .andExpect(header().string("Location", "/sign-in?next=%2Fmy%2Faccount%3Fx%3D1"));
    web.perform(
            post("/my/account/end-others")
                .with(As.csrf())
                .header("Referer", "http://evil.example/my/account"))
        .andExpect(header().string("Location", "/sign-in"));
  }

  @Test
  void aPersonHasNoBusinessAtTheDesk() throws Exception {
    web.perform(get("/desk").with(As.person())).andExpect(status().isForbidden());
    web.perform(get("/desk").with(As.company()).accept("application/json"))
        .andExpect(status().isForbidden())
        .andExpect(content().contentType("application/problem+json"));
  }

  private String open(String login) {
    return sessions.open(
        accounts.findByLogin(login).orElseThrow(), new Visit("192.0.2.20", "JUnit", null, null));
  }

  private Sessions after(Duration time) {
    return new Sessions(database, directory, cipher, settings, Clock.offset(clock, time));
  }
}
