package org.yongtong.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
      query
          .append("&next=")
          .append(
              org.springframework.web.util.UriUtils.encode(
                  next, java.nio.charset.StandardCharsets.UTF_8));
    }
    return query.toString();
  }

  /** A sample sign-in and who that is. */
  public record Sample(String login, String name, String note) {}
}
