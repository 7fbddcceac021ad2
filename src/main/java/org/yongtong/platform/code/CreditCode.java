package org.yongtong.platform.code;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 统一社会信用代码, 18 characters (GB 32100-2015): 1 registering authority, 1 kind of body, 6 region, 9
 * organisation code with its own check (GB 11714), 1 check. Capital letters only; I, O, S, V and Z
 * do not occur.
 */
public record CreditCode(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern FORM =
      Pattern.compile("[%1$s]{2}[0-9]{6}[%1$s]{10}".formatted(ALPHABET));
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  /**
   * @throws InvalidCode when the text is no unified social credit code
   */
  public CreditCode {
    InvalidCode.refuse(problem(value));
    value = value.strip();
  }

  /** The code in a text, if it is one. */
  public static Optional<CreditCode> parse(@Nullable String text) {
    return text != null && problem(text) == null
        ? Optional.of(new CreditCode(text))
        : Optional.empty();
  }

  /** What is wrong with the text, in Chinese, for a form; null when nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写统一社会信用代码";
    }
    String code = text.strip();
    if (code.length() != 18) {
      return "统一社会信用代码应为18位，现为%d位".formatted(code.length());
    }
    if (code.chars().anyMatch(c -> c >= 'a' && c <= 'z')) {
      return "统一社会信用代码中的字母应为大写";
    }
    if (code.chars().anyMatch(c -> "IOSVZ".indexOf(c) >= 0)) {
      return "统一社会信用代码不使用字母I、O、S、V、Z，请核对是否应为数字1、0、5、2";
    }
    if (!FORM.matcher(code).matches()) {
      return "统一社会信用代码只含数字和大写字母，第3至8位应为数字";
    }
    if (check(code) != code.charAt(17)) {
      return "统一社会信用代码校验不符，请逐位核对";
    }
    if (innerCheck(code.substring(8, 16)) != code.charAt(16)) {
      return "统一社会信用代码第9至17位（组织机构代码）校验不符，请逐位核对";
    }
    return null;
  }

  /** The check character that belongs to the first 17 (GB 32100). */
  static char check(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** The check character that belongs to the first 8 of an organisation code (GB 11714). */
  static char innerCheck(String body) {
    int sum = 0;
    for (int i = 0; i < INNER_WEIGHTS.length; i++) {
      sum += Character.digit(body.charAt(i), 36) * INNER_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return switch (check) {
      case 10 -> 'X';
      case 11 -> '0';
      default -> (char) ('0' + check);
    };
  }

  /** The region where it was registered, six digits (GB/T 2260; perhaps abolished since). */
  public String region() {
    return value.substring(2, 8);
  }

  /** The organisation code inside (GB 11714), nine characters without hyphen. */
  public String organisation() {
    return value.substring(8, 17);
  }

  @Override
  public String toString() {
    return value;
  }
}
