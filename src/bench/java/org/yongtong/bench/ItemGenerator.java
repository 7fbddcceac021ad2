// long: pools of words, read like the lists that they are
package org.yongtong.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.yongtong.directory.Department;

/**
 * Plausible implementation items for benchmarks: leads of the city's departments and what lower
 * bodies that claim them do differently. The same seed and number always give the same item;
 * nothing here is a real item of any city.
 */
public final class ItemGenerator {

  private static final List<String> OBJECTS =
      List.of(
          "餐饮服务", "烟花爆竹零售", "道路货物运输", "城市道路占用", "城市道路挖掘", "建筑垃圾处置", "户外广告设置", "公共场所卫生", "医疗机构执业",
          "护士执业", "药品零售", "医疗器械经营", "饲料生产", "种子经营", "动物诊疗", "林木采伐", "取水", "河道采砂", "水利工程建设", "排水",
          "燃气经营", "瓶装燃气供应", "物业服务", "房地产开发", "商品房预售", "建筑施工", "工程监理", "消防设施检测", "危险化学品经营", "特种设备使用",
          "计量器具型式", "广告发布", "印刷经营", "出版物零售", "电影放映", "歌舞娱乐场所", "互联网上网服务", "旅行社", "文物拍卖", "体育场馆经营",
          "校外培训", "民办幼儿园", "教师资格", "人力资源服务", "劳务派遣", "职业技能培训", "养老机构", "社会团体", "慈善募捐", "公墓建设",
          "残疾人就业", "高龄津贴", "临时救助", "医疗救助", "廉租住房", "公积金提取", "社会保险登记", "工伤认定", "退役军人安置", "法律援助");
  private static final List<String> ACTS =
      List.of("许可", "审批", "备案", "登记", "核准", "资格认定", "补贴申领", "年度报告", "变更核定", "注销办理");
  private static final List<String> QUALITIES =
      List.of("小型", "中型", "大型", "临时", "季节性", "连锁", "农村", "园区内", "跨区域", "首次", "夜间", "网络");
  private static final List<String> LAWS =
      List.of(
          "中华人民共和国行政许可法",
          "中华人民共和国食品安全法",
          "中华人民共和国城乡规划法",
          "中华人民共和国建筑法",
          "中华人民共和国消防法",
          "中华人民共和国安全生产法",
          "中华人民共和国道路运输条例",
          "中华人民共和国水法",
          "中华人民共和国森林法",
          "中华人民共和国药品管理法",
          "中华人民共和国社会保险法",
          "中华人民共和国老年人权益保障法",
          "城市道路管理条例",
          "城镇排水与污水处理条例",
          "物业管理条例",
          "公共场所卫生管理条例",
          "医疗机构管理条例",
          "娱乐场所管理条例",
          "印刷业管理条例",
          "劳动保障监察条例");
  private static final List<String> CONDITIONS =
      List.of(
          "申请人具有完全民事行为能力，在本市有固定的经营或者办公场所，场所面积不少于 %d 平方米",
          "有与从事的%s活动相适应的专业技术人员，持有在有效期内的资格证书，人数不少于 %d 人",
          "有健全的%s安全管理制度和突发事件应急预案，每年至少演练 %d 次",
          "近 %d 年内没有因违反%s管理规定受到行政处罚的记录",
          "场所布局符合%s专项规划，与学校、医院的距离不少于 %d 米",
          "配备与%s规模相适应的设施设备，并经检验合格，数量不少于 %d 台（套）");
  private static final List<String> PAPERS =
      List.of(
          "申请表",
          "法定代表人身份证明",
          "经营场所使用证明",
          "平面布局图",
          "设备设施清单",
          "从业人员名册",
          "安全管理制度目录",
          "应急预案",
          "检验报告",
          "技术人员资格证书",
          "承诺书",
          "验资报告",
          "环境影响登记表",
          "消防验收意见",
          "规划许可文件",
          "委托书",
          "原许可证件",
          "公司章程",
          "项目建议书",
          "财务报表",
          "健康证明",
          "场地照片",
          "监测数据",
          "合同文本");
  private static final List<String> ISSUERS =
      List.of("申请人", "市场监督管理部门", "公安机关", "自然资源部门", "具有资质的检验机构", "会计师事务所", "住房城乡建设部门");
  private static final List<String> KINDS =
      List.of("permit", "confirmation", "benefit", "reward", "other", "service");
  private static final List<String> KIND_CODES = List.of("01", "07", "05", "08", "10", "20");
  private static final List<String> PERSON = List.of("030", "040", "050", "075", "085", "145");
  private static final List<String> LEGAL = List.of("005", "010", "015", "030", "085", "145");

  private final long seed;
  private final List<Department> leaders;
  private final List<Department> claimants;

  /** What a lower body does differently with a lead's item. */
  public record Claim(String lead, String department, Map<String, Object> own) {}

  /**
   * @param departments of the whole city; those of the city's own level lead, the lower ones claim
   */
  public ItemGenerator(long seed, List<Department> departments) {
    this.seed = seed;
    Set<String> digits = new LinkedHashSet<>();
    this.leaders =
        departments.stream()
            .filter(each -> each.division().endsWith("00000000"))
            .filter(each -> digits.add(each.itemDigits()))
            .toList();
    this.claimants =
        departments.stream().filter(each -> !each.division().endsWith("00000000")).toList();
  }

  public static String leadId(int number) {
    return "generated-%05d".formatted(number);
  }

  private SplittableRandom random(int number) {
    return new SplittableRandom(seed * 1_000_003L + number);
  }

  /** The number-th lead, complete. */
  public Map<String, Object> lead(int number) {
    SplittableRandom random = random(number);
    Department department = leaders.get(number % leaders.size());
    int kind = number / leaders.size() % KINDS.size();
    int main = 300 + number / (leaders.size() * KINDS.size());
    String object = pick(random, QUALITIES) + pick(random, OBJECTS);
    String name = "%s%s（第%d类）".formatted(object, pick(random, ACTS), number % 97 + 1);
    int legal = 10 + random.nextInt(20);
    int promised = 4 + random.nextInt(legal - 4);
    boolean company = random.nextInt(3) > 0;
    var item = new LinkedHashMap<String, Object>();
    item.put("schema", 1);
    item.put("sample", true);
    item.put("id", leadId(number));
    item.put("name", name);
    item.put("aliases", aliases(random, object));
    item.put("summary", "在本市从事%s活动的单位和个人，应当在开展活动前办理本事项，示例编号 %d。".formatted(object, number));
    item.put("kind", KINDS.get(kind));
    item.put("handling", "committed");
    item.put("objects", company ? List.of("legal") : List.of("person", "legal"));
    item.put("department", department.key());
    item.put(
        "base_code",
        "45" + KIND_CODES.get(kind) + department.itemDigits() + "%03d000".formatted(main));
    item.put("level", "city");
    item.put(
        "themes",
        company
            ? Map.of("legal", List.of(pick(random, LEGAL)))
            : Map.of(
                "person", List.of(pick(random, PERSON)), "legal", List.of(pick(random, LEGAL))));
    item.put("bases", bases(random, object));
    item.put("conditions", conditions(random, object));
    item.put(
        "limits",
        Map.of(
            "legal_days",
            legal,
            "promised_days",
            promised,
            "legal_basis",
            "《%s》第%d条".formatted(pick(random, LAWS), 10 + random.nextInt(60)),
            "note",
            "自受理之日起算；检验、检测、鉴定和专家评审的时间不计入，听证另行书面告知，第 %d 号示例。".formatted(number)));
    item.put("visits", 0);
    item.put("depth", "full");
    item.put("result", result(random, object, number));
    item.put("fees", fees(random, object));
    item.put("steps", steps(promised));
    item.put("windows", List.of("civic-centre"));
    item.put("consult", Map.of("phone", "12345", "hours", "工作日 9：00—12：00，13：00—17：00"));
    item.put("complain", Map.of("phone", "12345"));
    item.put("rights", rights());
    item.put("faq", faq(random, object));
    item.put("responsibility", responsibilities(object));
    item.put("papers", papers(random, object));
    item.put("form", form(random, object));
    return item;
  }

  private static List<String> aliases(SplittableRandom random, String object) {
    var aliases = new LinkedHashSet<String>();
    aliases.add("办" + object);
    aliases.add(object + "怎么办");
    aliases.add(object + "手续");
    while (aliases.size() < 6 + random.nextInt(3)) {
      aliases.add(object + "证" + random.nextInt(1000));
    }
    return List.copyOf(aliases);
  }

  private static List<Object> bases(SplittableRandom random, String object) {
    var bases = new ArrayList<Object>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      bases.add(
          Map.of(
              "law", pick(random, LAWS),
              "number", "中华人民共和国主席令第%d号".formatted(10 + random.nextInt(90)),
              "article", "第%d条第%d款".formatted(5 + random.nextInt(80), 1 + random.nextInt(3)),
              "text",
                  "从事%s活动应当具备国家规定的条件，依照规定的程序向%d级主管部门提出申请，经审查符合条件的予以办理，并接受监督检查。"
                      .formatted(object, 2 + random.nextInt(3))));
    }
    return bases;
  }

  private static List<Object> conditions(SplittableRandom random, String object) {
    var conditions = new ArrayList<Object>();
    for (int i = 0; i < 3 + random.nextInt(3); i++) {
      String form = CONDITIONS.get(i);
      int number = 2 + random.nextInt(200);
      String text =
          form.indexOf("%s") < 0
              ? form.formatted(number)
              : form.indexOf("%s") < form.indexOf("%d")
                  ? form.formatted(object, number)
                  : form.formatted(number, object);
      conditions.add(
          Map.of(
              "text",
              text + "。",
              "basis",
              "《%s》第%d条".formatted(pick(random, LAWS), 5 + random.nextInt(80))));
    }
    return conditions;
  }

  private static Map<String, Object> result(SplittableRandom random, String object, int number) {
    if (random.nextInt(4) == 0) {
      return Map.of("kind", "none", "name", "办理结果通知");
    }
    return Map.of(
        "kind",
        "certificate",
        "name",
        object + "许可证",
        "certificate",
        Map.of(
            "type",
            "GENERATED_" + number,
            "validity_years",
            1 + random.nextInt(5),
            "number_prefix",
            "GEN",
            "face",
            List.of(
                Map.of("label", "名称", "from", "applicant.name"),
                Map.of("label", "地址", "from", "place.full"),
                Map.of("label", "范围", "from", "scope"))));
  }

  private static List<Object> fees(SplittableRandom random, String object) {
    return random.nextInt(4) > 0
        ? List.of()
        : List.of(
            Map.of(
                "name",
                object + "证照工本费",
                "amount",
                "%d.00".formatted(5 + random.nextInt(200)),
                "unit",
                "本",
                "basis",
                "《%s》第%d条".formatted(pick(random, LAWS), 5 + random.nextInt(80))));
  }

  private static List<Object> steps(int promised) {
    return List.of(
        step("受理", "window", 1, "核对申请信息和材料，符合形式的当日受理，不齐的一次告知补正内容"),
        step("审查", "reviewer", Math.max(1, promised - 3), "审查材料，需要时由两名以上人员现场核查并做记录"),
        step("决定", "decider", 1, "根据审查结果作出决定，不予办理的书面说明理由"),
        step("送达", "window", 1, "生成电子结果并通知申请人"));
  }

  private static Map<String, Object> step(String name, String role, int days, String duty) {
    return Map.of("name", name, "role", role, "days", days, "duty", duty);
  }

  private static Map<String, Object> rights() {
    return Map.of(
        "review",
        Map.of("body", "南宁市人民政府", "days", 60, "basis", "《中华人民共和国行政复议法》第二十条"),
        "litigation",
        Map.of("court", "有管辖权的人民法院", "months", 6, "basis", "《中华人民共和国行政诉讼法》第四十六条"));
  }

  private static List<Object> faq(SplittableRandom random, String object) {
    var faq = new ArrayList<Object>();
    for (int i = 0; i < 3 + random.nextInt(3); i++) {
      faq.add(
          Map.of(
              "q", "办理%s第 %d 种情形要注意什么？".formatted(object, i + 1),
              "a",
                  "先确认场所和人员符合条件，再准备材料；第 %d 种情形一般在 %d 个工作日内办完，缺项会一次告知，不用反复跑。"
                      .formatted(i + 1, 2 + random.nextInt(20))));
    }
    return faq;
  }

  private static List<Object> responsibilities(String object) {
    return List.of(
        Map.of("text", "受理责任：公示%s的条件、程序和期限，一次告知补正内容。".formatted(object)),
        Map.of("text", "审查责任：对%s申请进行书面审查，必要时现场核查。".formatted(object)),
        Map.of("text", "决定责任：对%s申请作出决定并说明理由。".formatted(object)));
  }

  private static List<Object> papers(SplittableRandom random, String object) {
    var papers = new ArrayList<Object>();
    int count = 4 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      String name = PAPERS.get((random.nextInt(PAPERS.size()) / count * count + i) % PAPERS.size());
      var paper = new LinkedHashMap<String, Object>();
      boolean own = i < 2;
      paper.put("id", "paper_%d".formatted(i + 1));
      paper.put("name", "%s（%s）".formatted(name, object));
      paper.put("required", i == 3 ? "when" : "must");
      if (i == 3) {
        paper.put("when", "uses_agent && people > %d".formatted(random.nextInt(50)));
        paper.put("when_words", "委托他人办理，且从业人员较多的");
      }
      paper.put("kind", own ? "original" : "copy");
      paper.put("form", "either");
      paper.put("originals", own ? 1 : 0);
      paper.put("copies", own ? 0 : 1);
      paper.put("source", own ? "applicant" : "government");
      paper.put("issuer", own ? "申请人" : pick(random, ISSUERS));
      paper.put("basis", "《%s》第%d条".formatted(pick(random, LAWS), 5 + random.nextInt(80)));
      paper.put("note", "写明%s的名称、数量和所在位置，共 %d 项，字迹清楚。".formatted(object, 2 + random.nextInt(20)));
      paper.put("sample", "一页 A4，内容完整，日期在 %d 个月以内。".formatted(1 + random.nextInt(11)));
      if (own) {
        paper.put(
            "blank",
            Map.of(
                "title",
                name,
                "lines",
                List.of(
                    Map.of("label", "名称", "sample", object),
                    Map.of("label", "数量", "sample", "%d 项".formatted(1 + random.nextInt(9))),
                    Map.of("label", "负责人", "sample", "韦小兰"))));
      }
      papers.add(paper);
    }
    return papers;
  }

  private static Map<String, Object> form(SplittableRandom random, String object) {
    var fields = new ArrayList<Object>();
    fields.add(
        Map.of(
            "id",
            "scope",
            "label",
            object + "范围",
            "kind",
            "choice",
            "required",
            true,
            "guide",
            true,
            "options",
            List.of(object + "一类", object + "二类", object + "三类")));
    fields.add(Map.of("id", "uses_agent", "label", "是否委托代理人", "kind", "yes_no", "required", true));
    fields.add(
        Map.of(
            "id",
            "agent",
            "label",
            "代理人姓名",
            "kind",
            "text",
            "required",
            "uses_agent",
            "visible",
            "uses_agent",
            "max",
            30));
    fields.add(Map.of("id", "place", "label", "场所地址", "kind", "address", "required", true));
    fields.add(
        Map.of(
            "id",
            "people",
            "label",
            "从业人员数",
            "kind",
            "integer",
            "required",
            true,
            "min_value",
            1,
            "max_value",
            5000,
            "unit",
            "人"));
    for (int i = 0; i < random.nextInt(8); i++) {
      fields.add(
          i % 2 == 0
              ? Map.of(
                  "id",
                  "size_" + i,
                  "label",
                  "%s第%d处面积".formatted(object, i + 1),
                  "kind",
                  "decimal",
                  "required",
                  false,
                  "min_value",
                  1,
                  "max_value",
                  100000,
                  "unit",
                  "平方米",
                  "visible",
                  "scope == '%s一类'".formatted(object))
              : Map.of(
                  "id",
                  "note_" + i,
                  "label",
                  "%s第%d处说明".formatted(object, i + 1),
                  "kind",
                  "text",
                  "required",
                  false,
                  "max",
                  100));
    }
    return Map.of(
        "sections",
        List.of(
            Map.of("id", "basics", "title", "基本情况", "fields", fields),
            Map.of(
                "id",
                "statement",
                "title",
                "申请人声明",
                "fields",
                List.of(
                    Map.of(
                        "id",
                        "promise",
                        "label",
                        "对所填内容和所提交材料的真实性负责",
                        "kind",
                        "declaration",
                        "required",
                        true)))));
  }

  /**
   * Claims of the first leads by lower bodies, spread evenly.
   *
   * @param count of claims in all
   */
  public List<Claim> claims(int from, int count) {
    var claims = new ArrayList<Claim>();
    for (int i = from; i < from + count; i++) {
      SplittableRandom random = random(-1 - i);
      Department department = claimants.get(i % claimants.size());
      var own = new LinkedHashMap<String, Object>();
      if (random.nextInt(2) == 0) {
        own.put("limits_note", "在%s窗口收件的，当日转送；示例 %d。".formatted(department.shortName(), i));
      }
      if (random.nextInt(3) == 0) {
        own.put("promised_days", 3);
      }
      claims.add(new Claim(leadId(i / claimants.size()), department.key(), own));
    }
    return claims;
  }

  private static String pick(SplittableRandom random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
