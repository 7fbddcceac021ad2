package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Field;

/** What was typed about a field or a section, taken into its map. */
final class FieldInput {

  private static final Map<String, Integer> LONGEST =
      Map.of("label", 200, "hint", 300, "placeholder", 100, "unit", 20, "message", 200);
  private static final Map<String, String> WORDS =
      Map.of("label", "问题（名称）", "hint", "提示", "placeholder", "示例", "unit", "单位", "message", "提示语");

  private final Map<String, String[]> sent;
  private final Map<String, Object> into;
  private final Map<String, Field> fields;
  private final Map<String, String> problems = new LinkedHashMap<>();

  private FieldInput(
      Map<String, String[]> sent, Map<String, Object> into, Map<String, Field> fields) {
    this.sent = sent;
    this.into = into;
    this.fields = fields;
  }

  /**
   * @return control → why it cannot be kept
   */
  static Map<String, String> section(
      Map<String, String[]> sent, Map<String, Object> section, Map<String, Field> fields) {
    var input = new FieldInput(sent, section, fields);
    input.text("title", 60, "节的名称");
    input.text("hint", 300, "节的说明");
    input.rule("visible");
    return input.problems;
  }

  /**
   * @param ids that are taken, for what a kind needs anew
   */
  static Map<String, String> field(
      Map<String, String[]> sent,
      Map<String, Object> field,
      Map<String, Field> fields,
      boolean inRow,
      Set<String> ids) {
    var input = new FieldInput(sent, field, fields);
    input.kind(inRow, ids);
    String kind = FormDraft.text(field, "kind");
    LONGEST.forEach(
        (key, most) -> {
          if (FieldKinds.has(kind, key, inRow) && !key.equals("message")) {
            input.text(key, most, String.valueOf(WORDS.get(key)));
          }
        });
    for (String key : List.of("min", "max", "min_value", "max_value")) {
      if (FieldKinds.has(kind, key, inRow)) {
        input.number(key, key.endsWith("_value"));
      }
    }
    if (FieldKinds.has(kind, "options", inRow)) {
      input.options();
    }
    if (FieldKinds.has(kind, "prefill", inRow)) {
      String prefill = RuleInput.one(sent, "prefill");
      input.put("prefill", prefill.isEmpty() ? null : prefill);
    }
    if (FieldKinds.has(kind, "guide", inRow)) {
      input.put("guide", sent.containsKey("guide") ? Boolean.TRUE : null);
    }
    input.rule("visible");
    if (FieldKinds.has(kind, "required", inRow)) {
      input.rule("required");
    }
    if (FieldKinds.has(kind, "valid", inRow)) {
      input.rule("valid");
      if (field.get("valid") == null) {
        field.remove("message");
      } else {
        input.text("message", 200, "提示语");
        if (field.get("message") == null) {
          input.problems.put("message", "请写明填错时对申请人怎么说");
        }
      }
    }
    return input.problems;
  }

  private void kind(boolean inRow, Set<String> ids) {
    String kind = RuleInput.one(sent, "kind");
    if (!FieldKinds.WORDS.containsKey(kind) || kind.equals(into.get("kind"))) {
      return;
    }
    into.put("kind", kind);
    for (String property : FieldKinds.PROPERTIES) {
      if (!FieldKinds.has(kind, property, inRow)) {
        into.remove(property);
      }
    }
    FormDraft.complete(into, ids);
  }

  private void put(String key, @Nullable Object value) {
    if (value == null) {
      into.remove(key);
    } else {
      into.put(key, value);
    }
  }

  private void text(String key, int most, String word) {
    if (!sent.containsKey(key)) {
      return;
    }
    String text = RuleInput.one(sent, key).replaceAll("\\s+", " ").strip();
    if (text.length() > most) {
      problems.put(key, "%s最多 %d 个字，现在有 %d 个".formatted(word, most, text.length()));
    }
    if (text.isEmpty() && (key.equals("label") || key.equals("title"))) {
      problems.put(key, "请填写" + word);
    }
    put(key, text.isEmpty() ? null : text);
  }

  private void number(String key, boolean decimal) {
    if (!sent.containsKey(key)) {
      return;
    }
    String text = RuleInput.one(sent, key).strip();
    if (text.isEmpty()) {
      into.remove(key);
    } else if (text.matches("-?[0-9]{1,9}") && (decimal || !text.startsWith("-"))) {
      into.put(key, Integer.valueOf(text));
    } else if (decimal && text.matches("-?[0-9]{1,9}\\.[0-9]{1,6}")) {
      into.put(key, Double.valueOf(text));
    } else {
      problems.put(key, decimal ? "请填写数字" : "请填写不小于零的整数");
    }
  }

  /** One option on each line; with a value of its own before a bar. */
  private void options() {
    if (!sent.containsKey("options")
        || RuleInput.one(sent, "options")
            .strip()
            .replace("\r\n", "\n")
            .equals(lines(into.get("options")))) {
      return;
    }
    var options = new ArrayList<Object>();
    RuleInput.one(sent, "options")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(
            line -> {
              int bar = line.indexOf('|');
              if (bar > 0 && bar < line.length() - 1) {
                var pair = new LinkedHashMap<String, Object>();
                pair.put("value", line.substring(0, bar).strip());
                pair.put("label", line.substring(bar + 1).strip());
                options.add(pair);
              } else {
                options.add(line);
              }
            });
    if (options.isEmpty()) {
      problems.put("options", "请至少写一个选项");
    } else if (options.size() > 200) {
      problems.put("options", "选项最多 200 个");
    } else {
      into.put("options", options);
    }
  }

  static String lines(@Nullable Object options) {
    var lines = new ArrayList<String>();
    for (Field.Option option : FormFields.options(options)) {
      lines.add(
          option.value().equals(option.label())
              ? option.value()
              : option.value() + "|" + option.label());
    }
    return String.join("\n", lines);
  }

  private void rule(String key) {
    if (!sent.containsKey(key + ".by")) {
      return;
    }
    RuleInput rule = RuleInput.typed(sent, key);
    String fault = rule.fault(fields);
    if (fault != null) {
      problems.put(key, fault);
      return;
    }
    Object stored = into.get(key);
    Object made = rule.rule(fields, stored);
    boolean constant =
        !key.equals("required") && (Boolean.TRUE.equals(made) || Boolean.FALSE.equals(made));
    put(key, constant && made != stored ? null : made);
  }
}
