package org.yongtong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yongtong.As;
import org.yongtong.YongtongTest;

@YongtongTest
class SignInPageTest {

  @Autowired MockMvc web;
  @Autowired Sessions sessions;

  @ParameterizedTest
  @CsvSource({"clerk.market_regulation, /desk", "shopkeeper, /my", "Restaurant-Company, /my"})
  void sampleAccountsSignInWithTheSamplePassword(String login, String home) throws Exception {
    var answer =
        web.perform(signIn(login, AccountPack.PASSWORD))
            .andExpect(status().isSeeOther())
            .andExpect(header().string("Location", home))
            .andReturn();
    assertThat(sessions.find(token(answer)).orElseThrow().login()).isEqualToIgnoringCase(login);
    assertThat(cookieLine(answer)).contains("HttpOnly", "SameSite=Lax", "Path=/");
  }

  @Test
  void aPersonIsKnownByNumberAndPhoneAStaffMemberByPost() throws Exception {
    var person =
        sessions
            .find(token(web.perform(signIn("shopkeeper", AccountPack.PASSWORD)).andReturn()))
            .orElseThrow();
    assertThat(person.code()).isEqualTo("450103199407069237");
    assertThat(person.phone()).isEqualTo("19900000002");
    assertThat(person.roles()).isEmpty();
    var clerk =
        sessions
            .find(
                token(
                    web.perform(signIn("clerk.market_regulation", AccountPack.PASSWORD))
                        .andReturn()))
            .orElseThrow();
    assertThat(clerk.code()).isNull();
    assertThat(clerk.department()).isEqualTo("market_regulation");
    assertThat(clerk.roles()).containsExactly(org.yongtong.platform.web.Role.WINDOW);
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() throws Exception {
    for (String login : new String[] {"graduate", "nobody-of-that-name"}) {
      web.perform(signIn(login, "wrong-password"))
          .andExpect(status().is(422))
          .andExpect(header().doesNotExist("Set-Cookie"))
          .andExpect(content().string(containsString(SignInController.REFUSED)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/sign-out"
      })
  void afterSignInNobodyIsSentToAnotherSite(String next) throws Exception {
    web.perform(signIn("shopkeeper", AccountPack.PASSWORD).param("next", next))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", "/my"));
  }

  @Test
  void afterSignInThePageAskedForOpens() throws Exception {
    web.perform(
            signIn("shopkeeper", AccountPack.PASSWORD).param("next", "/search?q=开店&x={a}&y=1%2F2"))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", "/search?q=%E5%BC%80%E5%BA%97&x=%7Ba%7D&y=1%2F2"));
  }

  @Test
  void withoutTheProtectionFieldNothingIsPosted() throws Exception {
    web.perform(
            post("/sign-in").param("login", "shopkeeper").param("password", AccountPack.PASSWORD))
        .andExpect(status().isForbidden());
    web.perform(post("/sign-out").with(As.person())).andExpect(status().isForbidden());
  }

  @Test
  void thePageHasTabsAndSamplesAndNoScript() throws Exception {
    web.perform(get("/sign-in").param("kind", "staff").param("login", "clerk.hall1"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("value=\"clerk.hall1\"")))
        .andExpect(content().string(containsString("clerk.market_regulation")))
        .andExpect(content().string(not(containsString("style=\""))))
        .andExpect(content().string(containsString("name=\"_csrf\"")));
  }

  private static MockHttpServletRequestBuilder signIn(String login, String password) {
    return post("/sign-in").param("login", login).param("password", password).with(As.csrf());
  }

  static String token(MvcResult answer) {
    return Objects.requireNonNull(answer.getResponse().getCookie(Cookies.SESSION)).getValue();
  }

  private static String cookieLine(MvcResult answer) {
    return answer.getResponse().getHeaders("Set-Cookie").stream()
        .filter(line -> line.startsWith(Cookies.SESSION))
        .findFirst()
        .orElseThrow();
  }
}
