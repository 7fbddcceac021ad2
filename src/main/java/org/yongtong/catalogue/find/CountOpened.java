package org.yongtong.catalogue.find;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/** Counts guides that were opened from a list of results, by the page they were opened from. */
@Component
class CountOpened implements HandlerInterceptor, WebMvcConfigurer {

  private final Tally tally;

  CountOpened(Tally tally) {
    this.tally = tally;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/items/*");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String question = question(request.getHeader(HttpHeaders.REFERER), request.getServerName());
    if (question != null
        && request.getMethod().equals("GET")
        && !request.getRequestURI().equals("/items/suggest")) {
      tally.opened(question);
    }
    return true;
  }

  /** The question of a list of results on this site, or null. */
  static @Nullable String question(@Nullable String referer, String server) {
    if (referer == null) {
      return null;
    }
    try {
      var from = new URI(referer);
      return server.equals(from.getHost()) && "/items".equals(from.getPath())
          ? UriComponentsBuilder.newInstance()
              .query(from.getQuery())
              .build()
              .getQueryParams()
              .getFirst("q")
          : null;
    } catch (URISyntaxException strange) {
      return null;
    }
  }
}
