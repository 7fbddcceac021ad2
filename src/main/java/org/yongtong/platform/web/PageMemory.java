package org.yongtong.platform.web;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Public pages that say the same to everybody, kept as bytes until what they show has changed. They
 * are answered before anything else of the program runs.
 *
 * <p>A handler offers its page with {@link #keep}. Only a GET without parameters and without any
 * cookie but place and type size is answered from here or kept: who is signed in, or fills in a
 * form, is always answered by the handler. Who may see a page is no question, as {@link #keep} is
 * for pages that anyone may see.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class PageMemory extends OncePerRequestFilter {

  private static final String OFFER = PageMemory.class.getName() + ".offer";
  private static final String BODY = PageMemory.class.getName() + ".body";
  private static final int MOST_BYTES = 48 << 20;
  private static final int LARGEST_PAGE = 512 << 10;
  private static final Set<String> HARMLESS = Set.of(Shells.PLACE, Shell.LARGE_TYPE_COOKIE);

  /** Headers that belong to one answer only, or that are made anew. */
  private static final Set<String> OF_ONE_ANSWER =
      Set.of(
          "x-request-id",
          "date",
          "connection",
          "keep-alive",
          "transfer-encoding",
          "content-length",
          "content-encoding");

  private final Cache<Key, Page> pages =
      CacheBuilder.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<Key, Page>weigher((key, page) -> page.plain().length + page.gzip().length + 1_000)
          .build();

  /**
   * @param cookies place and type size
   * @param secure headers of encrypted connections differ
   */
  private record Key(String uri, String cookies, boolean secure) {}

  /**
   * @param now says the state of what the page shows
   * @param then that state when the page was made
   */
  private record Page(
      Supplier<String> now, String then, Map<String, String> headers, byte[] plain, byte[] gzip) {}

  /** What a handler offers to keep. */
  private record Offer(Supplier<String> now, String then) {}

  /**
   * Offers the page that is about to be made.
   *
   * @param state of everything the page shows; asked at each request, so it must be cheap
   */
  public static void keep(HttpServletRequest request, Supplier<String> state) {
    request.setAttribute(OFFER, new Offer(state, state.get()));
  }

  /** What was written as the page's body. */
  static void written(HttpServletRequest request, ByteArrayOutputStream body) {
    request.setAttribute(BODY, body);
  }

  /** Whether the body is wanted at all. */
  static boolean wanted(HttpServletRequest request) {
    return request.getAttribute(OFFER) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Key key = key(request);
    Page page = key == null ? null : pages.getIfPresent(key);
    if (page != null && page.now().get().equals(page.then())) {
      answer(page, request, response);
      return;
    }
    chain.doFilter(request, response);
    if (key != null
        && response.getStatus() == HttpServletResponse.SC_OK
        && response.getHeader(HttpHeaders.SET_COOKIE) == null
        && request.getAttribute(OFFER) instanceof Offer offer
        && request.getAttribute(BODY) instanceof ByteArrayOutputStream body
        && body.size() <= LARGEST_PAGE) {
      byte[] plain = body.toByteArray();
      pages.put(key, new Page(offer.now(), offer.then(), headers(response), plain, gzip(plain)));
    }
  }

  private static @Nullable Key key(HttpServletRequest request) {
    if (!"GET".equals(request.getMethod())
        || request.getQueryString() != null
        || !request.getParameterMap().isEmpty()
        || request.getHeader("HX-Request") != null
        || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      return null;
    }
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return new Key(request.getRequestURI(), "", request.isSecure());
    }
    String place = "";
    String size = "";
    for (Cookie cookie : cookies) {
      if (!HARMLESS.contains(cookie.getName())) {
        return null;
      }
      if (cookie.getName().equals(Shells.PLACE)) {
        place = cookie.getValue();
      } else {
        size = cookie.getValue();
      }
    }
    return new Key(request.getRequestURI(), place + "|" + size, request.isSecure());
  }

  private static Map<String, String> headers(HttpServletResponse response) {
    var headers = new LinkedHashMap<String, String>();
    for (String name : response.getHeaderNames()) {
      if (!OF_ONE_ANSWER.contains(name.toLowerCase(Locale.ROOT))) {
        headers.put(name, String.join(", ", response.getHeaders(name)));
      }
    }
    headers.put(HttpHeaders.VARY, "Accept-Encoding, Cookie");
    return headers;
  }

  private static void answer(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    page.headers().forEach(response::setHeader);
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    String tag = page.headers().get(HttpHeaders.ETAG);
    if (known != null && tag != null && known.contains(tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    byte[] body = page.plain();
    if (encodings != null && encodings.contains("gzip")) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
      body = page.gzip();
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static byte[] gzip(byte[] plain) {
    var packed = new ByteArrayOutputStream(plain.length / 4);
    try (var out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
