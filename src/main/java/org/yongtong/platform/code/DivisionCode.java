package org.yongtong.platform.code;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An administrative division: 6 digits down to the county (GB/T 2260), 9 to the town (GB/T 10114),
 * 12 to the village or community (统计用区划代码). Six and nine digits are padded with zeros, as
 * government service systems do, so one division has one value. Existence is not checked.
 *
 * @param value 12 digits
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {

  /** How deep a division stands. */
  public enum Level {
    PROVINCE(2),
    CITY(4),
    COUNTY(6),
    TOWN(9),
    VILLAGE(12);

    private final int digits;

    Level(int digits) {
      this.digits = digits;
    }
  }

  private static final Pattern FORM = Pattern.compile("[0-9]{6}(?:[0-9]{3}){0,2}");
  private static final String ZEROS = "000000000000";

  /**
   * @throws InvalidCode when the text has not 6, 9 or 12 digits
   */
  public DivisionCode {
    InvalidCode.refuse(problem(value));
    value = padded(value.strip());
  }

  /** The code in a text, if it is one. */
  public static Optional<DivisionCode> parse(@Nullable String text) {
    return text != null && problem(text) == null
        ? Optional.of(new DivisionCode(text))
        : Optional.empty();
  }

  /** What is wrong with the text, in Chinese, for a form; null when nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写行政区划代码";
    }
    String code = text.strip();
    if (!FORM.matcher(code).matches()) {
      return "行政区划代码应为6位、9位或12位数字";
    }
    return code.startsWith("00") ? "行政区划代码前两位不能为00" : null;
  }

  private static String padded(String code) {
    return code + ZEROS.substring(code.length());
  }

  public Level level() {
    for (int i = Level.values().length - 1; i > 0; i--) {
      int end = Level.values()[i].digits;
      int begin = Level.values()[i - 1].digits;
      if (!value.substring(begin, end).equals(ZEROS.substring(begin, end))) {
        return Level.values()[i];
      }
    }
    return Level.PROVINCE;
  }

  /** The next division above it; empty for a province. */
  public Optional<DivisionCode> parent() {
    Level level = level();
    return level == Level.PROVINCE
        ? Optional.empty()
        : Optional.of(at(Level.values()[level.ordinal() - 1]));
  }

  /** The division of this level that it is or lies in; itself when it stands higher. */
  public DivisionCode at(Level level) {
    return new DivisionCode(padded(value.substring(0, level.digits)));
  }

  /** The digits that all divisions inside it begin with, e.g. {@code 4501}. */
  public String prefix() {
    return value.substring(0, level().digits);
  }

  /** Whether the other is this division or lies in it. */
  public boolean covers(DivisionCode other) {
    return other.value.startsWith(prefix());
  }

  /** The six digits of GB/T 2260, e.g. for a citizen number. */
  public String six() {
    return value.substring(0, 6);
  }

  @Override
  public int compareTo(DivisionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
