package org.yongtong.platform.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Keeps a "back to" field from leading to somebody else's site (open redirect). */
public final class OwnPath {

  private static final int LONGEST = 2000;

  private OwnPath() {}

  /**
   * The path when it is on this site, else null. Browsers take {@code //host} and {@code /\host}
   * for another site, and drop control characters before they look; so all of these are refused.
   *
   * @return fit for a Location header or a redirect: what such an address may not hold is
   *     percent-encoded, so a path found once is found again unchanged
   */
  public static @Nullable String find(@Nullable String path) {
    if (path == null
        || path.length() > LONGEST
        || !path.startsWith("/")
        || path.startsWith("//")
        || path.indexOf('\\') >= 0
        || path.chars().anyMatch(Character::isISOControl)) {
      return null;
    }
    return encoded(path);
  }

  /** The path when it is on this site, else the other. */
  public static String or(@Nullable String path, String otherwise) {
    String own = find(path);
    return own == null ? otherwise : own;
  }

  /** The path when it is on this site, else the front page. */
  public static String orHome(@Nullable String path) {
    return or(path, "/");
  }

  private static String encoded(String path) {
    var out = new StringBuilder();
    path.codePoints()
        .forEach(
            point -> {
              String character = Character.toString(point);
              out.append(
                  point <= ' ' || point > '~' || "{}<>\"^`|".contains(character)
                      ? UriUtils.encode(character, StandardCharsets.UTF_8)
                      : character);
            });
    return out.toString();
  }
}
