package org.yongtong.catalogue.edit;

import static org.yongtong.catalogue.edit.Block.Field.choice;
import static org.yongtong.catalogue.edit.Block.Field.choices;
import static org.yongtong.catalogue.edit.Block.Field.line;
import static org.yongtong.catalogue.edit.Block.Field.number;
import static org.yongtong.catalogue.edit.Block.Field.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yongtong.catalogue.edit.Block.Group;
import org.yongtong.catalogue.edit.Block.Rows;

/** The pages of a claimant: what a lower body says itself of an item that it follows. */
final class ClaimantPages {

  private ClaimantPages() {}

  /**
   * What can be chosen.
   *
   * @param papers id → name of the lead's papers
   * @param open elements that the lead leaves to those below
   */
  record Options(
      Map<String, String> departments,
      Map<String, String> places,
      Map<String, String> papers,
      Set<String> open) {}

  static List<EditorPage> of(Options options) {
    var pages = new ArrayList<EditorPage>();
    pages.add(basic(options));
    pages.add(
        EditorPage.of(
            "places",
            "办理地点与时间",
            "本级在哪里办、怎样联系。",
            choices("windows", "办理地点", options.places()).must(),
            Group.of(
                "咨询",
                null,
                line("consult.phone", "咨询电话", 20),
                line("consult.hours", "接听时间", 200),
                line("consult.url", "网上咨询地址", 200)),
            Group.of(
                "投诉",
                null,
                line("complain.phone", "投诉电话", 20),
                line("complain.hours", "接听时间", 200),
                line("complain.url", "网上投诉地址", 200))));
    pages.add(
        EditorPage.of(
            "limits",
            "承诺时限",
            "可以比上级快，不能超过法定时限。",
            number("promised_days", "本级承诺时限", "个工作日"),
            text("limits_note", "时限说明", 600)));
    pages.add(
        EditorPage.of(
            "steps",
            "办理流程",
            "不填就沿用上级的环节；另定的，窗口、审查、决定三种角色各要有一个环节。",
            Rows.of(
                "steps",
                "环节",
                "环节",
                line("name", "环节名称", 12).must(),
                choice("role", "由谁办", Choices.STEP_ROLES).must(),
                number("days", "天数", "个工作日").must(),
                line("duty", "做什么", 200).must())));
    pages.add(
        EditorPage.of(
            "online",
            "网办深度与通办",
            "不填就沿用上级。",
            choice("depth", "网上办理深度", Choices.DEPTHS),
            number("visits", "到现场次数", "次"),
            line("visit_reason", "必须到现场的原因", 200),
            choice("range", "通办范围", Choices.RANGES),
            choices("four_ways", "四办", Choices.FOUR_WAYS)));
    if (!options.papers().isEmpty()) {
      pages.add(
          EditorPage.of(
              "papers-own",
              "申请材料",
              "材料由上级统一规定，不能增加；本级能查到的可以不收，可以容缺的可以后补。",
              choices("papers_dropped", "本级不收的材料", options.papers()),
              choices("papers_deferrable", "本级可以容缺后补的材料", options.papers())));
    }
    opened(options, pages);
    pages.add(
        EditorPage.of(
            "rights",
            "复议与诉讼",
            "本级的复议机关与上级不同的填写，全部不填就沿用上级。",
            Group.of(
                "行政复议",
                null,
                line("rights.review.body", "复议机关", 60),
                number("rights.review.days", "申请期限", "日"),
                line("rights.review.basis", "依据", 200)),
            Group.of(
                "行政诉讼",
                null,
                line("rights.litigation.court", "管辖法院", 60),
                number("rights.litigation.months", "起诉期限", "个月"),
                line("rights.litigation.basis", "依据", 200))));
    pages.add(
        EditorPage.of(
            "faq",
            "常见问题",
            "上级的问答照样显示，这里补充本地的。",
            Rows.of("faq", "本地问答", "问答", line("q", "问", 200).must(), text("a", "答", 600).must())));
    return List.copyOf(pages);
  }

  private static EditorPage basic(Options options) {
    return EditorPage.of(
        "basic",
        "本级基本信息",
        "名称、类型、依据、条件和材料由上级统一规定，这里只填本级自己的。",
        choice("power_source", "权力来源", Choices.POWER_SOURCES),
        choices("joint", "本级联办机构", options.departments()),
        line("local_codes.catalog", "地方目录编码", 50),
        line("local_codes.task", "地方实施编码", 50));
  }

  private static void opened(Options options, List<EditorPage> pages) {
    var blocks = new ArrayList<Block>();
    if (options.open().contains("summary")) {
      blocks.add(text("summary", "事项简述", 160));
    }
    if (options.open().contains("conditions")) {
      blocks.add(
          Rows.of(
              "conditions",
              "受理条件",
              "条件",
              text("text", "条件", 600).must(),
              line("basis", "依据", 200)));
    }
    if (options.open().contains("quantity")) {
      blocks.add(
          Group.of(
              "数量限制", null, line("quantity.text", "限制内容", 200), line("quantity.basis", "依据", 200)));
    }
    if (options.open().contains("fees")) {
      blocks.add(
          Rows.of(
              "fees",
              "收费项目",
              "收费项目",
              line("name", "项目名称", 60).must(),
              line("amount", "标准（元）", 12).must(),
              line("unit", "计费单位", 60).must(),
              line("basis", "收费依据", 200).must(),
              text("reduction", "减免", 600)));
    }
    if (!blocks.isEmpty()) {
      pages.add(new EditorPage("opened", "本地可以调整的要素", "上级允许按当地情况调整，不填就沿用上级。", List.copyOf(blocks)));
    }
  }
}
