package org.yongtong.platform.code;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number in China: a mobile number (11 digits beginning with 1) or a landline with area
 * code ({@code 0771-5551234}, perhaps {@code -801} for an extension). Spaces, hyphens in a mobile
 * number and a leading +86 are dropped; a missing hyphen after the area code is put in.
 *
 * @param value the whole number; for display to others use {@link #masked()}, which {@link
 *     #toString()} gives too, so that no log shows it
 */
public record PhoneNumber(String value) {

  private static final Pattern MOBILE = Pattern.compile("1[0-9]{10}");
  // 010 and 02x have three digits, all other area codes four.
  private static final Pattern LANDLINE =
      Pattern.compile("(010|02[0-9]|0[3-9][0-9]{2})-?([0-9]{7,8})(?:-([0-9]{1,6}))?");

  /**
   * @throws InvalidCode when the text is neither a mobile number nor a landline
   */
  public PhoneNumber {
    InvalidCode.refuse(problem(value));
    value = normal(value);
  }

  /** The number in a text, mobile or landline, if it is one. */
  public static Optional<PhoneNumber> parse(@Nullable String text) {
    return text != null && problem(text) == null
        ? Optional.of(new PhoneNumber(text))
        : Optional.empty();
  }

  /** What is wrong with the text as a mobile number or landline; null when nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写联系电话";
    }
    String number = normal(text);
    if (MOBILE.matcher(number).matches() || LANDLINE.matcher(number).matches()) {
      return null;
    }
    return "联系电话应为11位手机号码，或带区号的固定电话，例如0771-5551234";
  }

  /** What is wrong with the text where only a mobile number will do; null when nothing is. */
  public static @Nullable String mobileProblem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写手机号码";
    }
    return MOBILE.matcher(normal(text)).matches() ? null : "手机号码应为以1开头的11位数字";
  }

  private static String normal(String text) {
    String number = text.replaceAll("\\s", "").replaceFirst("^\\+86-?", "");
    String digits = number.replace("-", "");
    if (MOBILE.matcher(digits).matches()) {
      return digits;
    }
    Matcher landline = LANDLINE.matcher(number);
    if (!landline.matches()) {
      return number;
    }
    String extension = landline.group(3);
    return landline.group(1) + "-" + landline.group(2) + (extension == null ? "" : "-" + extension);
  }

  /** Whether it can receive text messages. */
  public boolean mobile() {
    return MOBILE.matcher(value).matches();
  }

  /** {@code 138****5678}; {@code 0771-***1234}; an extension is left out. */
  public String masked() {
    if (mobile()) {
      return value.substring(0, 3) + "****" + value.substring(7);
    }
    String[] parts = value.split("-", -1);
    int hidden = parts[1].length() - 4;
    return parts[0] + "-" + "*".repeat(hidden) + parts[1].substring(hidden);
  }

  /** Masked. */
  @Override
  public String toString() {
    return masked();
  }
}
