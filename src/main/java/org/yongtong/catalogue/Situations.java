package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.ServiceItem.Condition;
import org.yongtong.catalogue.ServiceItem.Fee;
import org.yongtong.catalogue.ServiceItem.Paper;
import org.yongtong.catalogue.ServiceItem.Route;
import org.yongtong.catalogue.ServiceItem.Step;
import org.yongtong.catalogue.Situation.Parts;
import org.yongtong.form.Applicant;
import org.yongtong.form.Field;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.FormDefinition.Section;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;

/** The one evaluation of an item's rules for one applicant. */
@Component
public class Situations {

  private final Forms forms;

  public Situations(Forms forms) {
    this.forms = forms;
  }

  /**
   * Before everything is answered: what is not filled in yet, and what is not known of the
   * applicant yet, leaves the rules that read it undecided.
   */
  public Situation of(ServiceItem item, Values values, Applicant applicant) {
    Set<String> visible = forms.check(item.form(), values, applicant).visible();
    Set<String> unknown = unknown(item.form(), visible, values, applicant);
    return new Judge(item, values, applicant, unknown).situation(visible);
  }

  /** Of a filled form: what is not filled in is empty, and every rule is decided. */
  public Situation settled(ServiceItem item, Values values, Applicant applicant) {
    Set<String> visible = forms.check(item.form(), values, applicant).visible();
    return new Judge(item, values, applicant, Set.of()).situation(visible);
  }

  /** When something applies, as a clause that a person reads. */
  public String words(ServiceItem item, String when, @Nullable String written) {
    String words = RuleWords.of(item.form(), when, written);
    return words == null ? "按申请表里填写的内容确定" : words;
  }

  /** Only the papers of {@link #settled}. */
  List<Paper> papers(ServiceItem item, Values values, Applicant applicant) {
    return new Judge(item, values, applicant, Set.of()).parts(item.papers(), Paper::when).mine();
  }

  /**
   * Fields that no rule can rely on yet: those without an answer, and those that are hidden or
   * shown only because another one waits; and facts of the applicant ({@code applicant.kind}).
   */
  private static Set<String> unknown(
      FormDefinition form, Set<String> visible, Values values, Applicant applicant) {
    var unknown = new HashSet<String>();
    form.fields()
        .filter(field -> visible.contains(field.id()) && !answered(values, field))
        .map(Field::id)
        .forEach(unknown::add);
    unknown.addAll(unknownOf(applicant));
    boolean more = true;
    while (more) {
      more = false;
      for (Section section : form.sections()) {
        for (Field field : section.fields()) {
          if (waits(form, section.visible(), unknown) || waits(form, field.visible(), unknown)) {
            more |= unknown.add(field.id());
          }
        }
      }
    }
    return unknown;
  }

  private static Set<String> unknownOf(Applicant applicant) {
    var unknown = new HashSet<String>();
    note(unknown, "kind", applicant.kind());
    note(unknown, "name", applicant.name());
    note(unknown, "id", applicant.id());
    note(unknown, "birth", applicant.birth());
    note(unknown, "sex", applicant.sex());
    note(unknown, "division", applicant.division());
    return unknown;
  }

  private static void note(Set<String> unknown, String fact, String value) {
    if (value.isEmpty()) {
      unknown.add("applicant." + fact);
    }
  }

  private static boolean answered(Values values, Field field) {
    return switch (values.get(field.id())) {
      case null -> false;
      case String text -> !text.isBlank();
      case List<?> list -> !list.isEmpty();
      default -> true;
    };
  }

  private static boolean waits(FormDefinition form, @Nullable String rule, Set<String> unknown) {
    return rule != null && RuleWords.reads(form, rule).stream().anyMatch(unknown::contains);
  }

  private enum Verdict {
    HOLDS,
    OPEN,
    FAILS
  }

  /** One item, one set of answers. */
  private final class Judge {

    private final ServiceItem item;
    private final Values values;
    private final Applicant applicant;
    private final Set<String> unknown;

    Judge(ServiceItem item, Values values, Applicant applicant, Set<String> unknown) {
      this.item = item;
      this.values = values;
      this.applicant = applicant;
      this.unknown = unknown;
    }

    Situation situation(Set<String> visible) {
      Parts<Step> steps = parts(item.steps(), Step::when);
      Way way = way();
      List<Field> asked =
          item.form()
              .fields()
              .filter(field -> field.guide() && visible.contains(field.id()))
              .toList();
      return new Situation(
          parts(item.papers(), Paper::when),
          parts(item.conditions(), Condition::when),
          parts(item.fees(), Fee::when),
          steps,
          days(steps),
          steps.settled(),
          way.route() == null ? item.department() : way.route().department(),
          way.route(),
          way.settled(),
          sections(visible),
          asked,
          asked.stream().filter(field -> !answered(values, field)).toList());
    }

    <T> Parts<T> parts(List<T> all, Function<T, @Nullable String> rule) {
      var mine = new ArrayList<T>();
      var undecided = new ArrayList<T>();
      var spared = new ArrayList<T>();
      for (T each : all) {
        switch (verdict(rule.apply(each))) {
          case HOLDS -> mine.add(each);
          case OPEN -> undecided.add(each);
          case FAILS -> spared.add(each);
        }
      }
      return new Parts<>(List.copyOf(mine), List.copyOf(undecided), List.copyOf(spared));
    }

    private Verdict verdict(@Nullable String rule) {
      if (rule == null) {
        return Verdict.HOLDS;
      }
      if (!unknown.isEmpty() && waits(item.form(), rule, unknown)) {
        return Verdict.OPEN;
      }
      return forms.holds(item.form(), rule, values, applicant) ? Verdict.HOLDS : Verdict.FAILS;
    }

    private int days(Parts<Step> steps) {
      int promise = item.limits().promisedDays();
      if (!steps.settled() || item.steps().stream().allMatch(step -> step.when() == null)) {
        return promise;
      }
      int sum = steps.mine().stream().mapToInt(Step::days).sum();
      return Math.min(promise, Math.max(sum, Math.min(promise, 1)));
    }

    private record Way(@Nullable Route route, boolean settled) {}

    /** The first rule that holds; behind one that is still open nothing is settled. */
    private Way way() {
      for (Route route : item.more().routing()) {
        switch (verdict(route.when())) {
          case HOLDS -> {
            return new Way(route, true);
          }
          case OPEN -> {
            return new Way(null, false);
          }
          case FAILS -> {}
        }
      }
      return new Way(null, true);
    }

    private boolean sure(Field field, Set<String> visible) {
      return visible.contains(field.id()) && !waitsFor(field);
    }

    private boolean waitsFor(Field field) {
      return waits(item.form(), field.visible(), unknown);
    }

    private Parts<Section> sections(Set<String> visible) {
      var mine = new ArrayList<Section>();
      var undecided = new ArrayList<Section>();
      var spared = new ArrayList<Section>();
      for (Section section : item.form().sections()) {
        boolean waits = waits(item.form(), section.visible(), unknown);
        if (!waits && section.fields().stream().anyMatch(field -> sure(field, visible))) {
          mine.add(section);
        } else if (waits || section.fields().stream().anyMatch(this::waitsFor)) {
          undecided.add(section);
        } else {
          spared.add(section);
        }
      }
      return new Parts<>(List.copyOf(mine), List.copyOf(undecided), List.copyOf(spared));
    }
  }
}
