package org.yongtong.casework.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.Values;

/** Values of one form as far as they fit another: by field id, where kind and options still fit. */
final class KeptValues {

  private static final Set<FieldKind> PLAIN = Set.of(FieldKind.TEXT, FieldKind.TEXTAREA);

  private KeptValues() {}

  static Values fit(FormDefinition from, FormDefinition to, Values values) {
    Map<String, Object> data = new LinkedHashMap<>();
    Map<String, Values.Origin> origins = new LinkedHashMap<>();
    to.fields()
        .forEach(
            now -> {
              Object before = values.get(now.id());
              Object kept = from.find(now.id()).map(old -> fit(old, now, before)).orElse(null);
              if (kept != null) {
                data.put(now.id(), kept);
                Values.Origin origin = values.origins().get(now.id());
                if (origin != null) {
                  origins.put(now.id(), origin);
                }
              }
            });
    values.origins().entrySet().stream()
        .filter(origin -> origin.getKey().startsWith("applicant."))
        .forEach(origin -> origins.put(origin.getKey(), origin.getValue()));
    return new Values(data, origins);
  }

  private static @Nullable Object fit(Field old, Field now, @Nullable Object value) {
    boolean same =
        old.kind() == now.kind() || (PLAIN.contains(old.kind()) && PLAIN.contains(now.kind()));
    if (!same || value == null) {
      return null;
    }
    return switch (now.kind()) {
      case CHOICE -> offers(now, value) ? value : null;
      case CHOICES -> chosen(now, value);
      case REPEAT -> rows(old, now, value);
      default -> value;
    };
  }

  private static @Nullable List<?> chosen(Field now, Object value) {
    List<?> kept =
        value instanceof List<?> list
            ? list.stream().filter(one -> offers(now, one)).toList()
            : List.of();
    return kept.isEmpty() ? null : kept;
  }

  private static @Nullable List<Map<String, Object>> rows(Field old, Field now, Object value) {
    var rows = new ArrayList<Map<String, Object>>();
    if (value instanceof List<?> list) {
      for (Object one : list) {
        var row = new LinkedHashMap<String, Object>();
        for (Field inner : now.fields()) {
          Object before = one instanceof Map<?, ?> map ? map.get(inner.id()) : null;
          Object kept = inner(old, inner).map(was -> fit(was, inner, before)).orElse(null);
          if (kept != null) {
            row.put(inner.id(), kept);
          }
        }
        rows.add(row);
      }
    }
    return rows.isEmpty() ? null : rows;
  }

  private static Optional<Field> inner(Field group, Field wanted) {
    return group.fields().stream().filter(field -> field.id().equals(wanted.id())).findFirst();
  }

  private static boolean offers(Field field, @Nullable Object value) {
    return field.options().stream().anyMatch(option -> option.value().equals(value));
  }
}
