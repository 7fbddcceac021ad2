package org.yongtong.platform.code;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person's name as on the identity card. The dots that stand between the parts of many minority
 * names are typed in several ways; all become · (U+00B7), the one of the identity card.
 *
 * @param value the whole name; {@link #toString()} gives the masked one, so that no log shows it
 */
public record PersonName(String value) {

  private static final Pattern DOTS = Pattern.compile("[•・‧∙⋅．●]");
  private static final Pattern FORM = Pattern.compile("\\p{L}[\\p{L}\\p{M}·.'’ -]*");
  private static final int LONGEST = 50;

  /**
   * @throws InvalidCode when the text cannot be a name
   */
  public PersonName {
    InvalidCode.refuse(problem(value));
    value = normal(value);
  }

  /** The name in a text, if it can be one. */
  public static Optional<PersonName> parse(@Nullable String text) {
    return text != null && problem(text) == null
        ? Optional.of(new PersonName(text))
        : Optional.empty();
  }

  /** What is wrong with the text, in Chinese, for a form; null when nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写姓名";
    }
    String name = normal(text);
    if (name.codePointCount(0, name.length()) > LONGEST) {
      return "姓名不能超过%d个字".formatted(LONGEST);
    }
    return FORM.matcher(name).matches() ? null : "姓名只能含文字和间隔号，请按身份证填写";
  }

  private static String normal(String text) {
    return DOTS.matcher(text.strip()).replaceAll("·");
  }

  public String masked() {
    return mask(value);
  }

  /**
   * First and last character with one * for each between; of two characters the second is hidden:
   * 黄*明, 黄*. Any text may be given.
   */
  public static String mask(String name) {
    int[] characters = name.strip().codePoints().toArray();
    if (characters.length == 0) {
      return "";
    }
    if (characters.length == 1) {
      return "*";
    }
    String first = Character.toString(characters[0]);
    if (characters.length == 2) {
      return first + "*";
    }
    return first
        + "*".repeat(characters.length - 2)
        + Character.toString(characters[characters.length - 1]);
  }

  /** Masked. */
  @Override
  public String toString() {
    return masked();
  }
}
