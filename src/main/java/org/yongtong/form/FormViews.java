package org.yongtong.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one {@link FormView}. */
final class FormViews {

  private final CompiledForm form;
  private final Values values;
  private final FormCheck check;
  private final FormView.Options options;
  private final Places places;
  private final Map<String, String> problems = new LinkedHashMap<>();

  FormViews(
      CompiledForm form, Values values, FormCheck check, FormView.Options options, Places places) {
    this.form = form;
    this.values = values;
    this.check = check;
    this.options = options;
    this.places = places;
    check.problems().forEach(problem -> problems.putIfAbsent(problem.path(), problem.message()));
  }

  FormView view() {
    var sections = new ArrayList<FormView.SectionView>();
    for (FormDefinition.Section section : form.definition.sections()) {
      List<FormView.FieldView> fields =
          section.fields().stream()
              .filter(field -> !options.guideOnly() || field.guide())
              .filter(field -> check.visible().contains(field.id()))
              .map(this::field)
              .toList();
      if (!fields.isEmpty()) {
        sections.add(
            new FormView.SectionView(section.id(), section.title(), section.hint(), fields));
      }
    }
    return new FormView(
        List.copyOf(sections),
        problems,
        form.fields.values().stream().anyMatch(field -> field.kind() == FieldKind.PAPER));
  }

  private FormView.FieldView field(Field field) {
    Set<String> only = options.only();
    return field(
        field,
        field.id(),
        values.get(field.id()),
        FieldWords.origin(values.origins().get(field.id())),
        only != null && !only.contains(field.id()));
  }

  private FormView.FieldView field(
      Field field, String path, @Nullable Object raw, String origin, boolean locked) {
    return new FormView.FieldView(
        field,
        path,
        locked ? FieldWords.of(field, raw, false) : Raw.text(raw),
        parts(field, raw),
        Raw.list(raw),
        field.kind() == FieldKind.REPEAT ? rows(field, path, raw, locked) : List.of(),
        check.required().contains(path),
        origin,
        problems.get(path),
        options.marks().get(path),
        locked,
        form.driving().contains(field.id()),
        field.kind() == FieldKind.ADDRESS && !locked
            ? places.chain(Raw.part(raw, "division"))
            : List.of(),
        field.kind() == FieldKind.PAPER ? FieldFile.of(raw) : List.of(),
        options.news().get(path));
  }

  private static Map<String, String> parts(Field field, @Nullable Object raw) {
    var parts = new LinkedHashMap<String, String>();
    Parts.list(field.kind()).forEach(part -> parts.put(part.id(), Raw.part(raw, part.id())));
    if (field.kind() == FieldKind.ADDRESS) {
      String division = Raw.part(raw, "division");
      parts.put("county", Places.level(division, 1));
      parts.put("town", Places.level(division, 2));
      parts.put("village", Places.level(division, 3));
    }
    return parts;
  }

  private List<List<FormView.FieldView>> rows(
      Field group, String path, @Nullable Object raw, boolean locked) {
    var kept = new ArrayList<>(Raw.rows(raw));
    while (kept.size() < (group.min() == null ? 0 : group.min())) {
      kept.add(Map.of());
    }
    var rows = new ArrayList<List<FormView.FieldView>>();
    for (int i = 0; i < kept.size(); i++) {
      var row = new ArrayList<FormView.FieldView>();
      for (Field inner : group.fields()) {
        String at = "%s.%d.%s".formatted(path, i, inner.id());
        if (check.visible().contains(at)) {
          row.add(field(inner, at, kept.get(i).get(inner.id()), "", locked));
        }
      }
      rows.add(List.copyOf(row));
    }
    return List.copyOf(rows);
  }
}
