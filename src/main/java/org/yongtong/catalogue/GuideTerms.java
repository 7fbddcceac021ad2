package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.GuidePage.Mine;
import org.yongtong.catalogue.GuidePage.Ruled;
import org.yongtong.catalogue.ServiceItem.Condition;
import org.yongtong.catalogue.ServiceItem.Fee;
import org.yongtong.catalogue.ServiceItem.Handling;
import org.yongtong.catalogue.ServiceItem.Route;
import org.yongtong.catalogue.ServiceItem.Step;
import org.yongtong.catalogue.Situation.Parts;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.form.FormDefinition.Section;

/**
 * Conditions, fees, steps, time and department of a guide, as they are read.
 *
 * @param root of the addresses that others open, without a slash at its end
 */
record GuideTerms(Situations situations, Directory directory, String root) {

  /**
   * @param query of the answers, without {@code ?}
   * @param answers in words
   */
  Mine of(
      ServiceItem item,
      Situation situation,
      String query,
      List<GuidePage.Answer> answers,
      String path) {
    var dropped = new LinkedHashMap<String, List<String>>();
    drop(dropped, "条件", situation.conditions(), Condition::text);
    drop(dropped, "收费", situation.fees(), Fee::name);
    drop(dropped, "环节", situation.steps(), Step::name);
    drop(dropped, "申请表内容", situation.sections(), Section::title);
    var sections = new ArrayList<>(item.form().sections());
    sections.removeAll(situation.sections().spared());
    return new Mine(
        ruled(
            item, item.conditions(), situation.conditions(), Condition::when, Condition::whenWords),
        ruled(item, item.fees(), situation.fees(), Fee::when, Fee::whenWords),
        ruled(item, item.steps(), situation.steps(), Step::when, Step::whenWords),
        total(situation),
        time(situation),
        departmentNote(item, situation),
        sections.stream().map(Section::title).toList(),
        dropped,
        answers,
        query.isEmpty() ? "" : "?" + query,
        root + path + (query.isEmpty() ? "" : "?" + query));
  }

  private static <T> void drop(
      Map<String, List<String>> dropped, String kind, Parts<T> parts, Function<T, String> name) {
    if (!parts.spared().isEmpty()) {
      dropped.put(kind, parts.spared().stream().map(name).toList());
    }
  }

  private static <T> List<Ruled<T>> ruled(
      ServiceItem item,
      List<T> all,
      Parts<T> parts,
      Function<T, @Nullable String> when,
      Function<T, @Nullable String> words) {
    var spared = new HashSet<>(parts.spared());
    return all.stream()
        .filter(each -> !spared.contains(each))
        .map(
            each -> {
              String rule = when.apply(each);
              return new Ruled<>(
                  each,
                  parts.undecided().contains(each),
                  rule == null ? null : RuleWords.of(item.form(), rule, words.apply(each)));
            })
        .toList();
  }

  private static @Nullable String total(Situation situation) {
    return situation.fees().mine().isEmpty()
        ? null
        : situation.total().map(sum -> "共 " + sum.toPlainString() + " 元").orElse(null);
  }

  private static String time(Situation situation) {
    int days = situation.promisedDays();
    String words = days == 0 ? "当场办结" : days + " 个工作日";
    return situation.daysSettled() ? words : "最长 " + words;
  }

  private @Nullable String departmentNote(ServiceItem item, Situation situation) {
    Route route = situation.route();
    if (route != null) {
      String words = RuleWords.of(item.form(), route.when(), route.whenWords());
      return "按您的情形%s，由这个部门办理。".formatted(words == null ? "" : "（" + words + "）");
    }
    if (situation.departmentSettled()) {
      return null;
    }
    List<String> others =
        item.more().routing().stream()
            .map(
                each ->
                    "%s由%s办理"
                        .formatted(
                            situations.words(item, each.when(), each.whenWords()),
                            directory
                                .findDepartment(each.department())
                                .map(Department::name)
                                .orElse(each.department())))
            .toList();
    return String.join("；", others) + "。";
  }

  static Map<String, String> facts(ServiceItem item, Situation situation, Mine mine) {
    var facts = new LinkedHashMap<String, String>();
    ServiceItem.Limits limits = item.limits();
    if (limits.legalDays() > 0) {
      facts.put("法定时限", limits.legalDays() + " 个工作日");
    }
    facts.put("承诺时限", situation.daysSettled() ? mine.time() : situation.promisedDays() + " 个工作日以内");
    facts.put("到现场", item.visits() + " 次");
    facts.put("收费", fee(situation, mine));
    facts.put("网上办理", item.depth().word());
    facts.put("办件类型", item.handling() == Handling.INSTANT ? "即办件" : "承诺件");
    return facts;
  }

  private static String fee(Situation situation, Mine mine) {
    if (!situation.fees().settled()) {
      return situation.fees().mine().isEmpty() ? "按情形收费" : "收费";
    }
    if (situation.fees().mine().isEmpty()) {
      return "不收费";
    }
    String total = mine.total();
    return total == null ? "收费" : total.substring(2);
  }
}
