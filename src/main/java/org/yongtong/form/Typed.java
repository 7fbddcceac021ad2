package org.yongtong.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kept text → the value that rules see. */
final class Typed {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,8})?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  private Typed() {}

  static Object of(Field field, @Nullable Object raw) {
    return switch (field.kind()) {
      case INTEGER -> whole(Raw.text(raw)).orElse(0L);
      case DECIMAL, MONEY -> number(Raw.text(raw)).map(BigDecimal::doubleValue).orElse(0.0);
      case YES_NO, DECLARATION -> Raw.text(raw).equals("true");
      case CHOICES -> Raw.list(raw);
      case PERSON, COMPANY, ADDRESS, BANK_ACCOUNT -> parts(field.kind(), raw);
      case PAPER -> FieldWords.files(raw);
      case DATE -> Dates.isDate(Raw.text(raw)) ? Raw.text(raw) : "";
      default -> Raw.text(raw);
    };
  }

  /** Every part is there, "" when not filled, so that a rule may always look at it. */
  private static Map<String, String> parts(FieldKind kind, @Nullable Object raw) {
    var parts = new LinkedHashMap<String, String>();
    Parts.list(kind).forEach(part -> parts.put(part.id(), Raw.part(raw, part.id())));
    return parts;
  }

  static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  static Optional<Long> whole(String text) {
    return WHOLE.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
