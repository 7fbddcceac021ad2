// long: one reader for the whole form syntax, with the place of each defect
package org.yongtong.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one definition and gathers every defect with its place. */
final class DefinitionReader {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Set<String> RESERVED =
      Set.of(
          "today",
          "applicant",
          "row",
          "refresh",
          "filled",
          "age",
          "days_from_today",
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while",
          "int",
          "uint",
          "double",
          "bool",
          "string",
          "bytes",
          "list",
          "map",
          "type",
          "dyn");
  private static final Set<String> SECTION_KEYS =
      Set.of("id", "title", "hint", "visible", "fields");
  private static final Set<String> FIELD_KEYS =
      Set.of(
          "id",
          "label",
          "kind",
          "required",
          "visible",
          "valid",
          "message",
          "hint",
          "placeholder",
          "unit",
          "guide",
          "prefill",
          "min",
          "max",
          "min_value",
          "max_value",
          "options",
          "fields");
  private static final Map<String, FieldKind> KINDS =
      Stream.of(FieldKind.values()).collect(Collectors.toMap(FieldKind::key, kind -> kind));

  private final List<String> defects = new ArrayList<>();
  private final Map<String, String> placeOfId = new HashMap<>();

  /**
   * @param rules whether the rules are type-checked too
   */
  static FormDefinition read(Map<String, Object> source, boolean rules) {
    var reader = new DefinitionReader();
    FormDefinition form = reader.form(new Node("form", source, reader.defects));
    if (rules && reader.defects.isEmpty()) {
      new RuleReview(form, reader.placeOfId, reader.defects).run();
    }
    if (!reader.defects.isEmpty()) {
      throw new FormDefinitionException(reader.defects);
    }
    return form;
  }

  private FormDefinition form(Node node) {
    node.onlyKeys(Set.of("sections"));
    var sections = new ArrayList<FormDefinition.Section>();
    var ids = new HashSet<String>();
    for (Node child : node.children("sections")) {
      child.onlyKeys(SECTION_KEYS);
      String id = child.required("id");
      if (!ids.add(id)) {
        child.defect("id", "节编号“%s”重复".formatted(id));
      }
      checkId(child, id);
      List<Field> fields =
          child.children("fields").stream().map(field -> field(field, false)).toList();
      if (fields.isEmpty()) {
        child.defect("fields", "至少要有一个字段");
      }
      sections.add(
          new FormDefinition.Section(
              id, child.required("title"), child.text("hint"), child.rule("visible"), fields));
      placeOfId.put("section " + id, child.place());
    }
    return new FormDefinition(List.copyOf(sections));
  }

  private void checkId(Node node, String id) {
    if (!id.isEmpty() && (!ID.matcher(id).matches() || id.length() > 40)) {
      node.defect("id", "编号“%s”只能用小写字母、数字和单个下划线，字母开头，最长四十个字符".formatted(id));
    }
  }

  private Field field(Node node, boolean inRow) {
    node.onlyKeys(FIELD_KEYS);
    String id = node.required("id");
    checkId(node, id);
    if (RESERVED.contains(id)) {
      node.defect("id", "“%s”是保留字，请换一个编号".formatted(id));
    }
    String before = placeOfId.putIfAbsent(id, node.place());
    if (before != null && !id.isEmpty()) {
      node.defect("id", "字段编号“%s”重复，前一个在 %s".formatted(id, before));
    }
    FieldKind kind = kind(node, inRow);
    boolean counts =
        kind == FieldKind.INTEGER || kind == FieldKind.DECIMAL || kind == FieldKind.MONEY;
    Double least = node.number("min_value");
    Double most = node.number("max_value");
    if (!counts && (least != null || most != null)) {
      node.defect("min_value", "只有数值字段可以写 min_value、max_value");
    }
    Integer min = node.whole("min");
    Integer max = node.whole("max");
    if (counts) { // of a number both words mean its value
      least = least == null && min != null ? Double.valueOf(min) : least;
      most = most == null && max != null ? Double.valueOf(max) : most;
      min = null;
      max = null;
    }
    if (min != null && max != null && min > max || least != null && most != null && least > most) {
      node.defect("min", "最小值大于最大值");
    }
    String required = node.rule("required");
    if (kind == FieldKind.REPEAT) {
      max = max == null ? Integer.valueOf(Limits.ROWS) : max;
      min = min == null ? Integer.valueOf("true".equals(required) ? 1 : 0) : min;
    }
    if (max != null && max > (kind == FieldKind.REPEAT ? Limits.MOST_ROWS : Limits.LONGEST)) {
      node.defect(
          "max",
          "最大值不能超过 %d".formatted(kind == FieldKind.REPEAT ? Limits.MOST_ROWS : Limits.LONGEST));
    }
    String valid = node.rule("valid");
    String message = node.text("message");
    if ((valid == null) != (message == null)) {
      node.defect("valid", "valid（校验规则）和 message（提示语）要一起写");
    }
    String prefill = node.text("prefill");
    if (prefill != null && !Prefills.WORDS.containsKey(prefill)) {
      node.defect("prefill", "没有可以预填的“%s”".formatted(prefill));
    }
    return new Field(
        id,
        node.required("label"),
        kind,
        required == null ? "false" : required,
        node.rule("visible"),
        valid,
        message,
        node.text("hint"),
        node.text("placeholder"),
        node.text("unit"),
        node.flag("guide"),
        prefill,
        min,
        max,
        least,
        most,
        options(node, kind),
        inner(node, kind, inRow));
  }

  private FieldKind kind(Node node, boolean inRow) {
    String word = node.required("kind");
    FieldKind kind = KINDS.get(word);
    if (kind == null && !word.isEmpty()) {
      node.defect(
          "kind",
          "没有“%s”这种字段，可以用：%s"
              .formatted(
                  word,
                  Stream.of(FieldKind.values())
                      .map(FieldKind::key)
                      .collect(Collectors.joining("、"))));
    }
    if (kind == FieldKind.REPEAT && inRow) {
      node.defect("kind", "重复组里不能再放重复组");
    }
    if (kind == FieldKind.PAPER && (inRow || node.flag("guide"))) {
      node.defect("kind", inRow ? "重复组里不能放上传字段" : "上传字段不能用于情形引导");
    }
    return kind == null ? FieldKind.TEXT : kind;
  }

  private List<Field> inner(Node node, FieldKind kind, boolean inRow) {
    boolean group = kind == FieldKind.REPEAT && !inRow;
    if (group != node.has("fields")) {
      node.defect("fields", group ? "重复组要写明每行的字段" : "只有重复组（repeat）可以有 fields");
    }
    return group
        ? node.children("fields").stream().map(field -> field(field, true)).toList()
        : List.of();
  }

  private List<Field.Option> options(Node node, FieldKind kind) {
    boolean choice = kind == FieldKind.CHOICE || kind == FieldKind.CHOICES;
    if (choice != node.has("options")) {
      node.defect("options", choice ? "选择题要写明选项" : "只有 choice、choices 可以有 options");
      return List.of();
    }
    List<Field.Option> options = choice ? node.options("options") : List.of();
    var seen = new HashSet<String>();
    for (Field.Option option : options) {
      if (!seen.add(option.value())) {
        node.defect("options", "选项“%s”重复".formatted(option.value()));
      }
    }
    return options;
  }

  /** One mapping of the source with its place, e.g. {@code form.sections[1].fields[3] (area)}. */
  private record Node(String place, Map<?, ?> map, List<String> defects) {

    void defect(String key, String message) {
      defects.add(place + "." + key + "：" + message);
    }

    void onlyKeys(Set<String> known) {
      for (Object key : map.keySet()) {
        if (!known.contains(String.valueOf(key))) {
          defect(
              String.valueOf(key),
              "不认识的键，可以用：%s".formatted(known.stream().sorted().collect(Collectors.joining("、"))));
        }
      }
    }

    boolean has(String key) {
      return map.get(key) != null;
    }

    @Nullable String text(String key) {
      Object value = map.get(key);
      if (value == null) {
        return null;
      }
      if (value instanceof Map || value instanceof List || value instanceof Boolean) {
        defect(key, "应当是文字");
        return null;
      }
      String text = String.valueOf(value).strip();
      return text.isEmpty() ? null : text;
    }

    String required(String key) {
      String text = text(key);
      if (text == null) {
        defect(key, "不能为空");
        return "";
      }
      return text;
    }

    /** A rule; true and false may be written bare. */
    @Nullable String rule(String key) {
      return map.get(key) instanceof Boolean constant ? constant.toString() : text(key);
    }

    boolean flag(String key) {
      Object value = map.get(key);
      if (value != null && !(value instanceof Boolean)) {
        defect(key, "应当是 true 或者 false");
      }
      return Boolean.TRUE.equals(value);
    }

    @Nullable Integer whole(String key) {
      Double number = number(key);
      if (number == null) {
        return null;
      }
      if (number != Math.rint(number) || number < 0 || number > 1_000_000_000) {
        defect(key, "应当是不小于零的整数");
        return null;
      }
      return number.intValue();
    }

    @Nullable Double number(String key) {
      Object value = map.get(key);
      if (value == null) {
        return null;
      }
      if (value instanceof Number number) {
        return number.doubleValue();
      }
      defect(key, "应当是数字");
      return null;
    }

    List<Node> children(String key) {
      Object value = map.get(key);
      if (!(value instanceof List<?> list)) {
        defect(key, "应当是列表");
        return List.of();
      }
      var children = new ArrayList<Node>();
      for (int i = 0; i < list.size(); i++) {
        String child = "%s.%s[%d]".formatted(place, key, i);
        if (list.get(i) instanceof Map<?, ?> map) {
          Object id = map.get("id");
          children.add(new Node(id == null ? child : child + " (" + id + ")", map, defects));
        } else {
          defects.add(child + "：应当是若干“键: 值”");
        }
      }
      return children;
    }

    List<Field.Option> options(String key) {
      var options = new ArrayList<Field.Option>();
      if (!(map.get(key) instanceof List<?> list) || list.isEmpty()) {
        defect(key, "至少要有一个选项");
        return options;
      }
      for (Object item : list) {
        switch (item) {
          case Map<?, ?> pair when pair.get("value") != null && pair.get("label") != null ->
              options.add(
                  new Field.Option(
                      String.valueOf(pair.get("value")).strip(),
                      String.valueOf(pair.get("label")).strip()));
          case String text -> options.add(new Field.Option(text.strip(), text.strip()));
          case Number number ->
              options.add(new Field.Option(String.valueOf(number), String.valueOf(number)));
          case null, default ->
              defect(
                  key,
                  "选项应当是文字，或者 {value: …, label: …}：%s"
                      .formatted(String.valueOf(item).toLowerCase(Locale.ROOT)));
        }
      }
      return options;
    }
  }
}
