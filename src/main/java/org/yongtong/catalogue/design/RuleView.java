package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;

/**
 * A rule to be put together, or to be written.
 *
 * @param name begins the names of its controls
 * @param ways {@code by} → words, in order
 * @param fields that can be compared: id → words
 */
public record RuleView(
    String name,
    String title,
    Map<String, String> ways,
    String by,
    boolean any,
    List<Row> rows,
    String text,
    Map<String, String> fields,
    @Nullable String problem) {

  /**
   * @param offered values to choose from, where the field has such
   */
  public record Row(int index, String field, String is, String value, List<String> offered) {}

  public static Map<String, String> comparisons() {
    var words = new LinkedHashMap<String, String>();
    for (Clause.Comparison each : Clause.Comparison.values()) {
      words.put(each.name(), each.word());
    }
    return words;
  }

  static RuleView of(
      String name,
      String title,
      Map<String, String> ways,
      RuleInput rule,
      Map<String, Field> known,
      int spare,
      @Nullable String problem) {
    var rows = new ArrayList<Row>();
    for (Clause clause : rule.clauses()) {
      rows.add(
          new Row(
              rows.size(),
              clause.field(),
              clause.comparison().name(),
              clause.value(),
              offered(known.get(clause.field()), clause.field())));
    }
    for (int i = 0; i < spare && rows.size() < RuleInput.MOST; i++) {
      rows.add(new Row(rows.size(), "", "IS", "", List.of()));
    }
    var fields = new LinkedHashMap<String, String>();
    known.forEach((id, field) -> fields.put(id, field.label()));
    fields.put(Clause.APPLICANT, "申请人类型（个人、法人）");
    String by = ways.containsKey(rule.by()) ? rule.by() : ways.keySet().iterator().next();
    return new RuleView(name, title, ways, by, rule.any(), rows, rule.text(), fields, problem);
  }

  private static List<String> offered(@Nullable Field field, String id) {
    if (id.equals(Clause.APPLICANT)) {
      return List.of("个人", "法人");
    }
    if (field == null) {
      return List.of();
    }
    if (field.kind() == FieldKind.YES_NO || field.kind() == FieldKind.DECLARATION) {
      return List.of("是", "否");
    }
    return field.options().stream().map(Field.Option::label).toList();
  }
}
