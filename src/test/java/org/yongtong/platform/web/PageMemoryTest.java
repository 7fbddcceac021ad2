package org.yongtong.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PageMemoryTest {

  private static final byte[] BODY = "<h1>食品经营许可</h1>".getBytes(StandardCharsets.UTF_8);

  private final PageMemory memory = new PageMemory();
  private String state = "version 1";
  private int made;

  /** What the rest of the program does: makes the page and offers it. */
  private final FilterChain program =
      (request, response) -> {
        made++;
        var http = (jakarta.servlet.http.HttpServletRequest) request;
        var answer = (jakarta.servlet.http.HttpServletResponse) response;
        PageMemory.keep(http, () -> state);
        answer.setHeader("Content-Security-Policy", "default-src 'self'");
        answer.setHeader("ETag", "W/\"" + state.hashCode() + "\"");
        answer.setHeader("X-Request-Id", "FIRST");
        answer.setContentType("text/html;charset=utf-8");
        var body = new ByteArrayOutputStream();
        body.writeBytes(BODY);
        PageMemory.written(http, body);
        answer.getOutputStream().write(BODY);
      };

  private MockHttpServletResponse get(Consumer<MockHttpServletRequest> also) throws Exception {
    return get(also, program);
  }

  private MockHttpServletResponse get(Consumer<MockHttpServletRequest> also, FilterChain chain)
      throws Exception {
    var request = new MockHttpServletRequest("GET", "/items/1");
    also.accept(request);
    var response = new MockHttpServletResponse();
    memory.doFilter(request, response, chain);
    return response;
  }

  @Test
  void theSecondVisitorGetsTheSamePageWithTheSameHeadersButNotTheFirstOnesNumber()
      throws Exception {
    get(request -> {});
    MockHttpServletResponse second = get(request -> {});
    assertThat(made).isEqualTo(1);
    assertThat(second.getContentAsByteArray()).isEqualTo(BODY);
    assertThat(second.getHeader("Content-Security-Policy")).isEqualTo("default-src 'self'");
    assertThat(second.getContentType()).isEqualTo("text/html;charset=utf-8");
    assertThat(second.getHeader("X-Request-Id")).isNull();
    assertThat(second.getHeader("Vary")).contains("Accept-Encoding");
  }

  @Test
  void whatChangesIsMadeAnewAtOnce() throws Exception {
    get(request -> {});
    state = "version 2";
    get(request -> {});
    assertThat(made).isEqualTo(2);
    get(request -> {});
    assertThat(made).isEqualTo(2);
  }

  @Test
  void aPageThatChangedWhileItWasMadeIsNotKeptAsTheNewOne() throws Exception {
    get(
        request -> {},
        (request, response) -> {
          program.doFilter(request, response);
          state = "version 2";
        });
    get(request -> {});
    assertThat(made).isEqualTo(2);
  }

  @Test
  void whoIsSignedInOrHasAnyOtherCookieIsNeverAnsweredFromHere() throws Exception {
    get(request -> {});
    get(request -> request.setCookies(new Cookie("session", "x")));
    get(request -> request.setCookies(new Cookie("XSRF-TOKEN", "x")));
    assertThat(made).isEqualTo(3);
  }

  @Test
  void placeAndTypeSizeHaveTheirOwnPages() throws Exception {
    get(request -> {});
    get(request -> request.setCookies(new Cookie("yt-place", "450102000000")));
    get(request -> request.setCookies(new Cookie("yt-large", "1")));
    get(request -> request.setCookies(new Cookie("yt-large", "1")));
    assertThat(made).isEqualTo(3);
  }

  @Test
  void answersToQuestionsFragmentsAndFormsAreNotKept() throws Exception {
    get(request -> {});
    get(request -> request.setQueryString("f.x=1"));
    get(request -> request.addHeader("HX-Request", "true"));
    get(request -> request.setMethod("POST"));
    assertThat(made).isEqualTo(4);
  }

  @Test
  void aPageThatSetsACookieOrFailsIsNotKept() throws Exception {
    FilterChain cookie =
        (request, response) -> {
          program.doFilter(request, response);
          ((jakarta.servlet.http.HttpServletResponse) response).addHeader("Set-Cookie", "a=b");
        };
    FilterChain missing =
        (request, response) -> {
          program.doFilter(request, response);
          ((jakarta.servlet.http.HttpServletResponse) response).setStatus(410);
        };
    get(request -> {}, cookie);
    get(request -> {}, missing);
    get(request -> {});
    assertThat(made).isEqualTo(3);
  }

  @Test
  void itIsSentPackedToWhoUnpacksAndNotAtAllToWhoHasIt() throws Exception {
    get(request -> {});
    MockHttpServletResponse packed = get(r -> r.addHeader("Accept-Encoding", "gzip, br"));
    assertThat(packed.getHeader("Content-Encoding")).isEqualTo("gzip");
    assertThat(
            new GZIPInputStream(new ByteArrayInputStream(packed.getContentAsByteArray()))
                .readAllBytes())
        .isEqualTo(BODY);
    String tag = String.valueOf(packed.getHeader("ETag"));
    MockHttpServletResponse known = get(r -> r.addHeader("If-None-Match", tag));
    assertThat(known.getStatus()).isEqualTo(304);
    assertThat(known.getContentAsByteArray()).isEmpty();
    assertThat(made).isEqualTo(1);
  }
}
