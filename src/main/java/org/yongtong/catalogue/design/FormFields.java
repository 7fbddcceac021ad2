package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;

/** The fields of a form that may still be wrong, as far as rules can be built from them. */
final class FormFields {

  private FormFields() {}

  /**
   * By id, in form order.
   *
   * @param group the repeat group in whose rows the rule stands: its fields come first; or null
   */
  static Map<String, Field> of(Map<String, Object> document, @Nullable String group) {
    var form = new FormDraft(document);
    var fields = new LinkedHashMap<String, Field>();
    if (!FormDraft.readable(document)) {
      return fields;
    }
    for (FormDraft.Found each : form.allFields()) {
      if (group != null && group.equals(each.group())) {
        fields.put(each.id(), field(each.map()));
      }
    }
    for (FormDraft.Found each : form.allFields()) {
      if (each.group() == null && !FormDraft.text(each.map(), "kind").equals("note")) {
        fields.putIfAbsent(each.id(), field(each.map()));
      }
    }
    return fields;
  }

  private static Field field(Map<?, ?> map) {
    return new Field(
        FormDraft.text(map, "id"),
        FormDraft.label(map),
        kind(FormDraft.text(map, "kind")),
        "false",
        null,
        null,
        null,
        null,
        null,
        null,
        Boolean.TRUE.equals(map.get("guide")),
        null,
        null,
        null,
        null,
        null,
        options(map.get("options")),
        List.of());
  }

  private static FieldKind kind(String key) {
    return FieldKinds.WORDS.containsKey(key)
        ? FieldKind.valueOf(key.toUpperCase(Locale.ROOT))
        : FieldKind.TEXT;
  }

  static List<Field.Option> options(@Nullable Object options) {
    var list = new ArrayList<Field.Option>();
    if (options instanceof List<?> rows) {
      for (Object row : rows) {
        if (row instanceof Map<?, ?> pair) {
          list.add(new Field.Option(FormDraft.text(pair, "value"), FormDraft.text(pair, "label")));
        } else {
          list.add(new Field.Option(String.valueOf(row), String.valueOf(row)));
        }
      }
    }
    return list;
  }
}
