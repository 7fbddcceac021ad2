package org.yongtong.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.yongtong.platform.web.Viewer;

/**
 * ETags of public pages. A page depends on the version it shows, its address and the visitor's
 * cookies (place, type size, form protection); the running program is part of the tag, so that a
 * new release is seen at once. Who is signed in gets none.
 */
@Component
public class PageTags {

  private final String program;

  PageTags(Clock clock) {
    this.program = Long.toString(clock.millis(), 36);
  }

  /** Sets the tag; true when the visitor has this page already and 304 was answered. */
  public boolean unchanged(String version, ServletWebRequest web) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Viewer) {
      return false;
    }
    var request = web.getRequest();
    String cookies = Objects.requireNonNullElse(request.getHeader(HttpHeaders.COOKIE), "");
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    String tag =
        digest(String.join("\n", program, version, request.getRequestURI(), query, cookies));
    return web.checkNotModified("\"" + tag + "\"");
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
