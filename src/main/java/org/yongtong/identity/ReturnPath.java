package org.yongtong.identity;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The way back after sign-in: a path of our own, never another site (open redirect). */
final class ReturnPath {

  private static final int LONGEST = 2000;

  private ReturnPath() {}

  /** The path when it is one of ours, else null. */
  static @Nullable String own(@Nullable String path) {
    if (path == null
        || path.length() > LONGEST
        || !path.startsWith("/")
        || path.startsWith("//")
        || path.indexOf('\\') >= 0
        || path.chars().anyMatch(Character::isISOControl)
        || path.startsWith("/sign-in")
        || path.startsWith("/sign-out")) {
      return null;
    }
    return path;
  }

  /** The address of the sign-in page that leads back to the path. */
  static String signIn(@Nullable String path) {
    String own = own(path);
    return own == null || own.equals("/")
        ? "/sign-in"
        : "/sign-in?next=" + UriUtils.encode(own, StandardCharsets.UTF_8);
  }

  /** As a Location header: what a header may not hold is percent-encoded. */
  static String location(String own) {
    var out = new StringBuilder();
    own.codePoints()
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
