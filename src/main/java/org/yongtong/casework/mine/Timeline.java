package org.yongtong.casework.mine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.file.DayWords;
import org.yongtong.journal.Entry;

/** The journal of a case in the applicant's words: departments by name, staff by their post. */
final class Timeline {

  private Timeline() {}

  static List<CasePage.Step> of(List<Entry> history, String department) {
    List<CasePage.Step> steps = new ArrayList<>();
    for (Entry entry : history) {
      String title = title(entry, department);
      if (title != null) {
        steps.add(new CasePage.Step(title, DayWords.time(entry.at()), note(entry)));
      }
    }
    return steps;
  }

  /** Null for what happens inside the office and leads to nothing outside. */
  private static @Nullable String title(Entry entry, String department) {
    return switch (entry.kind()) {
      case "case.submitted" -> text(entry, "channel").equals("WINDOW") ? "窗口收到您的申请" : "您提交了申请";
      case "case.accepted" -> department + "受理了您的申请";
      case "case.deemed_accepted" -> "没有在 5 个工作日内告知您，依法视为已经受理";
      case "case.correction_required" ->
          "%s一次告知您需要补正 %s 处".formatted(department, text(entry, "marks"));
      case "case.corrected" -> "收到您的补正";
      case "case.not_accepted" -> department + "决定不予受理";
      case "case.question_asked" -> department + "向您询问";
      case "case.question_answered" -> "您答复了询问";
      case "case.opinion_given" -> "审查完成，提交决定";
      case "case.returned" -> "决定人认为还要补充审查";
      case "case.extension_approved" -> "经机关负责人批准，办理期限延长 %s 个工作日".formatted(text(entry, "days"));
      case "case.special_started" ->
          "开始特别程序“%s”，计划 %s 个工作日"
              .formatted(text(entry, "special_name"), text(entry, "planned_days"));
      case "case.special_prolonged" ->
          "“%s”延长 %s 个工作日".formatted(text(entry, "special_name"), text(entry, "more_days"));
      case "case.special_ended" -> "“%s”已经完成".formatted(text(entry, "special_name"));
      case "case.approved" -> department + "决定准予";
      case "case.refused" -> department + "决定不予批准";
      case "case.delivered" -> text(entry, "way").equals("WINDOW") ? "结果已在窗口领取" : "您在网上查看了结果，视为送达";
      case "case.withdrawn" -> "您撤回了申请";
      case "case.deferral_promised" -> "您承诺补交容缺材料：" + list(entry, "deferred");
      case "case.deferred_handed_in" -> "收到您补交的" + list(entry, "deferred");
      case "case.deferred_confirmed" -> list(entry, "deferred") + "已经补齐";
      case "case.deferred_returned" -> "您补交的%s不符合要求".formatted(list(entry, "deferred"));
      case "case.deferral_reminded" -> "提醒您补交" + list(entry, "deferred");
      case "case.deferred_missed" -> "容缺材料%s逾期没有补交".formatted(list(entry, "deferred"));
      case "case.deferral_lapsed" -> "按容缺承诺，视为撤回申请";
      case "case.terminated" -> department + "终止了办理";
      case "case.unmasked" -> "工作人员查看了您的完整证件号码";
      case "case.rated" -> "您评价了这次办理";
      case "case.rating_answered" -> department + "回复了您的评价";
      default -> null;
    };
  }

  private static @Nullable String note(Entry entry) {
    return switch (entry.kind()) {
      case "case.submitted" ->
          entry.payload().containsKey("routed_to")
              ? "%s，由%s办理".formatted(text(entry, "routed_by"), text(entry, "routed_to"))
              : null;
      case "case.rated" -> text(entry, "level");
      case "case.deferred_returned" -> list(entry, "wrong");
      case "case.terminated" -> "原因：" + text(entry, "reason");
      case "case.special_started", "case.special_prolonged", "case.extension_approved" ->
          "原因：" + text(entry, "reason");
      case "case.unmasked" -> by(entry) + "，用途：" + text(entry, "purpose");
      case "case.accepted",
          "case.correction_required",
          "case.not_accepted",
          "case.question_asked",
          "case.opinion_given",
          "case.approved",
          "case.refused" ->
          by(entry);
      default -> null;
    };
  }

  /** The post in 张三（窗口受理岗）; the system by its name. */
  private static String by(Entry entry) {
    String name = entry.act().actor().name();
    int open = name.lastIndexOf('（');
    return open < 0 || !name.endsWith("）")
        ? "由平台自动办理"
        : "经办岗位：" + name.substring(open + 1, name.length() - 1);
  }

  private static String list(Entry entry, String key) {
    return entry.payload().get(key) instanceof List<?> some
        ? some.stream().map(one -> "“" + one + "”").collect(Collectors.joining())
        : "";
  }

  private static String text(Entry entry, String key) {
    Object value = entry.payload().get(key);
    return value == null ? "" : String.valueOf(value);
  }
}
