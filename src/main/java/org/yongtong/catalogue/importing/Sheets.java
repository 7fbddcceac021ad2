// long: the list of all columns, read like the table that it is
package org.yongtong.catalogue.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.Words;
import org.yongtong.catalogue.importing.Kind.Bodies;
import org.yongtong.catalogue.importing.Kind.Body;
import org.yongtong.catalogue.importing.Kind.Choices;
import org.yongtong.catalogue.importing.Kind.Code;
import org.yongtong.catalogue.importing.Kind.Day;
import org.yongtong.catalogue.importing.Kind.Flag;
import org.yongtong.catalogue.importing.Kind.Money;
import org.yongtong.catalogue.importing.Kind.Places;
import org.yongtong.catalogue.importing.Kind.Rule;
import org.yongtong.catalogue.importing.Kind.Text;
import org.yongtong.catalogue.importing.Kind.Texts;
import org.yongtong.catalogue.importing.Kind.Whole;
import org.yongtong.catalogue.importing.Kind.Word;
import org.yongtong.catalogue.importing.SheetForm.Use;

/**
 * The sheets of the workbook and their columns, in the words and keys of the national element list
 * (GB/T 39554.2, GB/T 39046 table 4); sizes are held by the item's own check.
 */
final class Sheets {

  private static final Choices TASK_TYPE =
      choices(
          "permit|行政许可|01",
          "benefit|行政给付|05",
          "confirmation|行政确认|07",
          "reward|行政奖励|08",
          "adjudication|行政裁决|09",
          "other|其他行政权力|10",
          "service|公共服务|20");
  private static final Choices PROJECT_TYPE = choices("instant|即办件|1", "committed|承诺件|2");
  private static final Choices SERVER_TYPE =
      choices("person|自然人|1|个人|公民", "legal|法人|2|企业法人|法人或者其他组织");
  private static final Choices LEVEL = choices("city|市级|3");
  private static final Choices CLAIM_LEVEL =
      choices("county|县级|4", "town|镇（乡、街道）级|5|镇级|乡级", "village|村（社区）级|6|村级");
  private static final Choices MODE = choices("claimed|认领|1", "delegated|下放|2", "entrusted|委托|3");
  private static final Choices POWER_SOURCE =
      choices(
          "statutory|法定本级行使|1",
          "delegated|上级下放|2",
          "authorised_up|上级授权|3",
          "authorised_peer|同级授权|4",
          "entrusted_up|上级委托|5",
          "entrusted_peer|同级委托|6");
  private static final Choices HANDLE_AREA =
      choices("nationwide|全国|1", "cross_province|跨省|2", "cross_city|跨市|3", "cross_county|跨县|4");
  private static final Choices FOUR_WAYS =
      choices("at_once|马上办|1", "online|网上办|2", "nearby|就近办|3", "one_visit|一次办|4");
  private static final Choices DEPTH = choices("full|全程网办|5", "accept|网上受理|4", "precheck|网上预审|3");
  private static final Choices RESULT_TYPE =
      choices("certificate|证照|10", "approval|批文|20", "none|无|99");
  private static final Choices NEED =
      choices("must|必要|1", "optional|非必要|2", "deferrable|容缺后补|3", "when|按情形|4");
  private static final Choices DEFER_BEFORE = choices("decision|作出决定以前", "delivery|领取结果以前");
  private static final Choices DEFER_MISSED = choices("stop|终止办理", "withdraw|视为撤回");
  private static final Choices MATERIAL_TYPE =
      choices("original|原件|1", "copy|复印件|2", "both|原件和复印件|3");
  private static final Choices MATERIAL_FORM =
      choices("paper|纸质|1", "electronic|电子|2", "either|纸质或者电子|3");
  private static final Choices SOURCE_TYPE =
      choices("applicant|申请人自备|10", "government|政府部门核发|20", "other|其他|99");
  private static final Choices ROLE = choices("window|窗口受理|受理", "reviewer|审查", "decider|决定");
  private static final Choices SPECIAL =
      choices(
          "hearing|听证",
          "inspection|现场核查|检验",
          "testing|检测",
          "quarantine|检疫",
          "appraisal|鉴定",
          "expert_review|专家评审",
          "public_notice|公示",
          "tender|招标",
          "auction|拍卖");
  private static final Choices OPEN =
      choices("conditions|受理条件", "fees|收费", "quantity|数量限制", "summary|事项简述");

  private static final Text NAME = new Text(60);
  private static final Text LINE = new Text(200);
  private static final Text PARAGRAPH = new Text(600);
  private static final Texts LIST = new Texts(false);
  private static final Texts SHORT_LIST = new Texts(true);
  private static final Whole DAYS = new Whole("个工作日");

  private static final Element ITEM =
      new Element("事项标识", "row_guid", SheetForm.ITEM, new Text(120), "事项在本平台的标识，也可以写实施编码或者基本编码");

  private static final Element RULE =
      column("适用条件", "case_rule", "when", new Rule(), "只对一部分人适用的才填：条件表达式");
  private static final Element RULE_WORDS =
      column("适用情形", "case_words", "when_words", LINE, "对谁适用，写给申请人看");

  static final SheetForm ITEMS =
      new SheetForm(
          "事项基本信息",
          Use.ITEMS,
          "",
          columns(
              ITEM,
              column("事项名称", "task_name", "name", NAME),
              column("通俗名称", "task_alias", "aliases", SHORT_LIST, "群众怎么叫，至少 5 个"),
              column("事项简述", "task_summary", "summary", LINE, "一句话说明谁在什么时候办，最多 160 个字"),
              column("事项类型", "task_type", "kind", new Word(TASK_TYPE)),
              column("办件类型", "project_type", "handling", new Word(PROJECT_TYPE)),
              column("服务对象", "server_type", "objects", new Kind.Words(SERVER_TYPE)),
              column("实施主体", "dept_name", "department", new Body(false)),
              column("基本编码", "catalog_code", "base_code", new Code(12)),
              column("业务办理项序号", "task_handle_item", "handling_no", new Code(2)),
              column("主项基本编码", "parent_id", "sub_item_of", new Code(12), "子项才填"),
              column("行使层级", "use_level", "level", new Word(LEVEL)),
              column("权力来源", "power_source", "power_source", new Word(POWER_SOURCE)),
              column("行使内容", "exercise_content", "exercise", PARAGRAPH),
              column("权限划分", "authority_division", "division_of_powers", PARAGRAPH),
              column("通办范围", "handle_area", "range", new Word(HANDLE_AREA)),
              column("四办", "four_handle", "four_ways", new Kind.Words(FOUR_WAYS)),
              column("自然人主题", "user_topic_type", "themes.person", new Kind.Words(personThemes())),
              column("法人主题", "corp_topic_type", "themes.legal", new Kind.Words(legalThemes())),
              column("人生与经营事件", "life_event", "life_events", new Kind.Words(lifeEvents())),
              column("法定办结时限", "anticipate_day", "limits.legal_days", DAYS),
              column("法定办结时限依据", "anticipate_explain", "limits.legal_basis", LINE),
              column("承诺办结时限", "promise_day", "limits.promised_days", DAYS),
              column("时限说明", "promise_explain", "limits.note", PARAGRAPH),
              column("到现场次数", "limit_scene_num", "visits", new Whole("次")),
              column("必须现场原因", "limit_scene_explain", "visit_reason", LINE),
              column("网上办理深度", "online_handle_depth", "depth", new Word(DEPTH)),
              column("数量限制", "limit_explain", "quantity.text", LINE),
              column("数量限制依据", "amount_limit_desc", "quantity.basis", LINE),
              column("告知承诺范围", "promise_scope", "commitment.scope", PARAGRAPH),
              column("虚假承诺后果", "promise_consequence", "commitment.consequence", PARAGRAPH),
              column("承诺核查期限", "promise_check_day", "commitment.check_days", DAYS),
              column("告知承诺依据", "promise_basis", "commitment.basis", LINE),
              column("审批结果类型", "result_type", "result.kind", new Word(RESULT_TYPE)),
              column("审批结果名称", "result_name", "result.name", NAME),
              column("证照类型代码", "cert_type", "result.certificate.type", NAME, "结果是证照才填"),
              column("证照有效期", "validity", "result.certificate.validity_years", new Whole("年")),
              column("证照编号前缀", "cert_prefix", "result.certificate.number_prefix", NAME),
              column("办理地点", "transact_addr", "windows", new Places()),
              column("联办机构", "other_dept", "joint", new Body(true)),
              column("咨询电话", "consult_phone", "consult.phone", NAME),
              column("咨询时间", "consult_time", "consult.hours", LINE),
              column("网上咨询地址", "net_consult_way", "consult.url", LINE),
              column("监督投诉电话", "complain_phone", "complain.phone", NAME),
              column("监督投诉时间", "complain_time", "complain.hours", LINE),
              column("网上投诉地址", "net_complain_way", "complain.url", LINE),
              column("行政复议机关", "reconsider_dept", "rights.review.body", NAME),
              column("行政复议期限", "reconsider_day", "rights.review.days", new Whole("日")),
              column("行政复议依据", "reconsiderat", "rights.review.basis", LINE),
              column("行政诉讼法院", "litigation_dept", "rights.litigation.court", NAME),
              column("行政诉讼期限", "litigation_month", "rights.litigation.months", new Whole("个月")),
              column("行政诉讼依据", "litigation", "rights.litigation.basis", LINE),
              column("依法享有的权利", "right_enjoy_by_law", "rights_enjoyed", LIST),
              column("依法应尽的义务", "duty_perform_by_law", "duties", LIST),
              column("地方基本编码", "local_catalog_code", "local_codes.catalog", NAME),
              column("地方实施编码", "local_task_code", "local_codes.task", NAME),
              column("允许下级调整的要素", "open_element", "open", new Kind.Words(OPEN)),
              column("示例", "is_sample", "sample", new Flag(), "供试用的示例事项写“是”")),
          "一行一个事项。空着的单元格表示没有这项内容；没有的列保持目录里原来的内容");

  static final SheetForm BASES =
      entries(
          "设定依据",
          "bases",
          "法律、法规、规章，一行一条",
          column("法律法规名称", "law_name", "law", LINE),
          column("文号", "law_number", "number", LINE),
          column("条款号", "clause_number", "article", NAME),
          column("条款内容", "clause_content", "text", new Text(260)));

  static final SheetForm CONDITIONS =
      entries(
          "受理条件",
          "conditions",
          "一行一条",
          column("受理条件", "accept_condition", "text", PARAGRAPH),
          column("条件依据", "condition_basis", "basis", LINE),
          RULE,
          RULE_WORDS);

  static final SheetForm ROUTING =
      entries(
          "承办部门",
          "routing",
          "一行一条，按先后顺序看哪一条适用；都不适用的由实施主体办理",
          column("承办部门", "route_dept", "department", new Body(false), "与实施主体同级的部门"),
          column("适用条件", "case_rule", "when", new Rule(), "条件表达式"),
          RULE_WORDS);

  static final SheetForm PAPERS =
      entries(
          "申请材料",
          "papers",
          "一行一份，按提交的顺序",
          column("材料标识", "material_id", "id", NAME, "小写英文，同一事项里不重复"),
          column("材料名称", "material_name", "name", NAME),
          column("必要性", "is_need", "required", new Word(NEED)),
          column("按情形的条件", "handle_case_rule", "when", new Rule(), "必要性为“按情形”才填：条件表达式"),
          column("按情形的说明", "handle_case", "when_words", LINE, "哪种情形要交，写给申请人看"),
          column("材料类型", "material_type", "kind", new Word(MATERIAL_TYPE)),
          column("材料形式", "material_form", "form", new Word(MATERIAL_FORM)),
          column("原件份数", "original_amount", "originals", new Whole("份")),
          column("复印件份数", "copy_amount", "copies", new Whole("份")),
          column("来源渠道", "source_type", "source", new Word(SOURCE_TYPE)),
          column("来源说明", "source_explain", "issuer", LINE, "由谁出具"),
          column("要求依据", "by_law", "basis", LINE),
          column("填报须知", "fill_explain", "note", PARAGRAPH),
          column("样例说明", "example", "sample", LINE),
          column("纸张规格", "page_format", "format", LINE),
          column("页数", "page_num", "pages", new Whole("页")),
          column("受理标准", "accept_stand", "accept", LINE),
          column("容缺期限", "td_tlimit", "defer.days", DAYS),
          column("容缺补正方式", "td_correctway", "defer.way", LINE),
          column("容缺补齐时点", "td_before", "defer.before", new Word(DEFER_BEFORE)),
          column("容缺逾期后果", "td_missed", "defer.missed", new Word(DEFER_MISSED)),
          column("告知承诺替代", "is_jzbm", "commit", new Flag()),
          column("免提交的来源", "held_by", "held", NAME, "本平台已有的库或者证照类型"));

  static final SheetForm BLANKS =
      new SheetForm(
          "空白表格",
          Use.BLANKS,
          "papers",
          columns(
              ITEM,
              column("材料标识", "material_id", SheetForm.PAPER, NAME),
              column("表格名称", "form_guid", "title", NAME),
              column("栏目", "form_label", "label", LINE),
              column("填写示例", "example_guid", "sample", LINE)),
          "申请人自己填写的材料的空白表，一行一个栏目");

  static final SheetForm STEPS =
      entries(
          "办理流程",
          "steps",
          "一行一个环节，按先后顺序",
          column("环节名称", "link_name", "name", new Text(12)),
          column("办理人员", "person", "role", new Word(ROLE)),
          column("办理天数", "handle_day", "days", DAYS),
          column("环节职责", "link_duty", "duty", LINE),
          RULE,
          RULE_WORDS);

  static final SheetForm SPECIALS =
      entries(
          "特别程序",
          "special",
          "时限不计算在内的程序，一行一个",
          column("程序名称", "special_name", "name", NAME),
          column("程序种类", "special_kind", "kind", new Word(SPECIAL)),
          column("程序天数", "special_day", "days", DAYS),
          column("办理机构", "special_dept", "body", new Body(false)),
          column("程序依据", "special_basis", "basis", LINE));

  static final SheetForm REVIEWS =
      entries(
          "审查层级",
          "review",
          "分几级审查的才写，一行一级；顺序相同的同时进行",
          column("层级标识", "review_id", "id", NAME, "小写英文，同一事项里不重复"),
          column("层级名称", "review_name", "name", NAME),
          column("审查部门", "review_dept", "department", new Body(false), "不写就是承办部门"),
          column("审查顺序", "review_order", "order", new Whole("")));

  static final SheetForm FEES =
      entries(
          "收费",
          "fees",
          "不收费的事项在收费项目里写“（无）”",
          column("收费项目", "fee_name", "name", NAME),
          column("收费标准", "fee_standard", "amount", new Money()),
          column("计费单位", "fee_unit", "unit", NAME),
          column("收费依据", "fee_basis", "basis", LINE),
          column("减免规定", "is_permit_reduce", "reduction", PARAGRAPH),
          RULE,
          RULE_WORDS);

  static final SheetForm FACE =
      entries(
          "证照照面",
          "result.certificate.face",
          "电子证照上的项目，一行一个",
          column("照面项目", "face_label", "label", NAME),
          column("取自表单", "face_from", "from", NAME, "表单字段，或者 applicant.name、applicant.id"),
          column("固定内容", "face_value", "value", LINE));

  static final SheetForm INTERMEDIARIES =
      entries(
          "中介服务",
          "intermediary",
          "一行一项",
          column("中介服务名称", "service_type", "name", NAME),
          column("中介服务类别", "intermediary_kind", "kind", NAME),
          column("中介服务依据", "intermediary_basis", "basis", LINE),
          column("中介服务说明", "intermediary_content", "note", PARAGRAPH));

  static final SheetForm RESPONSIBILITIES =
      entries(
          "责任事项",
          "responsibility",
          "受理、审查、决定、送达、事后监管责任，一行一项",
          column("责任内容", "responsibility", "text", PARAGRAPH),
          column("责任依据", "responsibility_basis", "basis", LINE));

  static final SheetForm QUESTIONS =
      entries(
          "常见问题",
          "faq",
          "至少三问，一行一问",
          column("问题", "question", "q", LINE),
          column("解答", "answer", "a", PARAGRAPH));

  static final SheetForm FORMS =
      new SheetForm(
          "情形与表单",
          Use.FRAGMENT,
          "",
          columns(
              ITEM,
              column("情形与表单（YAML）", "form_yaml", "", new Rule(), "表单定义，写法与事项文件相同；一格写不下时接着写在下一行")),
          "一行一个事项；同一事项的几行首尾相接");

  static final SheetForm SPREAD =
      entries(
          "认领范围",
          "claims",
          "哪些下级机构也办这个事项",
          column("认领层级", "claim_level", "level", new Word(CLAIM_LEVEL)),
          column("认领机构", "claim_bodies", "bodies", new Bodies()),
          column("认领方式", "claim_mode", "mode", new Word(MODE)),
          column("起始日期", "plan_effective_date", "since", new Day()),
          column("认领理由", "claim_reason", "reason", LINE),
          column("认领依据", "claim_basis", "basis", LINE),
          column("统一的差异（YAML）", "claim_set", "set", new Rule()));

  static final SheetForm CLAIMS =
      new SheetForm(
          "认领",
          Use.CLAIMS,
          "",
          columns(
              ITEM,
              column("认领的事项", "lead", "#lead", new Text(120), "上级事项的标识、实施编码或者基本编码"),
              column("实施主体", "dept_name", "#department", new Body(false)),
              column("认领方式", "claim_mode", "#mode", new Word(MODE)),
              column("起始日期", "plan_effective_date", "#since", new Day()),
              column("承诺办结时限", "promise_day", "promised_days", DAYS),
              column("时限说明", "promise_explain", "limits_note", PARAGRAPH),
              column("到现场次数", "limit_scene_num", "visits", new Whole("次")),
              column("必须现场原因", "limit_scene_explain", "visit_reason", LINE),
              column("网上办理深度", "online_handle_depth", "depth", new Word(DEPTH)),
              column("通办范围", "handle_area", "range", new Word(HANDLE_AREA)),
              column("四办", "four_handle", "four_ways", new Kind.Words(FOUR_WAYS)),
              column("减免的材料", "papers_dropped", "papers_dropped", SHORT_LIST, "材料标识"),
              column("可容缺的材料", "papers_deferrable", "papers_deferrable", SHORT_LIST, "材料标识"),
              column("办理地点", "transact_addr", "windows", new Places()),
              column("联办机构", "other_dept", "joint", new Body(true)),
              column("权力来源", "power_source", "power_source", new Word(POWER_SOURCE)),
              column("咨询电话", "consult_phone", "consult.phone", NAME),
              column("咨询时间", "consult_time", "consult.hours", LINE),
              column("网上咨询地址", "net_consult_way", "consult.url", LINE),
              column("监督投诉电话", "complain_phone", "complain.phone", NAME),
              column("监督投诉时间", "complain_time", "complain.hours", LINE),
              column("网上投诉地址", "net_complain_way", "complain.url", LINE),
              column("行政复议机关", "reconsider_dept", "rights.review.body", NAME),
              column("行政复议期限", "reconsider_day", "rights.review.days", new Whole("日")),
              column("行政复议依据", "reconsiderat", "rights.review.basis", LINE),
              column("行政诉讼法院", "litigation_dept", "rights.litigation.court", NAME),
              column("行政诉讼期限", "litigation_month", "rights.litigation.months", new Whole("个月")),
              column("行政诉讼依据", "litigation", "rights.litigation.basis", LINE),
              column("地方基本编码", "local_catalog_code", "local_codes.catalog", NAME),
              column("地方实施编码", "local_task_code", "local_codes.task", NAME),
              column("数量限制", "limit_explain", "quantity.text", LINE),
              column("数量限制依据", "amount_limit_desc", "quantity.basis", LINE),
              column("事项简述", "task_summary", "summary", LINE)),
          "一行一个认领单位：只写与上级事项不同的内容");

  /** In the order in which they stand in the workbook. */
  static final List<SheetForm> ALL =
      List.of(
          ITEMS,
          BASES,
          CONDITIONS,
          ROUTING,
          PAPERS,
          BLANKS,
          STEPS,
          SPECIALS,
          REVIEWS,
          FEES,
          FACE,
          INTERMEDIARIES,
          RESPONSIBILITIES,
          QUESTIONS,
          FORMS,
          SPREAD,
          CLAIMS);

  private Sheets() {}

  /** Place of a sheet in the workbook; -1 for anything else. */
  static int order(String name) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  static String modeWord(String mode) {
    return MODE.word(mode);
  }

  static boolean isMode(String mode) {
    return MODE.wordOf().containsKey(mode);
  }

  static String roleWord(String role) {
    return ROLE.word(role);
  }

  static Optional<SheetForm> find(String name) {
    String plain = name.strip();
    return ALL.stream().filter(sheet -> sheet.name().equals(plain)).findFirst();
  }

  private static SheetForm entries(String name, String list, String note, Element... columns) {
    var all = new ArrayList<Element>();
    all.add(ITEM);
    all.addAll(List.of(columns));
    return new SheetForm(name, Use.ENTRIES, list, List.copyOf(all), note);
  }

  private static List<Element> columns(Element... columns) {
    return List.of(columns);
  }

  private static Element column(String header, String key, String path, Kind kind) {
    return new Element(header, key, path, kind, "");
  }

  private static Element column(String header, String key, String path, Kind kind, String note) {
    return new Element(header, key, path, kind, note);
  }

  private static Choices choices(String... lines) {
    var wordOf = new LinkedHashMap<String, String>();
    var keyOf = new LinkedHashMap<String, String>();
    for (String line : lines) {
      String[] parts = line.split("\\|");
      wordOf.put(parts[0], parts[1]);
      for (String part : parts) {
        keyOf.put(part, parts[0]);
      }
    }
    return Choices.of(wordOf, keyOf);
  }

  private static Choices personThemes() {
    return coded(Words.themes(ServiceItem.Audience.PERSON));
  }

  private static Choices legalThemes() {
    return coded(Words.themes(ServiceItem.Audience.LEGAL));
  }

  /** Events whose words hold the sign that sets words apart are understood by their keys. */
  private static Choices lifeEvents() {
    var words = new LinkedHashMap<String, String>();
    Words.lifeEvents().forEach((key, word) -> words.put(key, word.replace("、", "或者")));
    return coded(words);
  }

  private static Choices coded(Map<String, String> words) {
    var keyOf = new LinkedHashMap<String, String>();
    words.forEach(
        (key, word) -> {
          keyOf.put(word, key);
          keyOf.put(key, key);
        });
    return Choices.of(new LinkedHashMap<>(words), keyOf);
  }
}
