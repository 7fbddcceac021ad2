package org.yongtong.platform.web;

/** Keeps a "back to" field from leading to somebody else's site. */
public final class OwnPath {

  private OwnPath() {}

  /** The path when it is on this site, else the front page. */
  public static String orHome(String path) {
    return isOwn(path) ? path : "/";
  }

  private static boolean isOwn(String path) {
    if (path.length() > 2000 || !path.startsWith("/")) {
      return false;
    }
    // browsers take "//host" and "/\host" for another site, and drop control characters before that
    boolean plain = path.chars().allMatch(c -> c > 32 && c < 127 && c != '\\');
    return plain && !path.startsWith("//");
  }
}
