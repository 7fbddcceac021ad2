package org.yongtong.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds every rule of a definition against the types of its fields, and refuses circles. */
final class RuleReview {

  private final CompiledForm form;
  private final Map<String, String> places;
  private final List<String> defects;

  RuleReview(FormDefinition definition, Map<String, String> places, List<String> defects) {
    this.form = new CompiledForm(definition);
    this.places = places;
    this.defects = defects;
  }

  void run() {
    for (FormDefinition.Section section : form.definition.sections()) {
      review(null, places.get("section " + section.id()), "visible", section.visible());
      for (Field field : section.fields()) {
        review(null, field);
        field.fields().forEach(inner -> review(field, inner));
      }
    }
    if (defects.isEmpty()) {
      circles();
    }
  }

  private void review(@Nullable Field repeat, Field field) {
    String place = places.get(field.id());
    review(repeat, place, "required", field.required());
    review(repeat, place, "visible", field.visible());
    review(repeat, place, "valid", field.valid());
  }

  private void review(
      @Nullable Field repeat, @Nullable String place, String key, @Nullable String cel) {
    if (cel == null || cel.equals("true") || cel.equals("false")) {
      return;
    }
    if (form.compile(repeat, cel) instanceof RuleCompiler.Outcome.Wrong wrong) {
      wrong.defects().forEach(defect -> defects.add(place + "." + key + "：" + defect));
    }
  }

  /** A field must not decide, over any detour, whether it is shown itself. */
  private void circles() {
    var needs = new HashMap<String, List<String>>();
    form.fields.forEach((id, field) -> needs.put(id, List.copyOf(form.needs(field))));
    for (String start : form.fields.keySet()) {
      List<String> round = round(start, needs);
      if (!round.isEmpty()) {
        defects.add(places.get(start) + ".visible：显示条件绕回了自己：" + String.join(" → ", round));
      }
    }
    for (Field group : form.fields.values()) {
      var inRow = new HashMap<String, List<String>>();
      for (Field inner : group.fields()) {
        inRow.put(inner.id(), List.copyOf(form.rule(group, inner.visible()).names()));
      }
      for (Field inner : group.fields()) {
        List<String> round = round(inner.id(), inRow);
        if (!round.isEmpty()) {
          defects.add(places.get(inner.id()) + ".visible：显示条件绕回了自己：" + String.join(" → ", round));
        }
      }
    }
  }

  private static List<String> round(String start, Map<String, List<String>> needs) {
    var cameFrom = new HashMap<String, String>();
    var open = new ArrayList<>(List.of(start));
    while (!open.isEmpty()) {
      String at = open.removeLast();
      for (String next : needs.getOrDefault(at, List.of())) {
        if (next.equals(start)) {
          var round = new ArrayList<>(List.of(start));
          for (String step = at; !step.equals(start); step = cameFrom.getOrDefault(step, start)) {
            round.add(1, step);
          }
          round.add(start);
          return round;
        }
        if (cameFrom.putIfAbsent(next, at) == null) {
          open.add(next);
        }
      }
    }
    return List.of();
  }
}
