// long: every element of an implementation list stands here, page by page
package org.yongtong.catalogue.edit;

import static org.yongtong.catalogue.edit.Block.Field.choice;
import static org.yongtong.catalogue.edit.Block.Field.choices;
import static org.yongtong.catalogue.edit.Block.Field.code;
import static org.yongtong.catalogue.edit.Block.Field.flag;
import static org.yongtong.catalogue.edit.Block.Field.line;
import static org.yongtong.catalogue.edit.Block.Field.lines;
import static org.yongtong.catalogue.edit.Block.Field.number;
import static org.yongtong.catalogue.edit.Block.Field.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yongtong.catalogue.edit.Block.Group;
import org.yongtong.catalogue.edit.Block.Rows;

/** The pages of a lead item: every element of an implementation list (实施清单要素, GB/T 39554.2). */
final class LeadPages {

  static final String PAPERS = "papers";
  static final String FORM = "form";
  static final String CLAIMS = "claims";

  private LeadPages() {}

  /**
   * What can be chosen.
   *
   * @param fresh the item is being set up, so what its code is made of may still change
   * @param departments key → name
   * @param places key → name, of service places
   * @param held what already holds a paper → word
   */
  record Options(
      boolean fresh,
      Map<String, String> departments,
      Map<String, String> places,
      Map<String, String> held,
      Map<String, String> personThemes,
      Map<String, String> legalThemes,
      Map<String, String> lifeEvents) {}

  static List<EditorPage> of(Options options) {
    return List.of(
        basic(options),
        bases(),
        conditions(),
        EditorPage.of(PAPERS, "申请材料", "一份材料一页：写清种类、来源、份数、要求；可以容缺、可以用承诺代替的在材料里标出。"),
        steps(options),
        limits(),
        fees(),
        places(options),
        online(),
        result(),
        themes(options),
        EditorPage.of(
            FORM,
            "情形与表单",
            "申请人在网上填写的表单。标了 guide 的问题在办事指南里先问，用来分出办理情形。",
            code("form", "表单定义（YAML）").must()),
        intermediary(),
        rights(),
        responsibility(),
        faq(),
        claims());
  }

  private static EditorPage basic(Options options) {
    return EditorPage.of(
        "basic",
        "基本信息与编码",
        "",
        line("name", "事项名称", 60).must().hint("用法律、法规里的名称；不同办理项在后面加括号，例如“食品经营许可（变更）”。"),
        text("summary", "事项简述", 160).must().hint("一两句话说清楚谁在什么时候要办、办成后得到什么。"),
        choice("kind", "事项类型", Choices.KINDS).must().stays(!options.fresh()),
        choice("handling", "办件类型", Choices.HANDLINGS).must(),
        choices("objects", "服务对象", Choices.OBJECTS).must(),
        choice("power_source", "权力来源", Choices.POWER_SOURCES),
        text("exercise", "行使内容", 300),
        text("division_of_powers", "权限划分", 300).hint("市、县、乡镇之间怎样分工。"),
        choices("joint", "联办机构", options.departments()),
        Group.of(
            "编码",
            "基本编码由系统按类型、部门和顺序生成；上级系统里的编码写在“地方编码”。",
            line("base_code", "基本编码（12 位）", 12).stays(),
            line("sub_item_of", "所属主项的基本编码", 12).stays(),
            line("handling_no", "业务办理项序号", 2).stays(),
            line("local_codes.catalog", "地方目录编码", 50),
            line("local_codes.task", "地方实施编码", 50)));
  }

  private static EditorPage bases() {
    return EditorPage.of(
        "bases",
        "设定依据",
        "设定这个事项的法律、法规、规章或者文件，精确到条、款、项，并摘录原文。",
        Rows.of(
                "bases",
                "依据",
                "依据",
                line("law", "法律、法规名称", 200).must().hint("不用写书名号。"),
                line("number", "文号", 200).must(),
                line("article", "条款", 60).must().hint("例如：第三十五条第一款"),
                text("text", "条款内容", 260).must())
            .stay());
  }

  private static EditorPage conditions() {
    return EditorPage.of(
        "conditions",
        "受理条件",
        "一条写一个条件，写得让申请人自己能判断。不能写“其他条件”“有关证明”这类兜底的话。",
        Rows.of("conditions", "条件", "条件", text("text", "条件", 600).must(), line("basis", "依据", 200))
            .stay(),
        Group.of(
            "数量限制",
            "没有数量限制的不填。",
            line("quantity.text", "限制内容", 200),
            line("quantity.basis", "依据", 200)));
  }

  /** One paper, at its place {@code papers[n]}. */
  static EditorPage paper(String at, String name, Map<String, String> held) {
    var fields =
        List.of(
            line("name", "材料名称", 60).must(),
            choice("required", "必要性", Choices.NEEDS).must(),
            line("when", "提交条件（表达式）", 400).hint("只有“按情形”的材料才写，用表单里的字段，例如：uses_vending。"),
            line("when_words", "提交条件（给申请人看）", 200).hint("例如：使用自动售货设备的"),
            choice("source", "来源渠道", Choices.SOURCES).must(),
            line("issuer", "出具单位", 200).must().hint("申请人自备的写“申请人”。"),
            choice("kind", "材料类型", Choices.PAPER_KINDS).must(),
            choice("form", "材料形式", Choices.PAPER_FORMS).must(),
            number("originals", "原件份数", "份").must(),
            number("copies", "复印件份数", "份").must(),
            line("format", "规格", 200).hint("例如：A4 一页"),
            number("pages", "页数", "页"),
            text("note", "填报须知", 600),
            line("sample", "什么样算合格", 200),
            line("accept", "受理标准", 200),
            line("basis", "要求提交的依据", 200),
            choice("held", "政府已经掌握的", held).hint("能从库里查到、有电子证照的，系统自动调取，不再让申请人交。"));
    var blocks = new ArrayList<Block>();
    fields.forEach(field -> blocks.add(field.at(at)));
    blocks.add(
        new Group(
            "容缺与承诺",
            "可容缺的写补正期限和方式；可以用告知承诺代替的打勾。",
            List.of(
                number("defer.days", "补正期限", "个工作日").at(at),
                line("defer.way", "补正方式", 200).hint("例如：邮寄或者网上补交").at(at),
                choice("defer.before", "最迟什么时候补齐", Choices.DEFER_BEFORE).at(at),
                choice("defer.missed", "逾期没有补交的", Choices.DEFER_MISSED).at(at),
                flag("commit", "可以用书面承诺代替（告知承诺制）").at(at))));
    blocks.add(
        new Group("空白表格", "只有申请人自己填写的材料才有。", List.of(line("blank.title", "表格名称", 60).at(at))));
    blocks.add(
        Rows.of(
                "blank.lines",
                "表格栏目",
                "栏目",
                line("label", "栏目", 200).must(),
                line("sample", "样例", 200).must())
            .at(at));
    return new EditorPage(PAPERS, name, "", List.copyOf(blocks));
  }

  private static EditorPage steps(Options options) {
    return EditorPage.of(
        "steps",
        "办理流程与特别程序",
        "窗口、审查、决定三种角色各要有一个环节；各环节的天数加起来不超过承诺时限。",
        Rows.of(
                "steps",
                "环节",
                "环节",
                line("name", "环节名称", 12).must(),
                choice("role", "由谁办", Choices.STEP_ROLES).must(),
                number("days", "天数", "个工作日").must(),
                line("duty", "做什么", 200).must())
            .stay(),
        Rows.of(
                "special",
                "特别程序",
                "程序",
                choice("kind", "种类", Choices.SPECIALS).must(),
                line("name", "名称", 60).must(),
                number("days", "天数", "个工作日").must(),
                choice("body", "实施机构", options.departments()),
                line("basis", "依据", 200))
            .hint("听证、检验、检测、检疫、鉴定、专家评审、招标、拍卖所需时间不计入办理期限（行政许可法第四十五条），期间停钟。"),
        Rows.of(
                "review",
                "审查层级",
                "层级",
                line("id", "标识", 40).must().hint("小写英文，同一事项里不重复，例如：first。"),
                line("name", "名称", 20).must().hint("例如：初审、复审、现场核查意见。"),
                choice("department", "审查部门", options.departments()).hint("不选就是承办部门。"),
                number("order", "顺序", "").must().hint("从 1 开始；顺序相同的同时进行。"))
            .hint("只有一级审查的不填。前一顺序的全部同意后，后一顺序才开始；同一个人不能提出两级意见。"));
  }

  private static EditorPage limits() {
    return EditorPage.of(
        "limits",
        "办理时限",
        "承诺时限不能比法定时限长。法律没有规定时限的，按行政诉讼法第四十七条的两个月写 40 个工作日；当场办结的写 0。",
        number("limits.legal_days", "法定时限", "个工作日").must(),
        line("limits.legal_basis", "法定时限的依据", 200),
        number("limits.promised_days", "承诺时限", "个工作日").must().hint("当场办结的写 0。"),
        text("limits.note", "时限说明", 600),
        Group.of(
            "告知承诺",
            "申请人书面承诺后当场办理、事后核查的，写明范围和后果；不适用的不填。",
            text("commitment.scope", "适用范围", 600),
            text("commitment.consequence", "不实承诺的后果", 600),
            number("commitment.check_days", "事后核查期限", "个工作日"),
            line("commitment.basis", "依据", 200)));
  }

  private static EditorPage fees() {
    return EditorPage.of(
        "fees",
        "收费与减免",
        "不收费的不用添加。",
        Rows.of(
                "fees",
                "收费项目",
                "收费项目",
                line("name", "项目名称", 60).must(),
                line("amount", "标准（元）", 12).must().hint("两位小数，例如 10.00"),
                line("unit", "计费单位", 60).must().hint("例如：元/证"),
                line("basis", "收费依据", 200).must(),
                text("reduction", "减免", 600))
            .stay());
  }

  private static EditorPage places(Options options) {
    return EditorPage.of(
        "places",
        "办理地点与时间",
        "地点的地址、时间、电话和交通在机构资料里统一维护，这里选择在哪些地点办。",
        choices("windows", "办理地点", options.places()).must(),
        Group.of(
            "咨询",
            null,
            line("consult.phone", "咨询电话", 20).must(),
            line("consult.hours", "接听时间", 200).must().hint("例如：工作日 9：00—12：00，13：00—17：00"),
            line("consult.url", "网上咨询地址", 200).hint("本站地址，以 / 开头；没有的不填。")),
        Group.of(
            "投诉",
            null,
            line("complain.phone", "投诉电话", 20).must(),
            line("complain.hours", "接听时间", 200),
            line("complain.url", "网上投诉地址", 200)));
  }

  private static EditorPage online() {
    return EditorPage.of(
        "online",
        "网办深度与通办",
        "",
        choice("depth", "网上办理深度", Choices.DEPTHS).must(),
        number("visits", "到现场次数", "次").must(),
        line("visit_reason", "必须到现场的原因", 200).hint("到现场次数大于 0 的要写。"),
        choice("range", "通办范围", Choices.RANGES),
        choices("four_ways", "四办", Choices.FOUR_WAYS));
  }

  private static EditorPage result() {
    return EditorPage.of(
        "result",
        "结果与证照",
        "",
        choice("result.kind", "结果类型", Choices.RESULTS).must(),
        line("result.name", "结果名称", 60).must(),
        Group.of(
            "电子证照",
            "结果类型是“电子证照”的填写。",
            line("result.certificate.type", "证照类型代号", 40)
                .hint("大写英文，以下划线相连，例如 FOOD_BUSINESS_LICENCE"),
            number("result.certificate.validity_years", "有效期", "年").hint("长期有效的不填。"),
            line("result.certificate.number_prefix", "编号字头", 6).hint("至多 6 个大写字母")),
        Rows.of(
                "result.certificate.face",
                "照面项目",
                "项目",
                line("label", "名称", 60).must(),
                line("from", "取自", 60).hint("表单字段，或者 applicant.name、applicant.id"),
                line("value", "固定内容", 200).hint("“取自”和“固定内容”写一个。"))
            .hint("证照正面显示的项目，从申请表里取。"));
  }

  private static EditorPage themes(Options options) {
    return EditorPage.of(
        "themes",
        "主题与别名",
        "群众怎么叫，就写上怎么叫：搜索和智能引导靠它。",
        lines("aliases", "通俗名称（一行一个，至少 5 个）", 30).must(),
        choices("themes.person", "个人主题", options.personThemes()),
        choices("themes.legal", "法人主题", options.legalThemes()),
        choices("life_events", "人生与经营事件", options.lifeEvents()));
  }

  private static EditorPage intermediary() {
    return EditorPage.of(
        "intermediary",
        "中介服务",
        "办理过程中必须由中介机构提供的服务；没有的不用添加，不得变相增加。",
        Rows.of(
            "intermediary",
            "中介服务",
            "中介服务",
            line("name", "服务名称", 60).must(),
            line("kind", "机构类型", 60).must(),
            line("basis", "设定依据", 200).must(),
            text("note", "说明", 600)));
  }

  private static EditorPage rights() {
    return EditorPage.of(
        "rights",
        "权利义务与救济",
        "",
        lines("rights_enjoyed", "申请人依法享有的权利（一行一条）", 200),
        lines("duties", "申请人依法应尽的义务（一行一条）", 200),
        Group.of(
            "行政复议",
            null,
            line("rights.review.body", "复议机关", 60).must(),
            number("rights.review.days", "申请期限", "日").must(),
            line("rights.review.basis", "依据", 200).must()),
        Group.of(
            "行政诉讼",
            null,
            line("rights.litigation.court", "管辖法院", 60).must(),
            number("rights.litigation.months", "起诉期限", "个月").must(),
            line("rights.litigation.basis", "依据", 200).must()));
  }

  private static EditorPage responsibility() {
    return EditorPage.of(
        "responsibility",
        "责任事项",
        "受理、审查、决定、送达、事后监管各环节的责任。",
        Rows.of(
            "responsibility",
            "责任",
            "责任",
            text("text", "责任内容", 600).must().hint("例如：受理责任：公示应当提交的材料，一次性告知补正……"),
            line("basis", "依据", 200)));
  }

  private static EditorPage faq() {
    return EditorPage.of(
        "faq",
        "常见问题",
        "至少三个。写群众真正会问的问题，用日常的话回答。",
        Rows.of("faq", "问答", "问答", line("q", "问", 200).must(), text("a", "答", 600).must()).stay());
  }

  private static EditorPage claims() {
    return EditorPage.of(
        CLAIMS,
        "认领与下放",
        "下级认领后沿用本事项的全部要素；勾选的要素允许下级按当地情况调整。",
        choices("open", "允许下级调整的要素", Choices.OPENABLE));
  }
}
