package org.yongtong.identity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of the own account.
 *
 * @param facts label → value; numbers masked
 * @param done what was just done, in Chinese, or null
 * @param problems of the password form, by field
 */
public record AccountPage(
    Map<String, String> facts,
    List<Session> sessions,
    @Nullable String done,
    Map<String, String> problems) {

  public boolean elsewhere() {
    return sessions.stream().anyMatch(session -> !session.current());
  }

  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  /**
   * One open sign-in.
   *
   * @param browser in words
   * @param since when it began
   * @param seen when it was last used, to the minute
   */
  public record Session(String browser, String since, String seen, boolean current) {}
}
