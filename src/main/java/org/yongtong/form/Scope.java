package org.yongtong.form;

import dev.cel.runtime.CelVariableResolver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of one form, or of one row inside it, as rules see them: typed, and not filled while
 * hidden. Lives for one evaluation.
 */
final class Scope implements CelVariableResolver {

  private final CompiledForm form;
  private final @Nullable Scope outer;
  private final @Nullable Field repeat;
  private final Map<String, Field> fields;
  private final Map<String, Object> data;
  private final Map<String, Object> facts;
  private final Map<String, Boolean> shown = new HashMap<>();
  private final Map<String, List<Scope>> rows = new HashMap<>();

  static Scope of(CompiledForm form, Values values, Applicant applicant, LocalDate today) {
    return new Scope(
        form,
        null,
        null,
        form.fields,
        values.data(),
        Map.of(RuleCompiler.TODAY, today.toString(), RuleCompiler.APPLICANT, facts(applicant)));
  }

  private Scope(
      CompiledForm form,
      @Nullable Scope outer,
      @Nullable Field repeat,
      Map<String, Field> fields,
      Map<String, Object> data,
      Map<String, Object> facts) {
    this.form = form;
    this.outer = outer;
    this.repeat = repeat;
    this.fields = fields;
    this.data = data;
    this.facts = facts;
  }

  private static Map<String, String> facts(Applicant applicant) {
    return Map.of(
        "kind", applicant.kind(),
        "name", applicant.name(),
        "id", applicant.id(),
        "birth", applicant.birth(),
        "sex", applicant.sex(),
        "division", applicant.division());
  }

  boolean visible(FormDefinition.Section section) {
    return form.rule(null, section.visible()).holds(this, true);
  }

  boolean visible(Field field) {
    Boolean known = shown.get(field.id());
    if (known != null) {
      return known;
    }
    shown.put(field.id(), true); // a rule that looks at itself is refused by the reader
    FormDefinition.Section section = outer == null ? form.sectionOf.get(field.id()) : null;
    boolean visible =
        (section == null || visible(section))
            && form.rule(repeat, field.visible()).holds(this, true);
    shown.put(field.id(), visible);
    return visible;
  }

  boolean required(Field field) {
    return field.kind() != FieldKind.NOTE && form.rule(repeat, field.required()).holds(this, false);
  }

  /** A rule that breaks never stops an applicant: the reviewer still reads the answer. */
  boolean valid(Field field) {
    return form.rule(repeat, field.valid()).holds(this, true);
  }

  boolean holds(String cel) {
    return form.rule(null, cel).holds(this, false);
  }

  @Nullable Object raw(Field field) {
    return data.get(field.id());
  }

  boolean filled(Field field) {
    return field.kind() == FieldKind.REPEAT
        ? rows(field).stream().anyMatch(Scope::filled)
        : Raw.filled(field, raw(field));
  }

  /** Whether anything that is shown in this row is filled. */
  boolean filled() {
    return fields.values().stream().anyMatch(field -> filled(field) && visible(field));
  }

  /** Rows as drawn, blank ones included and at least as many as the form demands. */
  List<Scope> rows(Field group) {
    return rows.computeIfAbsent(
        group.id(),
        id -> {
          var list = new ArrayList<>(Raw.rows(raw(group)));
          while (list.size() < (group.min() == null ? 0 : group.min())) {
            list.add(Map.of());
          }
          var inner = new LinkedHashMap<String, Field>();
          group.fields().forEach(field -> inner.put(field.id(), field));
          return list.stream()
              .map(row -> new Scope(form, this, group, inner, row, Map.of()))
              .toList();
        });
  }

  @Override
  public Optional<Object> find(String name) {
    Object fact = facts.get(name);
    if (fact != null) {
      return Optional.of(fact);
    }
    boolean asksFilled = name.startsWith(RuleCompiler.FILLED);
    Field field = fields.get(asksFilled ? name.substring(RuleCompiler.FILLED.length()) : name);
    if (field != null) {
      return Optional.of(asksFilled ? visible(field) && filled(field) : typed(field));
    }
    return outer == null ? Optional.empty() : outer.find(name);
  }

  private Object typed(Field field) {
    if (field.kind() == FieldKind.REPEAT) {
      return visible(field)
          ? rows(field).stream().filter(Scope::filled).map(Scope::typedRow).toList()
          : List.of();
    }
    return Typed.of(field, visible(field) ? raw(field) : null);
  }

  private Map<String, Object> typedRow() {
    var row = new LinkedHashMap<String, Object>();
    fields.forEach((id, field) -> row.put(id, typed(field)));
    return row;
  }
}
