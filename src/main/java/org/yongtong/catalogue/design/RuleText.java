package org.yongtong.catalogue.design;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule as text: which fields it names, and the same with a field renamed. */
final class RuleText {

  private static final Pattern TOKEN =
      Pattern.compile("'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\"|[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern FILLED_BEFORE = Pattern.compile("filled\\(\\s*$");

  private RuleText() {}

  static boolean names(String rule, String field) {
    return TOKEN.matcher(rule).results().anyMatch(token -> is(rule, token, field, false));
  }

  /**
   * @param inRow the field stands in rows of a repeat group, where rules reach it as a part too
   */
  static String renamed(String rule, String from, String to, boolean inRow) {
    return TOKEN
        .matcher(rule)
        .replaceAll(
            token ->
                Matcher.quoteReplacement(
                    !is(rule, token, from, inRow)
                        ? token.group()
                        : token.group().startsWith("'") || token.group().startsWith("\"")
                            ? "'" + to + "'"
                            : to));
  }

  private static boolean is(String rule, MatchResult token, String field, boolean inRow) {
    String text = token.group();
    if (text.startsWith("'") || text.startsWith("\"")) {
      return text.length() == field.length() + 2
          && text.startsWith(field, 1)
          && FILLED_BEFORE.matcher(rule.substring(0, token.start())).find();
    }
    boolean part = token.start() > 0 && rule.charAt(token.start() - 1) == '.';
    return text.equals(field) && (!part || inRow);
  }
}
