package org.yongtong.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.yongtong.platform.web.OwnPath;

/**
 * The sign-in page.
 *
 * @param kind the tab that is open
 * @param next way back after sign-in, or null
 * @param problem why the last try did not work, or null
 * @param samples sample sign-ins of this kind; empty when they are turned off
 * @param samplePassword password of all of them
 */
public record SignInPage(
    AccountKind kind,
    String login,
    @Nullable String next,
    @Nullable String problem,
    List<Sample> samples,
    String samplePassword) {

  public AccountKind[] kinds() {
    return AccountKind.values();
  }

  public String key(AccountKind one) {
    return Account.stored(one);
  }

  /** Address of this page with another tab or a sample's name filled in. */
  public String link(AccountKind one, @Nullable String sample) {
    var query = new StringBuilder("/sign-in?kind=").append(key(one));
    if (sample != null) {
      query.append("&login=").append(sample);
    }
    if (next != null) {
      query.append("&next=").append(UriUtils.encode(next, StandardCharsets.UTF_8));
    }
    return query.toString();
  }

  /** The way back after sign-in when it is a page of ours, and not sign-in itself; else null. */
  static @Nullable String wayBack(@Nullable String next) {
    String own = OwnPath.find(next);
    return own == null || own.startsWith("/sign-in") || own.startsWith("/sign-out") ? null : own;
  }

  /** The address of the sign-in page that leads back to the path. */
  static String leadingBackTo(@Nullable String path) {
    String own = wayBack(path);
    return own == null || own.equals("/")
        ? "/sign-in"
        : "/sign-in?next=" + UriUtils.encode(own, StandardCharsets.UTF_8);
  }

  /** A sample sign-in and who that is. */
  public record Sample(String login, String name, String note) {}
}
