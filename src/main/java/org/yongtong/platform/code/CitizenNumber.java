package org.yongtong.platform.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 公民身份号码, 18 characters (GB 11643): 6 region, 8 date of birth, 3 sequence (odd: male), 1 check. The
 * region is not checked against a list: abolished codes stay valid inside numbers.
 *
 * <p>One rule for what people type, here and in {@link #problem} and {@link #parse}: spaces around
 * it are dropped and a final x becomes X; nothing else is mended.
 *
 * @param value the whole number; for display use {@link #masked()}, which {@link #toString()} gives
 *     too, so that no log shows it
 */
public record CitizenNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /**
   * @throws InvalidCode when the text is no citizen number
   */
  public CitizenNumber {
    InvalidCode.refuse(problem(value));
    value = normal(value);
  }

  /** The number in a text, if it is one. */
  public static Optional<CitizenNumber> parse(@Nullable String text) {
    return text != null && problem(text) == null
        ? Optional.of(new CitizenNumber(text))
        : Optional.empty();
  }

  /** What is wrong with the text, in Chinese, for a form; null when nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写身份证号码";
    }
    String number = normal(text);
    if (number.length() == 15) {
      return "15位身份证号码已停止使用，请填写18位号码";
    }
    if (number.length() != 18) {
      return "身份证号码应为18位，现为%d位".formatted(number.length());
    }
    if (!FORM.matcher(number).matches()) {
      return "身份证号码前17位应为数字，最后一位应为数字或X";
    }
    if (birth(number).isEmpty()) {
      return "身份证号码中的出生日期不存在，请核对";
    }
    if (check(number) != number.charAt(17)) {
      return "身份证号码校验不符，请逐位核对";
    }
    return null;
  }

  private static String normal(String text) {
    String number = text.strip();
    return number.endsWith("x") ? number.substring(0, number.length() - 1) + "X" : number;
  }

  /** The check character that belongs to the first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
  static char check(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }

  private static Optional<LocalDate> birth(String number) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(number.substring(6, 10)),
              Integer.parseInt(number.substring(10, 12)),
              Integer.parseInt(number.substring(12, 14))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  public LocalDate birth() {
    return birth(value).orElseThrow();
  }

  public boolean male() {
    return (value.charAt(16) - '0') % 2 == 1;
  }

  /**
   * Full years of age (周岁) on a day; a year is full on the birthday, for somebody born on 29
   * February on 1 March of a common year.
   */
  public int ageOn(LocalDate day) {
    return Period.between(birth(), day).getYears();
  }

  /** First six and last four characters, e.g. {@code 450103********002X}. */
  public String masked() {
    return value.substring(0, 6) + "********" + value.substring(14);
  }

  /** Masked. */
  @Override
  public String toString() {
    return masked();
  }
}
