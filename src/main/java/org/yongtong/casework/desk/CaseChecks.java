package org.yongtong.casework.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.JournalWords;
import org.yongtong.casework.file.When;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Forms;
import org.yongtong.journal.Entry;

/** What the platform can check of a case for the officer: papers, rules, registers. */
@Component
class CaseChecks {

  private final Forms forms;

  CaseChecks(Forms forms) {
    this.forms = forms;
  }

  List<CasePage.CheckLine> of(
      ServiceItem item,
      Filing filing,
      List<ServiceItem.Paper> needed,
      List<Attachments.Attachment> handedIn,
      List<Entry> history) {
    var lines = new ArrayList<CasePage.CheckLine>();
    Set<String> there =
        handedIn.stream()
            .filter(one -> !one.replaced())
            .map(Attachments.Attachment::paper)
            .collect(Collectors.toSet());
    List<String> missing =
        needed.stream()
            .filter(paper -> paper.need() != ServiceItem.Need.OPTIONAL)
            .filter(paper -> !there.contains(paper.id()) && !filing.held().containsKey(paper.id()))
            .map(ServiceItem.Paper::name)
            .toList();
    lines.add(
        missing.isEmpty()
            ? new CasePage.CheckLine("应当提交的材料", "齐全", "done", "按本事项和所填情形应交的材料都已提交或者免提交。")
            : new CasePage.CheckLine(
                "应当提交的材料", "缺 " + missing.size() + " 项", "late", String.join("；", missing)));
    var check = forms.check(item.form(), filing.values(), filing.applicant().facts());
    lines.add(
        check.ok()
            ? new CasePage.CheckLine("填写规则", "符合", "done", "必填项和数值、日期、条件规则都符合。")
            : new CasePage.CheckLine(
                "填写规则",
                check.problems().size() + " 处不符",
                "late",
                String.join("；", check.summary().values())));
    lines.addAll(origins(item, filing));
    history.stream()
        .filter(entry -> entry.kind().equals(JournalWords.REGISTER_CHECKED))
        .reduce((first, second) -> second)
        .ifPresent(entry -> lines.add(registerCheck(entry)));
    return lines;
  }

  private static List<CasePage.CheckLine> origins(ServiceItem item, Filing filing) {
    List<String> changed = new ArrayList<>();
    int taken = 0;
    for (var origin : filing.values().origins().entrySet()) {
      if (!origin.getValue().source().startsWith("register:")
          && !origin.getValue().source().startsWith("certificate:")) {
        continue;
      }
      taken++;
      if (origin.getValue().changed()) {
        item.form().find(origin.getKey()).ifPresent(field -> changed.add(field.label()));
      }
    }
    if (taken == 0) {
      return List.of();
    }
    return List.of(
        changed.isEmpty()
            ? new CasePage.CheckLine("登记库带出的内容", "一致", "done", taken + " 项由登记库或者电子证照带出，申请人没有改动。")
            : new CasePage.CheckLine(
                "登记库带出的内容",
                changed.size() + " 项被改动",
                "near",
                "申请人改动了：" + String.join("、", changed)));
  }

  private static CasePage.CheckLine registerCheck(Entry entry) {
    boolean found = Boolean.TRUE.equals(entry.payload().get("found"));
    Object differences = entry.payload().get("differences");
    boolean same = differences instanceof List<?> list && list.isEmpty();
    String by = "（%s，%s）".formatted(When.moment(entry.at()), entry.act().actor().name());
    return new CasePage.CheckLine(
        "申请人与登记库",
        !found ? "未查到" : same ? "一致" : "不一致",
        !found ? "near" : same ? "done" : "late",
        (!found ? "登记库没有这个号码，请核对证件原件" : same ? "姓名（名称）等登记内容一致" : JournalWords.detail(entry)) + by);
  }
}
