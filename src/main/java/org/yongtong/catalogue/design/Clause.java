package org.yongtong.catalogue.design;

import org.jspecify.annotations.Nullable;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;

/**
 * One comparison of a simple rule.
 *
 * @param field id of a field, or {@link #APPLICANT}
 * @param value as people write it: an option, a number, 是 or 否, a date; "" where none is needed
 */
record Clause(String field, Comparison comparison, String value) {

  /** Stands for the applicant's kind: 个人 or 法人. */
  static final String APPLICANT = "applicant.kind";

  /** Stands, as a date, for the day on which the rule is asked. */
  static final String TODAY = "今天";

  /** How a field is held against a value. */
  enum Comparison {
    IS("是"),
    IS_NOT("不是"),
    CONTAINS("包括"),
    LACKS("不包括"),
    MORE("大于（晚于）"),
    AT_LEAST("不小于（不早于）"),
    LESS("小于（早于）"),
    AT_MOST("不大于（不晚于）"),
    AGED("已满（岁）"),
    YOUNGER("未满（岁）"),
    FILLED("已填写"),
    EMPTY("未填写");

    private final String word;

    Comparison(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    boolean alone() {
      return this == FILLED || this == EMPTY;
    }
  }

  /** Why it cannot be written as a rule, or null. */
  @Nullable String fault(@Nullable Field on) {
    if (field.equals(APPLICANT)) {
      boolean known = value.equals("个人") || value.equals("法人");
      return known && (comparison == Comparison.IS || comparison == Comparison.IS_NOT)
          ? null
          : "申请人类型只能是或者不是“个人”“法人”";
    }
    if (on == null) {
      return "没有字段“%s”".formatted(field);
    }
    if (comparison.alone()) {
      return null;
    }
    if (value.isBlank()) {
      return "请写明“%s”%s什么".formatted(on.label(), comparison.word());
    }
    if (!fits(on.kind())) {
      return "“%s”不能用“%s”来比较".formatted(on.label(), comparison.word());
    }
    return switch (on.kind()) {
      case YES_NO, DECLARATION ->
          value.equals("是") || value.equals("否") ? null : "“%s”只能是“是”或者“否”".formatted(on.label());
      case INTEGER -> value.matches("-?[0-9]{1,12}") ? null : "“%s”要与整数比较".formatted(on.label());
      case DECIMAL, MONEY ->
          value.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")
              ? null
              : "“%s”要与数字比较".formatted(on.label());
      case DATE ->
          comparison == Comparison.AGED || comparison == Comparison.YOUNGER
              ? value.matches("[0-9]{1,3}") ? null : "岁数请写整数"
              : value.equals(TODAY) || value.matches("\\d{4}-\\d{2}-\\d{2}")
                  ? null
                  : "日期请写成 2026-12-04，或者写“今天”";
      case CHOICE, CHOICES ->
          option(on, value) == null ? "“%s”没有选项“%s”".formatted(on.label(), value) : null;
      default -> null;
    };
  }

  private boolean fits(FieldKind kind) {
    return switch (comparison) {
      case IS, IS_NOT -> kind != FieldKind.CHOICES && simple(kind);
      case CONTAINS, LACKS ->
          kind == FieldKind.CHOICES || kind == FieldKind.TEXT || kind == FieldKind.TEXTAREA;
      case MORE, AT_LEAST, LESS, AT_MOST -> number(kind) || kind == FieldKind.DATE;
      case AGED, YOUNGER -> kind == FieldKind.DATE;
      case FILLED, EMPTY -> true;
    };
  }

  private static boolean simple(FieldKind kind) {
    return switch (kind) {
      case PERSON, COMPANY, ADDRESS, BANK_ACCOUNT, REPEAT, PAPER, NOTE -> false;
      default -> true;
    };
  }

  static boolean number(FieldKind kind) {
    return kind == FieldKind.INTEGER || kind == FieldKind.DECIMAL || kind == FieldKind.MONEY;
  }

  /** The value of an option by its value or its label; null when there is none. */
  static @Nullable String option(Field on, String said) {
    for (Field.Option option : on.options()) {
      if (option.value().equals(said) || option.label().equals(said)) {
        return option.value();
      }
    }
    return null;
  }

  /** As a rule; only without a {@link #fault}. */
  String cel(@Nullable Field on) {
    if (on == null) {
      return "applicant.kind %s '%s'"
          .formatted(
              comparison == Comparison.IS ? "==" : "!=", value.equals("个人") ? "person" : "legal");
    }
    return switch (comparison) {
      case FILLED -> "filled('%s')".formatted(field);
      case EMPTY -> "!filled('%s')".formatted(field);
      case CONTAINS -> contains(on);
      case LACKS -> on.kind() == FieldKind.CHOICES ? "!(" + contains(on) + ")" : "!" + contains(on);
      case AGED -> "age(%s) >= %s".formatted(field, value);
      case YOUNGER -> "age(%s) < %s".formatted(field, value);
      case IS, IS_NOT -> equal(on);
      case MORE -> field + " > " + literal(on);
      case AT_LEAST -> field + " >= " + literal(on);
      case LESS -> field + " < " + literal(on);
      case AT_MOST -> field + " <= " + literal(on);
    };
  }

  private String contains(Field on) {
    String option = option(on, value);
    return on.kind() == FieldKind.CHOICES
        ? quoted(option == null ? value : option) + " in " + field
        : "%s.contains(%s)".formatted(field, quoted(value));
  }

  private String equal(Field on) {
    if (on.kind() == FieldKind.YES_NO || on.kind() == FieldKind.DECLARATION) {
      return value.equals("是") == (comparison == Comparison.IS) ? field : "!" + field;
    }
    return field + (comparison == Comparison.IS ? " == " : " != ") + literal(on);
  }

  private String literal(Field on) {
    return switch (on.kind()) {
      case INTEGER -> value;
      case DECIMAL, MONEY -> value.contains(".") ? value : value + ".0";
      case DATE -> value.equals(TODAY) ? "today" : quoted(value);
      default -> {
        String option = option(on, value);
        yield quoted(option == null ? value : option);
      }
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
