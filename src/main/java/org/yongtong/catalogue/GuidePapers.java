package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.GuidePage.PaperView;
import org.yongtong.catalogue.ServiceItem.Need;
import org.yongtong.catalogue.ServiceItem.Paper;

/** The papers of a guide as they are read. */
final class GuidePapers {

  private GuidePapers() {}

  /** Those that are needed, or perhaps needed, in the item's order. */
  static List<PaperView> of(ServiceItem item, Situation situation) {
    var views = new ArrayList<PaperView>();
    for (Paper paper : item.papers()) {
      if (situation.papers().undecided().contains(paper)) {
        views.add(view(item, paper, "按情形需要", "perhaps"));
      } else if (situation.papers().mine().contains(paper)) {
        views.add(
            paper.when() != null
                ? view(item, paper, "您需要提交", "must")
                : view(
                    item,
                    paper,
                    paper.need().word(),
                    paper.need() == Need.MUST ? "must" : "perhaps"));
      }
    }
    return List.copyOf(views);
  }

  private static PaperView view(ServiceItem item, Paper paper, String need, String tone) {
    String when = paper.when();
    String clause = when == null ? null : RuleWords.of(item.form(), when);
    var copies = new ArrayList<String>();
    if (paper.originals() > 0) {
      copies.add("原件 " + paper.originals() + " 份");
    }
    if (paper.copies() > 0) {
      copies.add("复印件 " + paper.copies() + " 份");
    }
    return new PaperView(
        paper,
        need,
        tone,
        when == null ? null : clause == null ? "按您在申请表里填写的情形确定" : clause + "时",
        String.join("，", copies),
        switch (paper.form()) {
          case "paper" -> "纸质";
          case "electronic" -> "电子";
          default -> "电子、纸质均可";
        },
        switch (paper.source()) {
          case "government" -> "政府部门核发";
          case "other" -> "其他机构出具";
          default -> "申请人自备";
        },
        held(paper.held()));
  }

  private static @Nullable String held(@Nullable String held) {
    return switch (held) {
      case null -> null;
      case "person-register" -> "人口信息库能查到的，系统自动调取，不用您上传";
      case "company-register" -> "企业登记信息库能查到的，系统自动调取，不用您上传";
      default -> "有本市电子证照的，系统自动调取，不用您上传";
    };
  }
}
