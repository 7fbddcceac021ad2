package org.yongtong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.form.Applicant;
import org.yongtong.form.Field;
import org.yongtong.form.FormCheck;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;

/**
 * The tree of an item's questions (情形) with every leaf: each combination of answers that somebody
 * can give, and what it means. An answer that a question's own rule refuses ends the tree there:
 * who gives it cannot apply.
 */
public final class Leaves {

  /** More leaves are not worked out. */
  public static final int MOST = 2_000;

  private final ServiceItem item;
  private final Forms forms;
  private final Situations situations;
  private final PossibleAnswers possible;
  private final List<Field> questions;
  private final Set<String> asked;
  private final List<Leaf> leaves = new ArrayList<>();
  private final Set<Object> known = new HashSet<>();
  private final Map<String, Set<Object>> reached = new HashMap<>();
  private boolean complete = true;

  private Leaves(ServiceItem item, Forms forms, Situations situations, LocalDate today) {
    this.item = item;
    this.forms = forms;
    this.situations = situations;
    this.possible = new PossibleAnswers(rules(item), today);
    this.questions = item.form().fields().filter(Field::guide).toList();
    this.asked = questions.stream().map(Field::id).collect(Collectors.toSet());
  }

  /**
   * One combination of answers.
   *
   * @param answers question → kept value, in the order in which they are asked
   * @param refusal why who answers so cannot apply, or null
   */
  public record Leaf(
      Map<String, Object> answers,
      Applicant applicant,
      Situation situation,
      @Nullable String refusal) {}

  /**
   * An answer.
   *
   * @param value as it is kept
   */
  public record Answer(Field question, Object value) {

    public String words() {
      return Leaves.words(question, value);
    }
  }

  /**
   * @param today on which ages and periods are reckoned
   */
  public static Leaves of(ServiceItem item, Forms forms, Situations situations, LocalDate today) {
    var leaves = new Leaves(item, forms, situations, today);
    for (Applicant applicant : applicants(item)) {
      leaves.grow(Map.of(), applicant);
    }
    return leaves;
  }

  /** Those whom the item's rules tell apart. */
  static List<Applicant> applicants(ServiceItem item) {
    var person = Applicant.UNKNOWN_PERSON;
    var legal = new Applicant("legal", "", "", "", "", "");
    if (item.audience().equals(Set.of(Audience.LEGAL))) {
      return List.of(legal);
    }
    boolean both =
        item.audience().contains(Audience.LEGAL)
            && rules(item).stream().anyMatch(rule -> rule.contains("applicant.kind"));
    return both ? List.of(person, legal) : List.of(person);
  }

  /** Every rule of an item. */
  public static List<String> rules(ServiceItem item) {
    var rules = new LinkedHashSet<@Nullable String>();
    for (FormDefinition.Section section : item.form().sections()) {
      rules.add(section.visible());
      for (Field field : section.fields()) {
        rules.add(field.visible());
        rules.add(field.required());
        rules.add(field.valid());
      }
    }
    item.papers().forEach(paper -> rules.add(paper.when()));
    item.conditions().forEach(condition -> rules.add(condition.when()));
    item.fees().forEach(fee -> rules.add(fee.when()));
    item.steps().forEach(step -> rules.add(step.when()));
    item.more().routing().forEach(route -> rules.add(route.when()));
    return rules.stream().flatMap(java.util.stream.Stream::ofNullable).toList();
  }

  private void grow(Map<String, Object> answers, Applicant applicant) {
    if (!complete) {
      return;
    }
    var values = new Values(answers, Map.of());
    FormCheck check = forms.check(item.form(), values, applicant);
    String refusal = refusal(check);
    if (refusal != null) {
      leaf(answers, check, values, applicant, refusal);
      return;
    }
    Field next =
        questions.stream()
            .filter(field -> check.visible().contains(field.id()))
            .filter(field -> !answers.containsKey(field.id()))
            .findFirst()
            .orElse(null);
    if (next == null) {
      leaf(answers, check, values, applicant, null);
      return;
    }
    for (Object value : possible.of(next)) {
      var with = new LinkedHashMap<>(answers);
      with.put(next.id(), value);
      grow(with, applicant);
    }
  }

  /** What a question's own rule, looking at nothing but questions, says to the answer, or null. */
  private @Nullable String refusal(FormCheck check) {
    for (FormCheck.Problem problem : check.problems()) {
      Field field = item.form().find(problem.path()).orElse(null);
      String valid = field == null ? null : field.valid();
      if (field != null
          && !problem.missing()
          && field.guide()
          && valid != null
          && problem.message().equals(field.message())
          && asked.containsAll(RuleWords.fields(item.form(), valid))) {
        return field.message();
      }
    }
    return null;
  }

  private void leaf(
      Map<String, Object> answers,
      FormCheck check,
      Values values,
      Applicant applicant,
      @Nullable String refusal) {
    var shown = new LinkedHashMap<String, Object>();
    for (Field question : questions) {
      Object value = answers.get(question.id());
      if (value != null && check.visible().contains(question.id())) {
        shown.put(question.id(), value);
      }
    }
    if (!known.add(List.of(shown, applicant.kind()))) {
      return; // the same, reached by an answer that fell away
    }
    if (leaves.size() == MOST) {
      complete = false;
      return;
    }
    shown.forEach((id, value) -> reached.computeIfAbsent(id, each -> new HashSet<>()).add(value));
    leaves.add(new Leaf(shown, applicant, situations.of(item, values, applicant), refusal));
  }

  public ServiceItem item() {
    return item;
  }

  /** Fields asked before sign-in, in form order. */
  public List<Field> questions() {
    return questions;
  }

  public List<Leaf> leaves() {
    return leaves;
  }

  /** False when there are more than {@link #MOST}. */
  public boolean complete() {
    return complete;
  }

  /** Whether rules tell applicants of different kinds apart. */
  public boolean tellsApplicants() {
    return applicants(item).size() > 1;
  }

  /** Answers that nobody can come to, whatever he answers before; known only when complete. */
  public List<Answer> unreached() {
    var unreached = new ArrayList<Answer>();
    if (complete) {
      for (Field question : questions) {
        Set<Object> seen = reached.getOrDefault(question.id(), Set.of());
        for (Object value : possible.of(question)) {
          if (!seen.contains(value)) {
            unreached.add(new Answer(question, value));
          }
        }
      }
    }
    return unreached;
  }

  /** Most questions that one person is asked. */
  public int deepest() {
    return leaves.stream().mapToInt(leaf -> leaf.answers().size()).max().orElse(0);
  }

  /** An answer as people read it. */
  public static String words(Field question, Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream().map(each -> words(question, each)).collect(Collectors.joining("、"));
      default -> {
        String text = String.valueOf(value);
        yield switch (question.kind()) {
          case YES_NO, DECLARATION -> text.equals("true") ? "是" : "否";
          case CHOICE, CHOICES ->
              question.options().stream()
                  .filter(option -> option.value().equals(text))
                  .map(Field.Option::label)
                  .findFirst()
                  .orElse(text);
          case DATE -> day(text);
          default -> text + (question.unit() == null ? "" : " " + question.unit());
        };
      }
    };
  }

  private static String day(String iso) {
    LocalDate date = LocalDate.parse(iso);
    return "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }
}
