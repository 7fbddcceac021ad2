// long: every way to find and change a row of a form stands here
package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.edit.FormParts;
import org.yongtong.catalogue.edit.Place;

/**
 * The form inside a document that may be changed. Sections and fields are found by their ids, so
 * that an act means the same whoever moved what meanwhile.
 */
final class FormDraft {

  static final int MOST_SECTIONS = 40;
  static final int MOST_FIELDS = 300;

  private final Map<String, Object> document;

  FormDraft(Map<String, Object> document) {
    this.document = document;
  }

  /** Whether there is a form that can be worked on field by field, or none yet. */
  static boolean readable(Map<String, Object> document) {
    Object form = document.get("form");
    return form == null
        || form instanceof Map<?, ?> map
            && (map.get("sections") == null
                || map.get("sections") instanceof List<?> sections
                    && sections.stream()
                        .allMatch(
                            section ->
                                section instanceof Map<?, ?> each
                                    && each.get("fields") instanceof List<?> fields
                                    && fields.stream().allMatch(Map.class::isInstance)));
  }

  /**
   * A row with its neighbours.
   *
   * @param place in the document, e.g. {@code form.sections[1].fields[0]}
   * @param section id of the section that it is in, or its own
   * @param group id of the repeat group in whose rows it stands, or null
   */
  record Found(
      List<Object> siblings,
      int index,
      Map<String, Object> map,
      String place,
      String section,
      @Nullable String group) {

    String id() {
      return text(map, "id");
    }

    boolean last() {
      return index == siblings.size() - 1;
    }
  }

  static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object row) {
    return (Map<String, Object>) row;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> inner(Map<String, Object> map) {
    return map.get("fields") instanceof List<?> list ? (List<Object>) list : List.of();
  }

  private List<Object> rows() {
    return Place.get(document, "form.sections") instanceof List<?>
        ? Place.rows(document, "form.sections")
        : List.of();
  }

  List<Found> sections() {
    List<Object> rows = rows();
    var found = new ArrayList<Found>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> section = map(rows.get(i));
      found.add(
          new Found(rows, i, section, "form.sections[%d]".formatted(i), text(section, "id"), null));
    }
    return found;
  }

  List<Found> fields(Found parent) {
    List<Object> rows = inner(parent.map());
    boolean ofSection = parent.place().matches("form\\.sections\\[\\d+\\]");
    var found = new ArrayList<Found>();
    for (int i = 0; i < rows.size(); i++) {
      found.add(
          new Found(
              rows,
              i,
              map(rows.get(i)),
              "%s.fields[%d]".formatted(parent.place(), i),
              parent.section(),
              ofSection ? null : parent.id()));
    }
    return found;
  }

  /** Every field, those in rows after their group. */
  List<Found> allFields() {
    var all = new ArrayList<Found>();
    for (Found section : sections()) {
      for (Found field : fields(section)) {
        all.add(field);
        all.addAll(fields(field));
      }
    }
    return all;
  }

  @Nullable Found section(String id) {
    return sections().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  @Nullable Found field(String id) {
    return allFields().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  /** The field at or around a place of the document. */
  @Nullable Found at(String place) {
    Optional<FormParts.Part> part = FormParts.at(place);
    if (part.isPresent()) {
      return part.get().section() ? section(part.get().id()) : field(part.get().id());
    }
    Found best = null;
    for (Found field : allFields()) {
      if (place.equals(field.place()) || place.startsWith(field.place() + ".")) {
        best = field;
      }
    }
    return best;
  }

  Set<String> ids() {
    var ids = new HashSet<String>();
    sections().forEach(section -> ids.add("section " + section.id()));
    allFields().forEach(field -> ids.add(field.id()));
    return ids;
  }

  /** An id that nobody has: the wished one, or with a number behind it. */
  static String free(String wished, Set<String> taken) {
    String id = wished.length() > 36 ? wished.substring(0, 36).replaceAll("_+$", "") : wished;
    String free = id;
    for (int i = 2; taken.contains(free); i++) {
      free = id + "_" + i;
    }
    taken.add(free);
    return free;
  }

  /** A new section, behind another one or at the end, with a first field, which it must have. */
  String addSection(@Nullable Found after) {
    if (!(document.get("form") instanceof Map)) {
      document.put("form", new LinkedHashMap<String, Object>());
    }
    List<Object> rows = Place.rows(document, "form.sections");
    Set<String> ids = ids();
    var section = new LinkedHashMap<String, Object>();
    section.put("id", free("section " + "part_" + (rows.size() + 1), ids).substring(8));
    section.put("title", "新的一节");
    var fields = new ArrayList<Object>();
    fields.add(freshField("text", ids));
    section.put("fields", fields);
    rows.add(after == null ? rows.size() : after.index() + 1, section);
    return text(section, "id");
  }

  /** A new field of a kind, behind another one or at the end of a section or group. */
  String addField(Found parent, @Nullable Found after, String kind) {
    Map<String, Object> fresh = freshField(kind, ids());
    List<Object> rows = inner(parent.map());
    rows.add(after == null ? rows.size() : after.index() + 1, fresh);
    return text(fresh, "id");
  }

  private static Map<String, Object> freshField(String kind, Set<String> ids) {
    var field = new LinkedHashMap<String, Object>();
    int number = 1;
    while (ids.contains("field_" + number)) {
      number++;
    }
    field.put("id", free("field_" + number, ids));
    field.put("label", FieldKinds.word(kind));
    field.put("kind", kind);
    complete(field, ids);
    return field;
  }

  /** What a kind cannot be without. */
  static void complete(Map<String, Object> field, Set<String> ids) {
    String kind = text(field, "kind");
    if (FieldKinds.hasOptions(kind) && !(field.get("options") instanceof List)) {
      field.put("options", new ArrayList<Object>(List.of("选项一", "选项二")));
    }
    if (kind.equals("repeat") && !(field.get("fields") instanceof List)) {
      var rows = new ArrayList<Object>();
      rows.add(freshField("text", ids));
      field.put("fields", rows);
    }
    if (kind.equals("declaration")) {
      field.putIfAbsent("required", true);
    }
  }

  void move(Found row, int by) {
    int to = row.index() + by;
    if (to >= 0 && to < row.siblings().size()) {
      Collections.swap(row.siblings(), row.index(), to);
    }
  }

  void moveTo(Found field, Found parent) {
    field.siblings().remove(field.index());
    inner(parent.map()).add(field.map());
  }

  void remove(Found row) {
    row.siblings().remove(row.index());
  }

  /** A copy right behind; its fields get ids of their own and keep to each other. */
  String copy(Found row) {
    Map<String, Object> copy = Place.copy(row.map());
    Set<String> ids = ids();
    boolean section = row.place().matches("form\\.sections\\[\\d+\\]");
    if (section) {
      copy.put("id", free("section " + row.id(), ids).substring(8));
      copy.put("title", text(copy, "title") + "（副本）");
      ownIds(inner(copy), ids);
    } else {
      var one = new ArrayList<Object>(List.of(copy));
      ownIds(one, ids);
      copy.put("label", text(copy, "label") + "（副本）");
    }
    row.siblings().add(row.index() + 1, copy);
    return text(copy, "id");
  }

  /** Gives fields that come from elsewhere ids that are free here; their rules follow. */
  static void ownIds(List<Object> fields, Set<String> ids) {
    var renamed = new LinkedHashMap<String, String>();
    for (Object row : fields) {
      Map<String, Object> field = map(row);
      rename(field, ids, renamed);
      inner(field).forEach(each -> rename(map(each), ids, renamed));
    }
    renamed.forEach(
        (from, to) -> {
          for (Object row : fields) {
            inRules(map(row), from, to);
            inner(map(row)).forEach(each -> inRules(map(each), from, to));
          }
        });
  }

  private static void rename(
      Map<String, Object> field, Set<String> ids, Map<String, String> renamed) {
    String old = text(field, "id");
    String fresh = free(old, ids);
    field.put("id", fresh);
    if (!fresh.equals(old)) {
      renamed.put(old, fresh);
    }
  }

  private static void inRules(Map<String, Object> field, String from, String to) {
    for (String key : List.of("visible", "required", "valid")) {
      if (field.get(key) instanceof String rule) {
        field.put(key, RuleText.renamed(rule, from, to, true));
      }
    }
  }

  static String label(Map<?, ?> field) {
    String label = text(field, "label");
    return label.isEmpty() ? text(field, "id") : label;
  }

  /** The place of the first field, to be shown when none is chosen. */
  @Nullable Found first() {
    return sections().stream().map(this::fields).flatMap(List::stream).findFirst().orElse(null);
  }

  Found parentOf(Found field) {
    String group = field.group();
    return Objects.requireNonNull(group == null ? section(field.section()) : field(group));
  }
}
