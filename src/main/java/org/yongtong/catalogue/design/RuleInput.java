package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.design.Clause.Comparison;
import org.yongtong.form.Field;

/**
 * A rule as a person puts it: a constant, comparisons, or text.
 *
 * @param by {@code none}, {@code always}, {@code simple} or {@code text}
 * @param text as typed, whatever {@code by} says
 */
record RuleInput(String by, boolean any, List<Clause> clauses, String text) {

  static final int MOST = 8;
  private static final int LONGEST = 2_000;

  RuleInput {
    clauses = List.copyOf(clauses);
  }

  /** What stands in the document. */
  static RuleInput of(@Nullable Object rule, Map<String, Field> fields) {
    if (rule == null || rule.equals(false) || rule.equals("false")) {
      return new RuleInput("none", false, List.of(), "");
    }
    if (rule.equals(true) || rule.equals("true")) {
      return new RuleInput("always", false, List.of(), "");
    }
    String text = rule.toString();
    Optional<SimpleRule> simple = SimpleRule.of(text, fields);
    return simple
        .filter(each -> each.clauses().size() <= MOST)
        .map(each -> new RuleInput("simple", each.any(), each.clauses(), text))
        .orElseGet(() -> new RuleInput("text", false, List.of(), text));
  }

  /** What was typed, under names that begin with {@code name}. */
  static RuleInput typed(Map<String, String[]> sent, String name) {
    var clauses = new ArrayList<Clause>();
    for (int i = 0; i < MOST; i++) {
      String at = name + "." + i + ".";
      String field = one(sent, at + "field");
      if (!field.isEmpty()) {
        clauses.add(
            new Clause(field, comparison(one(sent, at + "is")), one(sent, at + "value").strip()));
      }
    }
    String text = one(sent, name + ".text").replaceAll("\\s+", " ").strip();
    return new RuleInput(
        one(sent, name + ".by"),
        one(sent, name + ".join").equals("any"),
        clauses,
        text.length() > LONGEST ? text.substring(0, LONGEST) : text);
  }

  private static Comparison comparison(String name) {
    for (Comparison each : Comparison.values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return Comparison.IS;
  }

  static String one(Map<String, String[]> sent, String name) {
    String[] values = sent.get(name);
    return values == null || values.length == 0 ? "" : values[0];
  }

  /** Why it cannot be a rule, or null. */
  @Nullable String fault(Map<String, Field> fields) {
    if (by.equals("text") && text.isEmpty()) {
      return "请写表达式，或者改选别的方式";
    }
    if (!by.equals("simple")) {
      return null;
    }
    if (clauses.isEmpty()) {
      return "请至少写一个条件，或者改选别的方式";
    }
    for (Clause clause : clauses) {
      String fault = clause.fault(fields.get(clause.field()));
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /**
   * As it is written in a document; null where nothing is said. Only without a fault.
   *
   * @param stored what stands there, kept as it is when it says the same
   */
  @Nullable Object rule(Map<String, Field> fields, @Nullable Object stored) {
    if (stored != null) {
      RuleInput before = of(stored, fields);
      boolean same =
          by.equals(before.by())
              && switch (by) {
                case "simple" -> any == before.any() && clauses.equals(before.clauses());
                case "text" -> text.equals(before.text().replaceAll("\\s+", " ").strip());
                default -> true;
              };
      if (same) {
        return stored;
      }
    }
    return switch (by) {
      case "always" -> Boolean.TRUE;
      case "simple" -> new SimpleRule(any, clauses).cel(fields);
      case "text" -> text;
      default -> null;
    };
  }
}
