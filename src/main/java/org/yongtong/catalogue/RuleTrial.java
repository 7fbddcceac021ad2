package org.yongtong.catalogue;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Applicant;
import org.yongtong.form.Field;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;

/** Tries a rule with everything that can be answered to the fields on which it hangs. */
public final class RuleTrial {

  private static final int MOST = 3_000;

  private RuleTrial() {}

  /** What comes of it. */
  public enum Finding {
    /** It holds for some and not for others. */
    VARIES,
    ALWAYS,
    NEVER,
    /** Too much to be tried, or it looks at what cannot be tried. */
    UNKNOWN
  }

  /** Ids of the fields that a rule reads. */
  public static Set<String> reads(FormDefinition form, String rule) {
    return RuleWords.fields(form, rule);
  }

  public static Finding of(FormDefinition form, String rule, Forms forms, LocalDate today) {
    if (rule.equals("true") || rule.equals("false")) {
      return rule.equals("true") ? Finding.ALWAYS : Finding.NEVER;
    }
    if (rule.matches(".*(applicant\\.(?!kind)|size\\(|exists|all\\(|\\.map\\(|\\.filter\\().*")) {
      return Finding.UNKNOWN;
    }
    Map<String, Field> fields = closure(form, rule);
    var possible = new PossibleAnswers(rules(form, rule, fields), today);
    List<Map<String, Object>> cases = List.of(Map.of());
    for (Field field : fields.values()) {
      List<Object> answers = answers(possible, field, rule);
      if (answers.isEmpty() || (long) cases.size() * answers.size() > MOST) {
        return Finding.UNKNOWN;
      }
      var more = new ArrayList<Map<String, Object>>();
      for (Map<String, Object> each : cases) {
        for (Object answer : answers) {
          var with = new LinkedHashMap<>(each);
          with.put(field.id(), answer);
          more.add(with);
        }
      }
      cases = more;
    }
    return tried(form, rule, forms, cases);
  }

  private static Finding tried(
      FormDefinition form, String rule, Forms forms, List<Map<String, Object>> cases) {
    boolean holds = false;
    boolean fails = false;
    for (String kind : List.of("person", "legal")) {
      var applicant = new Applicant(kind, "", "", "", "", "");
      for (Map<String, Object> each : cases) {
        boolean here = forms.holds(form, rule, new Values(each, Map.of()), applicant);
        holds |= here;
        fails |= !here;
        if (holds && fails) {
          return Finding.VARIES;
        }
      }
    }
    return holds ? Finding.ALWAYS : Finding.NEVER;
  }

  /** Nothing is an answer too where a rule may ask whether there is one. */
  private static List<Object> answers(PossibleAnswers possible, Field field, String rule) {
    return switch (field.kind()) {
      case PERSON, COMPANY, ADDRESS, BANK_ACCOUNT, REPEAT, PAPER, NOTE -> List.of();
      default -> {
        var answers = new ArrayList<>(possible.of(field));
        if (!field.required().equals("true") || rule.contains("filled")) {
          answers.add("");
        }
        yield answers;
      }
    };
  }

  /** The fields that a rule reads, and those on which it hangs whether these are shown. */
  private static Map<String, Field> closure(FormDefinition form, String rule) {
    var fields = new LinkedHashMap<String, Field>();
    var open = new ArrayDeque<>(RuleWords.fields(form, rule));
    while (!open.isEmpty()) {
      Field field = form.find(open.pop()).orElse(null);
      if (field == null || fields.putIfAbsent(field.id(), field) != null) {
        continue;
      }
      for (FormDefinition.Section section : form.sections()) {
        if (section.fields().contains(field)) {
          push(form, section.visible(), open);
        }
      }
      push(form, field.visible(), open);
    }
    return fields;
  }

  private static void push(FormDefinition form, @Nullable String rule, ArrayDeque<String> open) {
    if (rule != null) {
      open.addAll(RuleWords.fields(form, rule));
    }
  }

  private static Set<String> rules(FormDefinition form, String rule, Map<String, Field> fields) {
    var rules = new LinkedHashSet<String>();
    rules.add(rule);
    for (FormDefinition.Section section : form.sections()) {
      if (section.visible() != null && section.fields().stream().anyMatch(fields::containsValue)) {
        rules.add(section.visible());
      }
    }
    fields.values().stream()
        .map(Field::visible)
        .flatMap(java.util.stream.Stream::ofNullable)
        .forEach(rules::add);
    return rules;
  }
}
