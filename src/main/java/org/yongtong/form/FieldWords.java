package org.yongtong.form;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yongtong.platform.code.CitizenNumber;
import org.yongtong.platform.code.PhoneNumber;

/** Values in the words in which people read them. */
final class FieldWords {

  private FieldWords() {}

  /** Text of a filled field; a repeat group and a note have none. */
  static String of(Field field, @Nullable Object raw, boolean masked) {
    String text = Raw.text(raw);
    return switch (field.kind()) {
      case NOTE, REPEAT -> "";
      case CHOICE -> label(field, text);
      case CHOICES ->
          Raw.list(raw).stream().map(value -> label(field, value)).collect(Collectors.joining("、"));
      case YES_NO -> text.equals("true") ? "是" : text.equals("false") ? "否" : "";
      case DECLARATION -> text.equals("true") ? "已确认" : "";
      case DATE -> Dates.words(text);
      case MONEY -> withUnit(grouped(text), field.unit() == null ? "元" : field.unit());
      case INTEGER, DECIMAL -> withUnit(text, field.unit());
      case PERSON, COMPANY, BANK_ACCOUNT -> parts(field.kind(), raw, masked);
      case ADDRESS -> address(raw);
      case PHONE, CITIZEN_NUMBER -> masked ? mask(field.kind(), text) : text;
      case PAPER -> files(raw);
      case TEXT, TEXTAREA, EMAIL, CREDIT_CODE -> text;
    };
  }

  static String files(@Nullable Object raw) {
    return FieldFile.of(raw).stream().map(FieldFile::name).collect(Collectors.joining("、"));
  }

  private static String parts(FieldKind kind, @Nullable Object raw, boolean masked) {
    return Parts.list(kind).stream()
        .map(
            part -> {
              String text = Raw.part(raw, part.id());
              return masked && part.id().equals("number")
                  ? lastFour(text)
                  : masked ? mask(part.kind(), text) : text;
            })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("，"));
  }

  private static String address(@Nullable Object raw) {
    String full = Raw.part(raw, "full");
    return full.isEmpty() ? Raw.part(raw, "detail") : full;
  }

  private static String mask(FieldKind kind, String text) {
    return switch (kind) {
      case CITIZEN_NUMBER ->
          CitizenNumber.parse(text).map(CitizenNumber::masked).orElseGet(() -> lastFour(text));
      case PHONE ->
          PhoneNumber.parse(text).map(PhoneNumber::masked).orElseGet(() -> lastFour(text));
      default -> text;
    };
  }

  private static String lastFour(String text) {
    int hidden = Math.max(0, text.length() - 4);
    return "*".repeat(hidden) + text.substring(hidden);
  }

  private static String label(Field field, String value) {
    return field.options().stream()
        .filter(option -> option.value().equals(value))
        .map(Field.Option::label)
        .findFirst()
        .orElse(value);
  }

  private static String withUnit(String text, @Nullable String unit) {
    return text.isEmpty() || unit == null ? text : text + " " + unit;
  }

  private static String grouped(String money) {
    Optional<BigDecimal> number = Typed.number(money);
    return number
        .map(
            amount ->
                new DecimalFormat("#,##0.00####", DecimalFormatSymbols.getInstance(Locale.ROOT))
                    .format(amount))
        .orElse(money);
  }

  /** 人口库 and so on; "" for what was typed. */
  static String source(Values.@Nullable Origin origin) {
    if (origin == null) {
      return "";
    }
    return switch (origin.source()) {
      case "typed" -> "";
      case "register:person" -> "人口库";
      case "register:company" -> "法人库";
      case "guide" -> "情形引导";
      default -> origin.source().startsWith("certificate:") ? "电子证照" : "共享数据";
    };
  }

  static String origin(Values.@Nullable Origin origin) {
    String source = source(origin);
    return source.isEmpty() || origin == null
        ? ""
        : "来自" + source + (origin.changed() ? "，您已修改" : "");
  }

  /** Answers of one field; a repeat group gives one for each field of each filled row. */
  static Stream<Forms.Answer> answers(
      Scope scope, Field field, Values.@Nullable Origin origin, boolean masked) {
    if (field.kind() == FieldKind.NOTE || !scope.visible(field) || !scope.filled(field)) {
      return Stream.empty();
    }
    if (field.kind() != FieldKind.REPEAT) {
      return Stream.of(
          new Forms.Answer(
              field.id(), field.label(), of(field, scope.raw(field), masked), source(origin)));
    }
    var answers = Stream.<Forms.Answer>builder();
    List<Scope> rows = scope.rows(field);
    int shown = 0;
    for (int i = 0; i < rows.size(); i++) {
      Scope row = rows.get(i);
      if (!row.filled()) {
        continue;
      }
      shown++;
      for (Field inner : field.fields()) {
        String path = "%s.%d.".formatted(field.id(), i);
        String label = "%s %d：".formatted(field.label(), shown);
        answers(row, inner, null, masked)
            .map(
                answer ->
                    new Forms.Answer(
                        path + answer.path(), label + answer.label(), answer.text(), ""))
            .forEach(answers::add);
      }
    }
    return answers.build();
  }
}
