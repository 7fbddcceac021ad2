package org.yongtong.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk over a form: what is shown, what is required, what is wrong. */
final class FormChecker {

  private final CompiledForm form;
  private final Scope values;
  private final Places places;
  private final Set<String> visible = new LinkedHashSet<>();
  private final Set<String> required = new LinkedHashSet<>();
  private final List<FormCheck.Problem> problems = new ArrayList<>();

  FormChecker(CompiledForm form, Scope values, Places places) {
    this.form = form;
    this.values = values;
    this.places = places;
  }

  FormCheck check() {
    form.fields.values().forEach(field -> field(values, field, "", ""));
    return new FormCheck(visible, required, List.copyOf(problems));
  }

  /**
   * @param before of the path, e.g. {@code managers.0.}
   * @param group words for the row, or ""
   */
  private void field(Scope scope, Field field, String before, String group) {
    if (!scope.visible(field)) {
      return;
    }
    String path = before + field.id();
    String label = group + field.label();
    visible.add(path);
    boolean needed = scope.required(field);
    if (needed) {
      required.add(path);
    }
    if (field.kind() == FieldKind.REPEAT) {
      rows(scope, field, path, label, needed);
      return;
    }
    if (!scope.filled(field)) {
      if (needed) {
        missing(anchor(field, path), label, ask(field));
      }
      return;
    }
    int known = problems.size();
    kind(scope, field, path, label);
    if (problems.size() == known && !scope.valid(field)) {
      wrong(anchor(field, path), label, said(field));
    }
  }

  private void kind(Scope scope, Field field, String path, String label) {
    Object raw = scope.raw(field);
    switch (field.kind()) {
      case CHOICES ->
          KindCheck.choices(field, Raw.list(raw)).ifPresent(message -> wrong(path, label, message));
      case PERSON, COMPANY, ADDRESS, BANK_ACCOUNT -> {
        for (Parts.Part part : Parts.list(field.kind())) {
          part(field.kind(), part, Raw.part(raw, part.id()), path, label);
        }
      }
      default ->
          KindCheck.text(field, Raw.text(raw)).ifPresent(message -> wrong(path, label, message));
    }
  }

  private void part(FieldKind kind, Parts.Part part, String text, String path, String label) {
    String at = path + "." + part.id();
    if (text.isBlank()) {
      if (part.needed()) {
        missing(at, label, (part.id().equals("division") ? "请选择" : "请填写") + part.label());
      }
      return;
    }
    Optional<String> problem =
        part.id().equals("division") ? places.problem(text) : KindCheck.part(kind, part, text);
    problem.ifPresent(message -> wrong(at, label, message));
  }

  private void rows(Scope scope, Field group, String path, String label, boolean needed) {
    List<Scope> rows = scope.rows(group);
    long filled = rows.stream().filter(Scope::filled).count();
    int least = Math.max(group.min() == null ? 0 : group.min(), needed ? 1 : 0);
    Integer most = group.max();
    if (filled < least) {
      missing(path, label, "请至少填写 %d 项".formatted(least));
    }
    if (most != null && filled > most) {
      wrong(path, label, "最多填写 %d 项，现在有 %d 项".formatted(most, filled));
    }
    for (int i = 0; i < rows.size(); i++) {
      Scope row = rows.get(i);
      boolean blank = !row.filled();
      int known = problems.size();
      for (Field field : group.fields()) {
        field(row, field, "%s.%d.".formatted(path, i), "%s第%d项 ".formatted(label, i + 1));
      }
      if (blank) { // a row nobody began is no mistake
        problems.subList(known, problems.size()).clear();
      }
    }
    if (filled >= least && filled > 0 && !scope.valid(group)) {
      wrong(path, label, said(group));
    }
  }

  /** The control that a problem with the whole field points at. */
  private static String anchor(Field field, String path) {
    List<Parts.Part> parts = Parts.list(field.kind());
    return parts.isEmpty() ? path : path + "." + parts.getFirst().id();
  }

  private static String ask(Field field) {
    return switch (field.kind()) {
      case CHOICE, CHOICES, YES_NO, ADDRESS, DATE -> "请选择" + field.label();
      case DECLARATION -> "请阅读并勾选：" + field.label();
      case PAPER -> "请上传" + field.label();
      default -> "请填写" + field.label();
    };
  }

  private static String said(Field field) {
    @Nullable String message = field.message();
    return message == null ? "填写的内容不符合要求" : message;
  }

  private void missing(String path, String label, String message) {
    problems.add(new FormCheck.Problem(path, label, message, true));
  }

  private void wrong(String path, String label, String message) {
    problems.add(new FormCheck.Problem(path, label, message, false));
  }
}
