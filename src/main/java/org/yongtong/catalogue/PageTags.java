package org.yongtong.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.yongtong.platform.web.PageMemory;
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

  /**
   * Like {@link #unchanged(String, ServletWebRequest)}, and offers the page to {@link PageMemory}.
   *
   * @param version of everything the page shows; asked again whenever the kept page is wanted, so
   *     it must change with what is published
   */
  boolean unchanged(Supplier<String> version, ServletWebRequest web) {
    boolean unchanged = unchanged(version.get(), web);
    if (!signedIn()) {
      PageMemory.keep(web.getRequest(), version);
    }
    return unchanged;
  }

  /** Sets the tag; true when the visitor has this page already and 304 was answered. */
  public boolean unchanged(String version, ServletWebRequest web) {
    if (signedIn()) {
      return false;
    }
    var request = web.getRequest();
    String cookies = Objects.requireNonNullElse(request.getHeader(HttpHeaders.COOKIE), "");
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    String tag =
        digest(String.join("\n", program, version, request.getRequestURI(), query, cookies));
    return web.checkNotModified("W/\"" + tag + "\""); // weak: the same page, packed or not
  }

  private static boolean signedIn() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Viewer;
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
