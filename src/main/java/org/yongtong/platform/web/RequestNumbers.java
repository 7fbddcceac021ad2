package org.yongtong.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a number of its own: in the answer's {@code X-Request-Id}, in the log (MDC
 * key {@code request}) and on error pages, so that somebody on the phone can say which failure it
 * was. Numbers sent by clients are not believed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestNumbers extends OncePerRequestFilter {

  private static final String ATTRIBUTE = RequestNumbers.class.getName();
  // no letters and digits that are mistaken for each other when read aloud
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** The number of this request. */
  static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String number) {
      return number;
    }
    String number = fresh();
    request.setAttribute(ATTRIBUTE, number);
    return number;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String number = of(request);
    response.setHeader("X-Request-Id", number);
    MDC.put("request", number);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove("request");
    }
  }

  /** Twelve letters in groups of four: 58 bits, enough to find one line in the log. */
  private static String fresh() {
    var random = ThreadLocalRandom.current();
    var number = new StringBuilder(14);
    for (int i = 0; i < 12; i++) {
      if (i == 4 || i == 8) {
        number.append('-');
      }
      number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return number.toString();
  }
}
