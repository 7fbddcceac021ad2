package org.yongtong.platform.code;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 电子证照标识 (GB/T 36904): {@code 1.2.156.3005.2.} then type (21), issuer (18), serial, version (3) and
 * a check character, with dots between. The check (ISO 7064 MOD 37,36) is over type, issuer, serial
 * and version written together without dots. Older certificates carry issuer codes that are no
 * credit codes; they are accepted.
 */
public record CertificateIdentifier(String value) {

  private static final String ROOT = "1.2.156.3005.2.";
  private static final Pattern FORM =
      Pattern.compile(
          Pattern.quote(ROOT)
              + "([0-9A-Z]{21})\\.([0-9A-Z]{6,18})\\.([0-9A-Z]{1,64})\\.([0-9]{3})\\.([0-9A-Z])");
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /**
   * @throws InvalidCode when the text is no certificate identifier
   */
  public CertificateIdentifier {
    InvalidCode.refuse(problem(value));
    value = value.strip();
  }

  /**
   * Builds the identifier of a certificate with its check character.
   *
   * @param definer the body that defines the type of certificate
   * @param typeSerial three digits
   * @param serial digits and capital letters
   * @param version from 1, one more with each issue anew
   * @throws InvalidCode when a part has the wrong form
   */
  public static CertificateIdentifier of(
      CreditCode definer, String typeSerial, CreditCode issuer, String serial, int version) {
    String type = definer.value() + typeSerial;
    String edition = "%03d".formatted(version);
    String dotted = ROOT + String.join(".", type, issuer.value(), serial, edition);
    if (!FORM.matcher(dotted + ".0").matches()) {
      throw new InvalidCode("电子证照标识的组成部分格式不正确");
    }
    return new CertificateIdentifier(
        dotted + "." + check(type + issuer.value() + serial + edition));
  }

  /** The identifier in a text, if it is one. */
  public static Optional<CertificateIdentifier> parse(@Nullable String text) {
    return text != null && problem(text) == null
        ? Optional.of(new CertificateIdentifier(text))
        : Optional.empty();
  }

  /** What is wrong with the text, in Chinese, for a form; null when nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写电子证照标识";
    }
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      return "电子证照标识格式不正确，应以%s开头并含五段".formatted(ROOT);
    }
    String checked = parts.group(1) + parts.group(2) + parts.group(3) + parts.group(4);
    return check(checked) == parts.group(5).charAt(0) ? null : "电子证照标识校验不符，请核对";
  }

  /** ISO 7064 MOD 37,36. */
  private static char check(String text) {
    int p = 36;
    for (int i = 0; i < text.length(); i++) {
      p = (p + CHARACTERS.indexOf(text.charAt(i))) % 36;
      p = (p == 0 ? 36 : p) * 2 % 37;
    }
    return CHARACTERS.charAt((37 - p) % 36);
  }

  /** 证照类型代码, 21 characters: who defines the type, and three digits. */
  public String type() {
    return part(1);
  }

  /** 颁发机构代码, a credit code on newer certificates. */
  public String issuer() {
    return part(2);
  }

  public String serial() {
    return part(3);
  }

  /** From 1; one more with each issue anew. */
  public int version() {
    return Integer.parseInt(part(4));
  }

  private String part(int number) {
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()) {
      throw new IllegalStateException("checked in the constructor");
    }
    return parts.group(number);
  }

  @Override
  public String toString() {
    return value;
  }
}
