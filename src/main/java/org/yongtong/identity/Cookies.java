package org.yongtong.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookies of this module: opaque, out of reach of scripts, not sent by other sites' forms. */
final class Cookies {

  static final String SESSION = "YTSESSION";
  static final String DEVICE = "YTDEVICE";

  private Cookies() {}

  static @Nullable String read(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
        return cookie.getValue();
      }
    }
    return null;
  }

  /** Kept until the browser closes. */
  static void session(HttpServletRequest request, HttpServletResponse response, String token) {
    write(request, response, SESSION, token, null);
  }

  static void device(HttpServletRequest request, HttpServletResponse response, String token) {
    write(request, response, DEVICE, token, Duration.ofDays(365));
  }

  static void forgetSession(HttpServletRequest request, HttpServletResponse response) {
    write(request, response, SESSION, "", Duration.ZERO);
  }

  private static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      @Nullable Duration age) {
    var cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure());
    if (age != null) {
      cookie.maxAge(age);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }
}
