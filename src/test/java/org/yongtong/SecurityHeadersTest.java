package org.yongtong;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page carries the headers that keep a browser safe, and holds nothing they would block. */
@YongtongTest
class SecurityHeadersTest {

  /** Blocked by the content policy: inline styles, inline scripts, event attributes. */
  private static final Pattern INLINE =
      Pattern.compile("<style|<script(?![^>]*\\ssrc=)|\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*[\"']");

  @Autowired MockMvc web;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping router;

  @Test
  void everyPageCarriesThemForEveryone() throws Exception {
    List<RequestPostProcessor> viewers =
        List.of(request -> request, As.person(), As.staff("clerk.market_regulation"));
    List<String> missing = new ArrayList<>();
    int pages = 0;
    for (Route route : Route.all(router)) {
      if (!route.page()) {
        continue;
      }
      pages++;
      for (RequestPostProcessor viewer : viewers) {
        MockHttpServletResponse response = answer(route, viewer);
        if (response != null) {
          missing.addAll(missing(route, response));
        }
      }
    }
    assertThat(pages).isPositive();
    assertThat(missing).isEmpty();
  }

  @Test
  void aSignedInPageStaysInNoCacheAnAssetStaysForEver() throws Exception {
    assertThat(header(MockMvcRequestBuilders.get("/my/account").with(As.person()), "Cache-Control"))
        .isEqualTo("no-store");
    assertThat(header(MockMvcRequestBuilders.get("/sign-in"), "Cache-Control"))
        .isEqualTo("no-cache");
  }

  @Test
  void overHttpsTheBrowserIsToldToStayThere() throws Exception {
    assertThat(
            header(
                MockMvcRequestBuilders.get("/sign-in").secure(true), "Strict-Transport-Security"))
        .contains("max-age=31536000");
    assertThat(header(MockMvcRequestBuilders.get("/sign-in"), "Strict-Transport-Security"))
        .isNull();
  }

  private @Nullable String header(
      org.springframework.test.web.servlet.RequestBuilder request, String name) throws Exception {
    return web.perform(request).andReturn().getResponse().getHeader(name);
  }

  private static List<String> missing(Route route, MockHttpServletResponse response)
      throws Exception {
    List<String> missing = new ArrayList<>();
    expect(missing, route, response, "X-Content-Type-Options", "nosniff");
    expect(missing, route, response, "Referrer-Policy", "same-origin");
    expect(missing, route, response, "X-Frame-Options", "SAMEORIGIN");
    String policy = response.getHeader("Content-Security-Policy");
    if (policy == null
        || !policy.contains("object-src 'none'")
        || !policy.contains("script-src 'self'")
        || policy.contains("unsafe")) {
      missing.add(route.name() + ": Content-Security-Policy " + policy);
    }
    if (response.getHeader("Permissions-Policy") == null
        || response.getHeader("Cache-Control") == null) {
      missing.add(route.name() + ": Permissions-Policy or Cache-Control");
    }
    String type = response.getContentType();
    if (type != null && type.startsWith("text/html")) {
      var inline = INLINE.matcher(response.getContentAsString());
      if (inline.find()) {
        missing.add(route.name() + ": blocked by the policy: " + inline.group());
      }
    }
    return missing;
  }

  private static void expect(
      List<String> missing,
      Route route,
      MockHttpServletResponse response,
      String name,
      String value) {
    if (!value.equals(response.getHeader(name))) {
      missing.add(route.name() + ": " + name + " " + response.getHeader(name));
    }
  }

  private @Nullable MockHttpServletResponse answer(Route route, RequestPostProcessor viewer)
      throws Exception {
    try {
      return web.perform(route.request().with(viewer)).andReturn().getResponse();
    } catch (ServletException stumbledOverTheZeros) {
      return null;
    }
  }
}
