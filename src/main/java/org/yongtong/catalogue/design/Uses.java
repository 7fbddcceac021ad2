package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yongtong.catalogue.edit.Place;

/** Where in a document a field of the form is used: in rules and on a certificate's face. */
public final class Uses {

  /** Lists whose rows apply by a rule → what a row is called. */
  static final Map<String, String> RULED =
      Map.of("papers", "材料", "conditions", "受理条件", "fees", "收费", "steps", "环节", "routing", "办理部门");

  private static final Map<String, String> IN_FORM =
      Map.of("visible", "显示条件", "required", "必填条件", "valid", "校验规则");

  private Uses() {}

  /**
   * @param path below the revision's address, where it is mended
   */
  public record Use(String words, String path) {}

  static List<Use> of(Map<String, Object> document, String field) {
    var uses = new ArrayList<Use>();
    var form = new FormDraft(document);
    for (FormDraft.Found section : form.sections()) {
      if (section.map().get("visible") instanceof String rule && RuleText.names(rule, field)) {
        uses.add(
            new Use(
                "节“%s”的显示条件".formatted(FormDraft.text(section.map(), "title")),
                "form?section=" + section.id()));
      }
    }
    for (FormDraft.Found each : form.allFields()) {
      IN_FORM.forEach(
          (key, word) -> {
            if (!each.id().equals(field)
                && each.map().get(key) instanceof String rule
                && RuleText.names(rule, field)) {
              uses.add(
                  new Use(
                      "字段“%s”的%s".formatted(FormDraft.label(each.map()), word),
                      "form?field=" + each.id()));
            }
          });
    }
    for (String list : List.of("conditions", "papers", "fees", "steps", "routing")) {
      List<?> rows = Place.list(document, list);
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i) instanceof Map<?, ?> row
            && row.get("when") instanceof String rule
            && RuleText.names(rule, field)) {
          uses.add(
              new Use(
                  "%s“%s”的适用条件".formatted(RULED.get(list), name(row)),
                  "questions?rule=%s.%d".formatted(list, i)));
        }
      }
    }
    for (Object row : Place.list(document, "result.certificate.face")) {
      if (row instanceof Map<?, ?> face && head(FormDraft.text(face, "from")).equals(field)) {
        uses.add(new Use("证照照面“%s”".formatted(FormDraft.text(face, "label")), "result"));
      }
    }
    return uses;
  }

  /** What a row of a list is called in a sentence. */
  static String name(Map<?, ?> row) {
    for (String key : List.of("name", "text", "department")) {
      String text = FormDraft.text(row, key);
      if (!text.isEmpty()) {
        return text.length() > 24 ? text.substring(0, 24) + "…" : text;
      }
    }
    return "（未命名）";
  }

  private static String head(String from) {
    int dot = from.indexOf('.');
    return dot < 0 ? from : from.substring(0, dot);
  }

  /** Renames a field everywhere it is used. */
  @SuppressWarnings("unchecked")
  static void rename(Map<String, Object> document, String from, String to, boolean inRow) {
    var form = new FormDraft(document);
    var rows = new ArrayList<Map<String, Object>>();
    form.sections().forEach(section -> rows.add(section.map()));
    form.allFields().forEach(each -> rows.add(each.map()));
    for (String list : RULED.keySet()) {
      for (Object row : Place.list(document, list)) {
        if (row instanceof Map<?, ?> map) {
          rows.add((Map<String, Object>) map);
        }
      }
    }
    for (Map<String, Object> row : rows) {
      for (String key : List.of("visible", "required", "valid", "when")) {
        if (row.get(key) instanceof String rule && RuleText.names(rule, from)
            || inRow && row.get(key) instanceof String) {
          row.put(key, RuleText.renamed(FormDraft.text(row, key), from, to, inRow));
        }
      }
    }
    for (Object row : Place.list(document, "result.certificate.face")) {
      if (row instanceof Map<?, ?> map && head(FormDraft.text(map, "from")).equals(from)) {
        var face = (Map<String, Object>) map;
        face.put("from", to + FormDraft.text(map, "from").substring(from.length()));
      }
    }
  }
}
