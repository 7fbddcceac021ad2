package org.yongtong.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads kept values without trusting their shape: they may come from an old draft or a register.
 */
final class Raw {

  private Raw() {}

  static String text(@Nullable Object value) {
    return value == null || value instanceof Map || value instanceof List
        ? ""
        : String.valueOf(value);
  }

  static String part(@Nullable Object value, String part) {
    return value instanceof Map<?, ?> map ? text(map.get(part)) : "";
  }

  static List<String> list(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Raw::text).filter(text -> !text.isEmpty()).toList()
        : List.of();
  }

  /** Rows of a repeat group, blank ones included. */
  static List<Map<String, Object>> rows(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(Raw::row).toList() : List.of();
  }

  private static Map<String, Object> row(@Nullable Object value) {
    var row = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> {
            if (inner != null) {
              row.put(String.valueOf(key), inner);
            }
          });
    }
    return row;
  }

  static boolean filled(Field field, @Nullable Object value) {
    return switch (field.kind()) {
      case NOTE -> false;
      case CHOICES -> !list(value).isEmpty();
      case DECLARATION -> text(value).equals("true");
      case PERSON, COMPANY, BANK_ACCOUNT, ADDRESS ->
          Parts.list(field.kind()).stream()
              .filter(part -> part.needed() || !part.id().equals("full"))
              .anyMatch(part -> !part(value, part.id()).isBlank());
      case PAPER -> !FieldFile.of(value).isEmpty();
      case REPEAT -> rows(value).stream().anyMatch(row -> filledRow(field, row));
      default -> !text(value).isBlank();
    };
  }

  static boolean filledRow(Field repeat, Map<String, Object> row) {
    return repeat.fields().stream().anyMatch(field -> filled(field, row.get(field.id())));
  }
}
