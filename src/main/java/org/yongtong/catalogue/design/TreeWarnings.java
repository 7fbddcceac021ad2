package org.yongtong.catalogue.design;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.Leaves;
import org.yongtong.catalogue.RuleTrial;
import org.yongtong.catalogue.RuleTrial.Finding;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.Situation;
import org.yongtong.catalogue.edit.Place;
import org.yongtong.form.Field;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.Forms;

/** What is odd about a tree of questions, though nothing in it is wrong. */
final class TreeWarnings {

  /** More questions than people like to answer before they know anything. */
  static final int MANY = 6;

  private final Leaves leaves;
  private final ServiceItem item;
  private final Map<String, Object> document;
  private final Forms forms;
  private final LocalDate today;
  private final Set<String> asked;

  /** Of those who can apply. */
  private final List<Situation> open;

  private final List<TreeWarning> found = new ArrayList<>();

  private TreeWarnings(Leaves leaves, Map<String, Object> document, Forms forms, LocalDate today) {
    this.leaves = leaves;
    this.item = leaves.item();
    this.document = document;
    this.forms = forms;
    this.today = today;
    this.open =
        leaves.leaves().stream()
            .filter(leaf -> leaf.refusal() == null)
            .map(Leaves.Leaf::situation)
            .toList();
    this.asked = leaves.questions().stream().map(Field::id).collect(Collectors.toSet());
  }

  static List<TreeWarning> of(
      Leaves leaves, Map<String, Object> document, Forms forms, LocalDate today) {
    var warnings = new TreeWarnings(leaves, document, forms, today);
    warnings.dead();
    warnings.questions();
    warnings.lists();
    warnings.form();
    warnings.bases();
    return warnings.found.stream()
        .sorted(Comparator.comparing((TreeWarning each) -> !each.serious()))
        .toList();
  }

  private void serious(String path, String text, Object... parts) {
    found.add(new TreeWarning(true, text.formatted(parts), path));
  }

  private void light(String path, String text, Object... parts) {
    found.add(new TreeWarning(false, text.formatted(parts), path));
  }

  private void dead() {
    if (leaves.complete() && !leaves.leaves().isEmpty() && open.isEmpty()) {
      serious("questions#questions", "没有一种回答能办成：每一种都被问题自己的校验规则拒绝了。");
    }
  }

  private void questions() {
    if (!leaves.complete()) {
      serious("leaves", "情形超过 %d 种，没有全部列出，下面的提示也可能不全：请减少问题，或者少用能多选、能填数字的问题。", Leaves.MOST);
    }
    if (leaves.deepest() > MANY) {
      serious(
          "questions#questions",
          "有人要回答 %d 个问题。超过 %d 个，很多人不愿意答完，请合并或者去掉一些。",
          leaves.deepest(),
          MANY);
    }
    Map<Field, List<Leaves.Answer>> unreached =
        leaves.unreached().stream().collect(Collectors.groupingBy(Leaves.Answer::question));
    for (Field question : leaves.questions()) {
      List<Leaves.Answer> answers = unreached.getOrDefault(question, List.of());
      boolean never =
          leaves.complete()
              && leaves.leaves().stream()
                  .noneMatch(leaf -> leaf.answers().containsKey(question.id()));
      if (leaves.complete() && !decides(question.id())) {
        light(
            "form?field=" + question.id(),
            "问题“%s”怎样回答，材料、条件、收费、环节和部门都一样，可以登录以后再问。",
            question.label());
      }
      if (never) {
        serious("form?field=" + question.id(), "问题“%s”谁也问不到：它的显示条件不可能满足。", question.label());
      } else {
        for (Leaves.Answer answer : answers) {
          serious(
              "form?field=" + question.id(),
              "问题“%s”选不到“%s”：不管前面怎样回答。",
              question.label(),
              answer.words());
        }
      }
    }
  }

  /** Whether a list's rule hangs on a question, or another question does. */
  private boolean decides(String question) {
    var rules = new ArrayList<@Nullable String>();
    item.papers().forEach(paper -> rules.add(paper.when()));
    item.conditions().forEach(condition -> rules.add(condition.when()));
    item.fees().forEach(fee -> rules.add(fee.when()));
    item.steps().forEach(step -> rules.add(step.when()));
    item.more().routing().forEach(route -> rules.add(route.when()));
    for (FormDefinition.Section section : item.form().sections()) {
      for (Field field : section.fields()) {
        if (field.guide()) {
          rules.add(section.visible());
          rules.add(field.visible());
          rules.add(field.valid());
        }
      }
    }
    return rules.stream()
        .flatMap(java.util.stream.Stream::ofNullable)
        .anyMatch(rule -> RuleTrial.reads(item.form(), rule).contains(question));
  }

  private void lists() {
    ruled("papers", item.papers(), ServiceItem.Paper::when, Situation::papers);
    ruled("conditions", item.conditions(), ServiceItem.Condition::when, Situation::conditions);
    ruled("fees", item.fees(), ServiceItem.Fee::when, Situation::fees);
    ruled("steps", item.steps(), ServiceItem.Step::when, Situation::steps);
    List<ServiceItem.Route> routes = item.more().routing();
    for (int i = 0; i < routes.size(); i++) {
      ServiceItem.Route route = routes.get(i);
      String path = "questions?rule=routing." + i;
      String name = "第 %d 条办理部门".formatted(i + 1);
      boolean settled = open.stream().allMatch(Situation::departmentSettled);
      boolean taken = open.stream().anyMatch(each -> route.equals(each.route()));
      if (leaves.complete() && settled && !taken) {
        serious(path, "%s的规则没有一种情形轮得到：不可能满足，或者前面的规则已经包括了它。", name);
      }
      unasked(path, name, route.when());
    }
  }

  private <T> void ruled(
      String list,
      List<T> rows,
      Function<T, @Nullable String> rule,
      Function<Situation, Situation.Parts<T>> parts) {
    for (int i = 0; i < rows.size(); i++) {
      T row = rows.get(i);
      String when = rule.apply(row);
      if (when == null) {
        continue;
      }
      String path = "questions?rule=%s.%d".formatted(list, i);
      String name =
          "%s“%s”"
              .formatted(
                  Uses.RULED.get(list),
                  Place.get(document, "%s[%d]".formatted(list, i)) instanceof Map<?, ?> map
                      ? Uses.name(map)
                      : String.valueOf(i + 1));
      Finding finding = inLeaves(row, when, parts);
      if (finding == Finding.NEVER) {
        serious(path, "%s谁也不需要：它的条件在任何情形下都不满足。", name);
      } else if (finding == Finding.ALWAYS) {
        serious(path, "%s的条件在任何情形下都满足：等于人人需要，请去掉条件或者改正。", name);
      }
      unasked(path, name, when);
    }
  }

  private <T> Finding inLeaves(T row, String when, Function<Situation, Situation.Parts<T>> parts) {
    if (!leaves.complete() || open.isEmpty()) {
      return trial(when);
    }
    boolean mine = false;
    boolean spared = false;
    for (Situation situation : open) {
      Situation.Parts<T> each = parts.apply(situation);
      if (each.undecided().contains(row)) {
        return trial(when);
      }
      mine |= each.mine().contains(row);
      spared |= each.spared().contains(row);
    }
    return mine && spared ? Finding.VARIES : mine ? Finding.ALWAYS : Finding.NEVER;
  }

  private Finding trial(String rule) {
    return RuleTrial.of(item.form(), rule, forms, today);
  }

  /** Allowed, but the guide then cannot say before the application is filled in. */
  private void unasked(String path, String name, String when) {
    var later = new TreeSet<>(RuleTrial.reads(item.form(), when));
    later.removeAll(asked);
    if (!later.isEmpty()) {
      light(
          path,
          "%s的条件用到登录以后才填的%s，办事指南里只能写“按情形”。",
          name,
          later.stream()
              .map(id -> "“" + item.form().find(id).map(Field::label).orElse(id) + "”")
              .collect(Collectors.joining("、")));
    }
  }

  /** Rules inside the form that decide nothing. */
  private void form() {
    for (FormDefinition.Section section : item.form().sections()) {
      rule("form?section=" + section.id(), "节“" + section.title() + "”的显示条件", section.visible());
      for (Field field : section.fields()) {
        String path = "form?field=" + field.id();
        String name = "字段“" + field.label() + "”的";
        if (!field.guide()) {
          rule(path, name + "显示条件", field.visible());
        }
        if (!field.required().equals("true") && !field.required().equals("false")) {
          rule(path, name + "必填条件", field.required());
        }
        String valid = field.valid();
        if (valid != null && trial(valid) == Finding.NEVER) {
          serious(path, "%s校验规则怎样填都不满足。", name);
        }
      }
    }
  }

  private void rule(String path, String name, @Nullable String rule) {
    if (rule == null) {
      return;
    }
    switch (trial(rule)) {
      case NEVER -> serious(path, "%s自相矛盾，不可能满足。", name);
      case ALWAYS -> serious(path, "%s总是满足，写了等于没写。", name);
      default -> {}
    }
  }

  /** 行政许可法第十六条: nothing below a law adds a condition; each names what it rests on. */
  private void bases() {
    List<ServiceItem.Condition> conditions = item.conditions();
    for (int i = 0; i < conditions.size(); i++) {
      String basis = conditions.get(i).basis();
      if (basis == null || basis.isBlank()) {
        light(
            "conditions?check=1#f-conditions[%d].basis".formatted(i),
            "受理条件“%s”没有写依据。",
            shortened(conditions.get(i).text()));
      }
    }
  }

  private static String shortened(String text) {
    return text.length() > 24 ? text.substring(0, 24) + "…" : text;
  }
}
