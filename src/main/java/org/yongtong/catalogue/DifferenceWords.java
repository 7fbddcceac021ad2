// long: one table of words for every element of items and powers
package org.yongtong.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words for the elements of items and powers and for their coded values. */
final class DifferenceWords {

  /** Keys that say nothing to a reader. */
  static final Set<String> SILENT = Set.of("schema", "sample", "id", "level", "department", "open");

  /** Rules of the form engine, which are not shown as such. */
  static final Set<String> RULES = Set.of("when", "visible", "valid", "prefill");

  /** What tells the entries of a list apart. */
  private static final Map<String, List<String>> IDENTITY =
      Map.ofEntries(
          Map.entry("papers", List.of("id")),
          Map.entry("sections", List.of("id")),
          Map.entry("fields", List.of("id")),
          Map.entry("steps", List.of("id", "name")),
          Map.entry("fees", List.of("name")),
          Map.entry("bases", List.of("law", "article")),
          Map.entry("faq", List.of("q")),
          Map.entry("special", List.of("name")),
          Map.entry("review", List.of("name")),
          Map.entry("intermediary", List.of("name")),
          Map.entry("grades", List.of("grade")),
          Map.entry("face", List.of("label")),
          Map.entry("lines", List.of("label")),
          Map.entry("claims", List.of("level", "mode")),
          Map.entry("conditions", List.of("text")),
          Map.entry("routing", List.of("department")),
          Map.entry("responsibility", List.of("text")),
          Map.entry("accountability", List.of("text")));

  /** Lists whose entries have no identity but their text: a changed text is no new entry. */
  static final Set<String> BY_TEXT = Set.of("conditions", "responsibility", "accountability");

  private static final Map<String, String> ELEMENTS = new HashMap<>(Words.elements());
  private static final Map<String, Map<String, String>> VALUES = new HashMap<>();

  /** When a condition, a fee, a step or a department applies; of a paper, when it is needed. */
  private static final String APPLIES = "适用情形";

  /** Keys that mean something else inside another element than at the top. */
  private static final Map<String, String> INSIDE =
      Map.of("name", "名称", "kind", "类型", "form", "形式", "range", "幅度", "sample", "合格样子");

  static {
    put(
        ELEMENTS,
        "legal_days",
        "法定时限",
        "legal_basis",
        "法定时限依据",
        "note",
        "说明",
        "days",
        "天数",
        "unit",
        "单位",
        "basis",
        "依据",
        "text",
        "内容",
        "law",
        "法律名称",
        "number",
        "文号",
        "article",
        "条款",
        "duty",
        "职责",
        "role",
        "办理角色",
        "required",
        "必要性",
        "when",
        "提交情形",
        "when_words",
        "提交情形",
        "originals",
        "原件份数",
        "copies",
        "复印件份数",
        "source",
        "来源渠道",
        "issuer",
        "出具单位",
        "form",
        "申请表",
        "format",
        "规格",
        "pages",
        "页数",
        "accept",
        "受理标准",
        "sample",
        "合格样子",
        "blank",
        "空白表",
        "held",
        "共享来源",
        "defer",
        "容缺后补",
        "missed",
        "逾期未补的后果",
        "before",
        "最迟补齐的时候",
        "commit",
        "告知承诺替代",
        "way",
        "方式",
        "sections",
        "申请表",
        "fields",
        "填写项",
        "label",
        "名称",
        "title",
        "标题",
        "hint",
        "填写提示",
        "placeholder",
        "填写示例",
        "options",
        "选项",
        "guide",
        "情形引导",
        "min",
        "最少",
        "max",
        "最多",
        "min_value",
        "最小值",
        "max_value",
        "最大值",
        "message",
        "提示语",
        "visible",
        "出现条件",
        "valid",
        "填写要求",
        "prefill",
        "自动带出",
        "amount",
        "标准",
        "reduction",
        "减免",
        "q",
        "问题",
        "a",
        "答复",
        "phone",
        "电话",
        "hours",
        "时间",
        "url",
        "网址",
        "review",
        "行政复议",
        "litigation",
        "行政诉讼",
        "body",
        "机关",
        "court",
        "法院",
        "months",
        "期限",
        "certificate",
        "电子证照",
        "type",
        "类型",
        "validity_years",
        "有效期",
        "number_prefix",
        "编号前缀",
        "face",
        "照面",
        "from",
        "取自",
        "value",
        "固定内容",
        "scope",
        "适用范围",
        "consequence",
        "违诺后果",
        "check_days",
        "核查期限",
        "catalog",
        "目录编码",
        "task",
        "实施编码",
        "person",
        "个人主题",
        "legal",
        "法人主题",
        "claims",
        "下级办理单位",
        "bodies",
        "办理单位",
        "mode",
        "取得方式",
        "since",
        "起始日期",
        "reason",
        "原因",
        "set",
        "下级的规定",
        "levels",
        "行使层级",
        "accountability",
        "追责情形",
        "discretion",
        "裁量基准",
        "grades",
        "裁量档次",
        "grade",
        "档次",
        "situation",
        "情形",
        "measure",
        "措施",
        "punishment",
        "处罚",
        "act",
        "违法行为",
        "kinds",
        "处罚种类",
        "range",
        "通办范围",
        "levy",
        "征收",
        "item",
        "征收项目",
        "standard",
        "征收标准",
        "check",
        "检查",
        "frequency",
        "频次",
        "items",
        "检查内容",
        "next",
        "下一环节",
        "lines",
        "表格内容");
    VALUES.put("kind", enums(ServiceItem.Kind.values(), ServiceItem.Kind::word));
    VALUES.get("kind").putAll(enums(PowerItem.Kind.values(), PowerItem.Kind::word));
    put(
        VALUES.get("kind"),
        "certificate",
        "证照",
        "approval",
        "批文",
        "none",
        "无",
        "original",
        "原件",
        "copy",
        "复印件",
        "both",
        "原件和复印件",
        "hearing",
        "听证",
        "inspection",
        "检验",
        "testing",
        "检测",
        "quarantine",
        "检疫",
        "appraisal",
        "鉴定",
        "expert_review",
        "专家评审",
        "public_notice",
        "公示",
        "tender",
        "招标",
        "auction",
        "拍卖",
        "text",
        "文字",
        "textarea",
        "多行文字",
        "integer",
        "整数",
        "decimal",
        "小数",
        "money",
        "金额",
        "date",
        "日期",
        "choice",
        "单选",
        "choices",
        "多选",
        "yes_no",
        "是否",
        "declaration",
        "声明",
        "repeat",
        "多行",
        "person",
        "人员",
        "company",
        "单位",
        "address",
        "地址",
        "bank_account",
        "银行账户",
        "phone",
        "电话",
        "email",
        "电子邮箱",
        "citizen_number",
        "公民身份号码",
        "credit_code",
        "统一社会信用代码",
        "paper",
        "材料",
        "note",
        "说明");
    VALUES.put("handling", enums(ServiceItem.Handling.values(), ServiceItem.Handling::word));
    VALUES.put("objects", enums(ServiceItem.Audience.values(), ServiceItem.Audience::word));
    VALUES.put("depth", enums(ServiceItem.Depth.values(), ServiceItem.Depth::word));
    VALUES.put("required", enums(ServiceItem.Need.values(), ServiceItem.Need::word));
    VALUES.put("missed", enums(ServiceItem.OnMissed.values(), ServiceItem.OnMissed::word));
    VALUES.put("before", enums(ServiceItem.Before.values(), ServiceItem.Before::word));
    VALUES.put("mode", enums(Mode.values(), Mode::word));
    VALUES.put("level", enums(Level.values(), Level::word));
    VALUES.put("levels", enums(Level.values(), Level::word));
    value("role", "window", "窗口", "reviewer", "审查人", "decider", "决定人");
    value("form", "paper", "纸质", "electronic", "电子", "either", "电子、纸质均可");
    value("source", "applicant", "申请人自备", "government", "政府部门核发", "other", "其他机构出具");
    value(
        "range",
        "nationwide",
        "全国通办",
        "cross_province",
        "跨省通办",
        "cross_city",
        "跨市通办",
        "cross_county",
        "跨县通办");
    value("four_ways", "at_once", "马上办", "online", "网上办", "nearby", "就近办", "one_visit", "一次办");
    value(
        "power_source",
        "statutory",
        "法定本级行使",
        "delegated",
        "上级下放",
        "authorised_up",
        "上级授权",
        "authorised_peer",
        "同级授权",
        "entrusted_up",
        "上级委托",
        "entrusted_peer",
        "同级委托");
    value("unit", "calendar", "日", "working", "个工作日");
    value("bodies", "all", "全部");
    VALUES.put("life_events", Words.lifeEvents());
    VALUES.put("person", Words.themes(ServiceItem.Audience.PERSON));
    VALUES.put("legal", Words.themes(ServiceItem.Audience.LEGAL));
  }

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("legal_days", " 个工作日"),
          Map.entry("promised_days", " 个工作日"),
          Map.entry("check_days", " 个工作日"),
          Map.entry("visits", " 次"),
          Map.entry("originals", " 份"),
          Map.entry("copies", " 份"),
          Map.entry("pages", " 页"),
          Map.entry("months", " 个月"),
          Map.entry("validity_years", " 年"));

  private DifferenceWords() {}

  static String element(String key) {
    return ELEMENTS.getOrDefault(key, key);
  }

  /**
   * @param place in which the element stands; empty at the top
   */
  static String element(String place, String key) {
    if (key.startsWith("when") && !place.startsWith(element("papers"))) {
      return APPLIES;
    }
    return place.isEmpty() ? element(key) : INSIDE.getOrDefault(key, element(key));
  }

  /** A plain value as it is read on screens. */
  static String value(String key, Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "是" : "否";
    }
    if (value instanceof Number) {
      return value + UNITS.getOrDefault(key, "");
    }
    String text = String.valueOf(value);
    return VALUES.getOrDefault(key, Map.of()).getOrDefault(text, text);
  }

  /** What tells this entry of a list from the others; null when nothing does. */
  static @Nullable String identity(String list, Map<?, ?> entry) {
    List<String> keys = IDENTITY.get(list);
    if (keys == null) {
      return null;
    }
    String identity =
        keys.stream()
            .map(entry::get)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    return identity.isEmpty() ? null : identity;
  }

  /** An entry of a list by its name: {@code 申请材料“营业执照”}. */
  static String entry(String list, Map<?, ?> entry) {
    return switch (list) {
      case "bases" -> "设定依据《" + entry.get("law") + "》" + entry.get("article");
      case "claims" ->
          "%s办理单位（%s）"
              .formatted(
                  value("level", Objects.requireNonNullElse(entry.get("level"), "")),
                  value("mode", Objects.requireNonNullElse(entry.get("mode"), "")));
      case "sections" -> "申请表“" + name(entry) + "”";
      case "routing" -> "%s（%s）".formatted(element(list), clause(entry));
      case "conditions", "responsibility", "accountability" -> element(list);
      default -> element(list) + "“" + name(entry) + "”";
    };
  }

  /** What an entry says, in short, when it was added or removed as a whole. */
  static String summary(String list, Map<?, ?> entry) {
    Object text = entry.get("text");
    return switch (list) {
      case "bases", "conditions", "responsibility", "accountability" -> String.valueOf(text);
      case "faq" -> String.valueOf(entry.get("a"));
      case "fees" -> entry.get("amount") + " " + entry.get("unit");
      case "steps" ->
          entry.get("duty") + (entry.get("days") == null ? "" : "（" + entry.get("days") + " 日）");
      case "routing" -> clause(entry);
      default -> name(entry);
    };
  }

  private static String clause(Map<?, ?> route) {
    Object words = route.get("when_words");
    return String.valueOf(words == null ? route.get("when") : words);
  }

  private static String name(Map<?, ?> entry) {
    for (String key : List.of("name", "label", "title", "q", "grade", "text")) {
      if (entry.get(key) != null) {
        return String.valueOf(entry.get(key));
      }
    }
    return "";
  }

  private static void value(String key, String... pairs) {
    var words = new HashMap<String, String>();
    put(words, pairs);
    VALUES.put(key, words);
  }

  private static void put(Map<String, String> map, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
  }

  private static <E extends Enum<E>> Map<String, String> enums(
      E[] values, Function<E, String> word) {
    var words = new HashMap<String, String>();
    for (E value : values) {
      words.put(value.name().toLowerCase(Locale.ROOT), word.apply(value));
    }
    return words;
  }
}
