package org.yongtong.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongtong.platform.code.CitizenNumber;
import org.yongtong.platform.code.CreditCode;
import org.yongtong.platform.code.PhoneNumber;

/** What a filled text must look like because of its kind; the message or nothing. */
final class KindCheck {

  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{8,32}");
  private static final BigDecimal MOST = new BigDecimal("1000000000000000");

  private KindCheck() {}

  static Optional<String> text(Field field, String text) {
    if (unreadable(text, field.kind())) {
      return Optional.of("含有无法识别的字符，请重新输入");
    }
    return Optional.ofNullable(
        switch (field.kind()) {
          case TEXT, TEXTAREA -> length(field, text);
          case INTEGER ->
              Typed.whole(text).isEmpty()
                  ? "请填写整数，例如 12"
                  : range(field, Typed.number(text).orElseThrow());
          case DECIMAL -> decimal(field, text);
          case MONEY -> money(field, text);
          case DATE -> Dates.isDate(text) ? null : "日期不存在，请按 2026-11-23 的样式填写";
          case CHOICE -> offered(field, text) ? null : "请从列出的选项中选择";
          case YES_NO -> text.equals("true") || text.equals("false") ? null : "请选择“是”或者“否”";
          case PHONE -> PhoneNumber.problem(text);
          case EMAIL ->
              text.length() <= Limits.EMAIL && EMAIL.matcher(text).matches()
                  ? null
                  : "电子邮箱的格式不对，例如 name@example.cn";
          case CITIZEN_NUMBER -> CitizenNumber.problem(text);
          case CREDIT_CODE -> CreditCode.problem(text);
          case NOTE, DECLARATION, PAPER, CHOICES, PERSON, COMPANY, ADDRESS, BANK_ACCOUNT, REPEAT ->
              null;
        });
  }

  static Optional<String> choices(Field field, List<String> chosen) {
    return chosen.stream().allMatch(value -> offered(field, value))
        ? Optional.empty()
        : Optional.of("请从列出的选项中选择");
  }

  /** A part of a composite kind other than the division, which {@link Places} knows. */
  static Optional<String> part(FieldKind kind, Parts.Part part, String text) {
    if (unreadable(text, part.kind())) {
      return Optional.of(part.label() + "含有无法识别的字符，请重新输入");
    }
    if (kind == FieldKind.BANK_ACCOUNT && part.id().equals("number")) {
      return ACCOUNT.matcher(text).matches() ? Optional.empty() : Optional.of("账号应当是 8 至 32 位数字");
    }
    String problem =
        switch (part.kind()) {
          case CITIZEN_NUMBER -> CitizenNumber.problem(text);
          case CREDIT_CODE -> CreditCode.problem(text);
          case PHONE -> PhoneNumber.problem(text);
          default -> null;
        };
    if (problem == null && count(text) > part.max()) {
      problem = "%s最多 %d 个字，现在有 %d 个".formatted(part.label(), part.max(), count(text));
    }
    return Optional.ofNullable(problem);
  }

  private static boolean unreadable(String text, FieldKind kind) {
    return text.codePoints()
        .anyMatch(c -> CleanText.unreadable(c) && !(c == '\n' && kind == FieldKind.TEXTAREA));
  }

  static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  private static @Nullable String length(Field field, String text) {
    int length = count(text);
    Integer min = field.min();
    if (min != null && length < min) {
      return "至少 %d 个字，现在有 %d 个".formatted(min, length);
    }
    int max = Limits.length(field);
    return length > max ? "最多 %d 个字，现在有 %d 个".formatted(max, length) : null;
  }

  private static @Nullable String decimal(Field field, String text) {
    Optional<BigDecimal> number = Typed.number(text);
    if (number.isEmpty()) {
      return "请填写数字，例如 86.5";
    }
    return number.get().scale() > 6 ? "最多六位小数" : range(field, number.get());
  }

  private static @Nullable String money(Field field, String text) {
    Optional<BigDecimal> number = Typed.number(text);
    if (number.isEmpty()) {
      return "请填写金额，例如 1200.50";
    }
    if (number.get().scale() > 2) {
      return "金额最多两位小数";
    }
    return field.minValue() == null && number.get().signum() < 0
        ? "金额不能小于零"
        : range(field, number.get());
  }

  private static @Nullable String range(Field field, BigDecimal number) {
    Double least = field.minValue();
    if (least != null && number.compareTo(BigDecimal.valueOf(least)) < 0) {
      return "不能小于 " + plain(least);
    }
    Double most = field.maxValue();
    if (most != null && number.compareTo(BigDecimal.valueOf(most)) > 0) {
      return "不能大于 " + plain(most);
    }
    return number.abs().compareTo(MOST) > 0 ? "数字太大" : null;
  }

  private static String plain(Double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static boolean offered(Field field, String value) {
    return field.options().stream().anyMatch(option -> option.value().equals(value));
  }
}
