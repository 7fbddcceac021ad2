package org.yongtong.platform.code;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount in renminbi, kept in fen so that nothing is ever rounded. May be negative (a refund).
 *
 * @param fen hundredths of a yuan
 */
public record Money(long fen) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  private static final Pattern FORM =
      Pattern.compile("-?(?:[0-9]{1,13}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\\.[0-9]{1,2})?");
  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final List<Unit> UNITS =
      List.of(
          new Unit(100_000_000, '亿'),
          new Unit(10_000, '万'),
          new Unit(1_000, '仟'),
          new Unit(100, '佰'),
          new Unit(10, '拾'));

  public static Money ofYuan(long yuan) {
    return new Money(Math.multiplyExact(yuan, 100));
  }

  /** The amount in a text like {@code 1234.5}, {@code 1,234.50}, {@code ¥12} or {@code 12元}. */
  public static Optional<Money> parse(@Nullable String text) {
    if (text == null || problem(text) != null) {
      return Optional.empty();
    }
    String number = normal(text).replace(",", "");
    boolean negative = number.startsWith("-");
    String[] parts = number.replace("-", "").split("\\.", 2);
    String cents = parts.length == 1 ? "00" : (parts[1] + "0").substring(0, 2);
    long fen = Long.parseLong(parts[0]) * 100 + Long.parseLong(cents);
    return Optional.of(new Money(negative ? -fen : fen));
  }

  /** What is wrong with the text, in Chinese, for a form; null when nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写金额";
    }
    return FORM.matcher(normal(text)).matches() ? null : "金额应为数字，最多两位小数，例如1,234.50";
  }

  private static String normal(String text) {
    return text.strip().replaceFirst("^[¥￥]\\s*", "").replaceFirst("\\s*元$", "");
  }

  /**
   * @throws ArithmeticException beyond 92 thousand million million yuan, here and below
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(fen, factor));
  }

  public boolean isZero() {
    return fen == 0;
  }

  public boolean isNegative() {
    return fen < 0;
  }

  /** {@code 1,234.50}, without sign of currency. */
  public String format() {
    String digits = Long.toUnsignedString(Math.abs(fen));
    digits = "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    var yuan = new StringBuilder(digits.substring(0, digits.length() - 2));
    for (int i = yuan.length() - 3; i > 0; i -= 3) {
      yuan.insert(i, ',');
    }
    return (fen < 0 ? "-" : "") + yuan + "." + digits.substring(digits.length() - 2);
  }

  /**
   * 大写金额, as the rules for filling in bills and vouchers have it (支付结算办法, annex 1): 整 after 元 or 角,
   * 零 for zeros between, e.g. 壹仟肆佰零玖元伍角整.
   */
  public String capitals() {
    if (fen == 0) {
      return "零元整";
    }
    var text = new StringBuilder(fen < 0 ? "负" : "");
    long amount = Math.absExact(fen);
    long yuan = amount / 100;
    int jiao = (int) (amount / 10 % 10);
    int cents = (int) (amount % 10);
    if (yuan > 0) {
      text.append(spoken(yuan)).append('元');
      if (jiao > 0 ? yuan % 10 == 0 : cents > 0) {
        text.append('零');
      }
    }
    if (jiao > 0) {
      text.append(DIGITS.charAt(jiao)).append('角');
    }
    return text.append(cents > 0 ? DIGITS.charAt(cents) + "分" : "整").toString();
  }

  private static String spoken(long number) {
    for (var unit : UNITS) {
      if (number >= unit.size) {
        long rest = number % unit.size;
        String gap = rest > 0 && rest < unit.size / 10 ? "零" : "";
        return spoken(number / unit.size) + unit.word + gap + (rest == 0 ? "" : spoken(rest));
      }
    }
    return DIGITS.substring((int) number, (int) number + 1);
  }

  private record Unit(long size, char word) {}

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  /** As {@link #format()}. */
  @Override
  public String toString() {
    return format();
  }
}
