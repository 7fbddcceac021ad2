package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yongtong.form.Applicant;
import org.yongtong.form.Field;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;

/**
 * How many days the steps of an item take for the applicant for whom they take longest. Steps whose
 * rules rest on single choices are tried with every combination of answers, so that ways which
 * exclude each other are not added up; where that cannot be done, every step counts.
 */
final class WorstCase {

  /** More combinations than any clear set of questions has. */
  private static final int MOST = 4_000;

  private final Forms forms;
  private final FormDefinition form;
  private final List<Content> ruled;

  private WorstCase(Forms forms, FormDefinition form, List<Content> ruled) {
    this.forms = forms;
    this.form = form;
    this.ruled = ruled;
  }

  static int days(List<Content> steps, FormDefinition form, Forms forms) {
    List<Content> ruled = steps.stream().filter(step -> step.textOrNull("when") != null).toList();
    int always = sum(steps) - sum(ruled);
    return ruled.isEmpty() ? always : always + new WorstCase(forms, form, ruled).most();
  }

  private static int sum(List<Content> steps) {
    return steps.stream().mapToInt(step -> step.number("days")).sum();
  }

  private int most() {
    Map<String, List<String>> answers = answers();
    if (answers.isEmpty()) {
      return sum(ruled);
    }
    List<Map<String, Object>> cases = List.of(Map.of());
    for (var field : answers.entrySet()) {
      var more = new ArrayList<Map<String, Object>>();
      for (Map<String, Object> each : cases) {
        for (String answer : field.getValue()) {
          var with = new LinkedHashMap<>(each);
          with.put(field.getKey(), answer);
          more.add(with);
        }
      }
      cases = more;
    }
    return cases.stream()
        .mapToInt(each -> Math.max(days(each, "person"), days(each, "legal")))
        .max()
        .orElse(0);
  }

  private int days(Map<String, Object> answers, String kind) {
    var values = new Values(answers, Map.of());
    var applicant = new Applicant(kind, "", "", "", "", "");
    return ruled.stream()
        .filter(step -> forms.holds(form, step.text("when"), values, applicant))
        .mapToInt(step -> step.number("days"))
        .sum();
  }

  /** The answers of every field that the rules hang on; empty when they cannot all be tried. */
  private Map<String, List<String>> answers() {
    var answers = new LinkedHashMap<String, List<String>>();
    int combinations = 1;
    for (String id : fields()) {
      Field field = form.find(id).orElse(null);
      List<String> possible =
          field == null
              ? List.of()
              : switch (field.kind()) {
                case CHOICE -> field.options().stream().map(Field.Option::value).toList();
                case YES_NO -> List.of("true", "false");
                default -> List.<String>of();
              };
      combinations *= Math.max(possible.size(), 1);
      if (possible.isEmpty() || combinations > MOST) {
        return Map.of();
      }
      answers.put(id, possible);
    }
    return answers;
  }

  private Set<String> fields() {
    var fields = new LinkedHashSet<String>();
    var rules = new ArrayList<>(ruled.stream().map(step -> step.text("when")).toList());
    while (!rules.isEmpty()) {
      for (String id : RuleWords.fields(form, rules.removeLast())) {
        if (fields.add(id)) {
          for (FormDefinition.Section section : form.sections()) {
            for (Field field : section.fields()) {
              if (field.id().equals(id)) {
                if (section.visible() != null) {
                  rules.add(section.visible());
                }
                if (field.visible() != null) {
                  rules.add(field.visible());
                }
              }
            }
          }
        }
      }
    }
    return fields;
  }
}
