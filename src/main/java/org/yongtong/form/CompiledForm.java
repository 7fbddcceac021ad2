package org.yongtong.form;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A definition with its rules compiled on first use. Safe to share between threads. */
final class CompiledForm {

  /** Rules from outside (papers, fees) that one form keeps; there are never so many honest ones. */
  private static final int MOST_RULES = 1000;

  final FormDefinition definition;
  final Map<String, Field> fields;
  final Map<String, FormDefinition.Section> sectionOf;

  private final Map<String, RuleCompiler> compilers = new ConcurrentHashMap<>();
  private final Map<String, Rule> rules = new ConcurrentHashMap<>();
  private volatile @Nullable Set<String> driving;

  CompiledForm(FormDefinition definition) {
    this.definition = definition;
    this.fields = new LinkedHashMap<>();
    this.sectionOf = new LinkedHashMap<>();
    for (FormDefinition.Section section : definition.sections()) {
      for (Field field : section.fields()) {
        fields.put(field.id(), field);
        sectionOf.put(field.id(), section);
      }
    }
  }

  /**
   * @param repeat the group in whose rows the rule stands, or null
   * @throws FormDefinitionException when the rule is wrong
   */
  Rule rule(@Nullable Field repeat, @Nullable String cel) {
    if (cel == null || cel.equals("true")) {
      return Rule.ALWAYS;
    }
    if (cel.equals("false")) {
      return Rule.NEVER;
    }
    return switch (compile(repeat, cel)) {
      case RuleCompiler.Outcome.Right right -> right.rule();
      case RuleCompiler.Outcome.Wrong wrong ->
          throw new FormDefinitionException(
              wrong.defects().stream().map(defect -> cel + "：" + defect).toList());
    };
  }

  RuleCompiler.Outcome compile(@Nullable Field repeat, String cel) {
    String key = (repeat == null ? "" : repeat.id()) + "\n" + cel;
    Rule known = rules.get(key);
    if (known != null) {
      return new RuleCompiler.Outcome.Right(known);
    }
    RuleCompiler.Outcome outcome = compiled(repeat, cel);
    if (outcome instanceof RuleCompiler.Outcome.Right(var rule) && rules.size() < MOST_RULES) {
      rules.put(key, rule);
    }
    return outcome;
  }

  private RuleCompiler.Outcome compiled(@Nullable Field repeat, String cel) {
    return compilers
        .computeIfAbsent(
            repeat == null ? "" : repeat.id(),
            scope ->
                new RuleCompiler(
                    repeat == null
                        ? List.copyOf(fields.values())
                        : Stream.concat(repeat.fields().stream(), fields.values().stream())
                            .toList()))
        .compile(cel);
  }

  /**
   * Ids of fields whose value decides what else is asked: when they change, the form is redrawn.
   */
  Set<String> driving() {
    Set<String> known = driving;
    if (known != null) {
      return known;
    }
    var found = new HashSet<String>();
    for (FormDefinition.Section section : definition.sections()) {
      found.addAll(rule(null, section.visible()).names());
      for (Field field : section.fields()) {
        found.addAll(rule(null, field.visible()).names());
        found.addAll(rule(null, field.required()).names());
        for (Field inner : field.fields()) {
          found.addAll(rule(field, inner.visible()).names());
          found.addAll(rule(field, inner.required()).names());
        }
      }
    }
    driving = Set.copyOf(found);
    return Set.copyOf(found);
  }

  /** Fields at whose values one must look to know whether this one is shown and what it holds. */
  Set<String> needs(Field field) {
    var needs = new HashSet<>(rule(null, field.visible()).names());
    FormDefinition.Section section = sectionOf.get(field.id());
    if (section != null) {
      needs.addAll(rule(null, section.visible()).names());
    }
    for (Field inner : field.fields()) {
      needs.addAll(rule(field, inner.visible()).names());
    }
    return needs;
  }
}
