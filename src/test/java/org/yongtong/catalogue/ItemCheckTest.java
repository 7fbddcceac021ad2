package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.yongtong.form.Forms;

/** Every rule on a file that is right but for one place. */
class ItemCheckTest {

  private static final Path PACK = Path.of("city/nanning");
  private static final String FILE = "food-business-licence.yaml";

  private static AnnotationConfigApplicationContext context;
  private static Forms forms;
  private static Organisation organisation;
  private static String right;

  @BeforeAll
  static void read() throws IOException {
    context = ItemsTool.forms();
    forms = context.getBean(Forms.class);
    organisation = Organisation.read(PACK.resolve("departments.yaml"), PACK.resolve("places.yaml"));
    right = Files.readString(PACK.resolve("items").resolve(FILE));
  }

  @AfterAll
  static void close() {
    context.close();
  }

  /** What stands in the file, what is put there instead, what is said about that line. */
  static Stream<Arguments> faults() {
    return Stream.of(
        fault("visits: 0", "visit: 0", "不认识的键 visit"),
        fault("visits: 0", "visits: 0\nvisits: 1", "键 visits 写了两次", 1),
        fault("visits: 0", "visits: 无", "visits 应当是整数，现在是“无”"),
        fault("visits: 0", "visits: ~", "visits 没有内容"),
        fault("sample: true", "sample: yes", "yes 会被当作真假值"),
        fault("kind: permit", "kind: licence", "kind 不能是“licence”，可以用："),
        fault("handling: committed", "handling: later", "handling 不能是“later”"),
        fault("objects: [legal]", "objects: [company]", "objects[0] 不能是“company”"),
        fault("base_code: \"000131001000\"", "base_code: 000131001000", "编码请加引号"),
        fault("base_code: \"000131001000\"", "base_code: \"0001310010\"", "base_code 应当是12 位数字"),
        fault("\"000131001000\"", "\"110131001000\"", "前两位应当是 00（全国）或者 45（广西），现在是 11"),
        fault("\"000131001000\"", "\"000531001000\"", "第 3、4 位应当是行政许可的 01，现在是 05"),
        fault("\"000131001000\"", "\"000123001000\"", "第 5、6 位应当是部门代码 31，现在是 23"),
        fault("department: market_regulation", "department: nobody", "没有部门 nobody"),
        fault("legal: [\"010\"]", "legal: [\"080\"]", "法人主题没有编码 080"),
        fault("life_events: [open-shop]", "life_events: [shop]", "life_events[0] 不能是“shop”"),
        fault("promised_days: 8", "promised_days: 11", "承诺时限 11 个工作日超过法定时限 10 个工作日"),
        fault("role: decider", "role: mayor", "steps[2].role 不能是“mayor”"),
        fault("district-450102,", "district-450199,", "没有办事地点 district-450199"),
        fault("type: FOOD_BUSINESS_LICENCE", "type: food", "应当是大写英文单词"),
        fault("from: place.full}", "from: place}", "照面来源 place：要写明 place 的分项"),
        fault("from: business_kind}", "from: trade}", "表单没有字段 trade"),
        fault("consult: {phone: \"12345\"", "consult: {phone: \"0771-5530000\"", "示例号码"),
        fault("required: must", "required: maybe", "papers[0].required 不能是“maybe”"),
        fault("when: \"uses_vending\"", "when: \"uses_vendin\"", "没有名为“uses_vendin”的字段"),
        fault("when: \"uses_vending\"", "when: \"business_kind\"", "此处应当得出"),
        fault("name: 经营场所平面布局图", "name: 平面图等材料", "兜底说法“等材料”"),
        fault("kind: decimal, required: true", "kind: number, required: true", "没有“number”这种字段"),
        fault("\"kitchen_area <= area\"", "\"kitchen_area <= shop_name\"", "不能用于"),
        review("{id: a, name: 初审, order: 1}", "至少"),
        review("{id: a, name: 初审, order: 1}, {id: b, name: 复审, order: 3}", "从 1 开始，逐个相连"),
        review("{id: a, name: 初审, order: 1}, {id: a, name: 复审, order: 2}", "写了两次"),
        review(
            "{id: a, name: 初审, order: 1}, {id: b, name: 复审, order: 2, department: nobody}",
            "没有部门 nobody"),
        review(
            "{id: a, name: 初审, order: 1}, {id: b, name: 复审, order: 2, department: approval-450103}",
            "不在同一行政区划"));
  }

  private static Arguments review(String levels, String said) {
    return fault("visits: 0", "review: [" + levels + "]\nvisits: 0", said);
  }

  private static Arguments fault(String here, String instead, String said) {
    return fault(here, instead, said, 0);
  }

  private static Arguments fault(String here, String instead, String said, int below) {
    return Arguments.of(here, instead, said, below);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsReportedAtItsLine(String here, String instead, String said, int below) {
    assertThat(right).contains(here);
    int at = right.indexOf(here);
    String wrong = right.substring(0, at) + instead + right.substring(at + here.length());
    int line = (int) right.substring(0, at).chars().filter(c -> c == '\n').count() + 1 + below;
    assertThat(check(FILE, wrong))
        .anySatisfy(
            defect -> {
              assertThat(defect.message()).contains(said);
              assertThat(defect.line()).isEqualTo(line);
            })
        .allMatch(defect -> defect.file().equals(FILE));
  }

  @Test
  void rulesOfConditionsFeesStepsAndRoutingAreCheckedAtTheirPlace() {
    String wrong =
        right
            .replace(
                "第三十三条第一款第三项}\n  - {text: 设备布局",
                "第三十三条第一款第三项, when: \"storag == 'x'\"}\n  - {text: 设备布局")
            .replace(
                "fees: []",
                "fees:\n  - {name: 工本费, amount: \"5.00\", unit: 元/证, basis: 试验, when: area}\n"
                    + "routing:\n  - {department: nobody, when: uses_vending}\n"
                    + "  - {department: approval-450102, when: uses_vending}\n"
                    + "  - {department: market_regulation, when: uses_vending}");
    assertThat(check(FILE, wrong))
        .extracting(Defect::message)
        .anyMatch(said -> said.contains("conditions[3].when：") && said.contains("storag"))
        .anyMatch(said -> said.contains("fees[0].when："))
        .contains("没有部门 nobody", "承办部门 approval-450102 与实施主体不在同一行政区划")
        .anyMatch(said -> said.startsWith("承办部门 market_regulation 就是实施主体"));
  }

  @Test
  void waysThatExcludeEachOtherAreNotAddedUp() {
    String review = "role: reviewer, days: 5, duty: 审查材料，需要时由两名以上核查人员到经营场所现场核查并做记录}";
    String either =
        right.replace(
            review,
            "role: reviewer, days: 1, duty: 审查材料}\n"
                + "  - {name: 核查, role: reviewer, days: 4, duty: 核查, when: \"business_kind =="
                + " '餐饮服务经营者'\"}\n"
                + "  - {name: 核对, role: reviewer, days: 3, duty: 核对, when: \"business_kind !="
                + " '餐饮服务经营者'\"}");
    assertThat(either).isNotEqualTo(right);
    assertThat(check(FILE, either)).isEmpty();
    assertThat(
            check(
                FILE, either.replace("核对, role: reviewer, days: 3", "核对, role: reviewer, days: 5")))
        .singleElement()
        .matches(said -> said.message().equals("最长的情形下各环节共 9 个工作日，超过承诺时限 8 个工作日"));
  }

  @Test
  void aRoleIsNotFilledByAStepThatOnlySomeGoThrough() {
    String wrong =
        right.replace("days: 1, duty: 根据审查和核查结果", "days: 1, when: uses_vending, duty: 根据审查和核查结果");
    assertThat(wrong).isNotEqualTo(right);
    assertThat(check(FILE, wrong))
        .singleElement()
        .matches(said -> said.message().startsWith("环节里缺少角色 decider"));
  }

  @Test
  void wordsWithoutARuleAreAFault() {
    String wrong =
        right.replace(
            "fees: []",
            "fees:\n  - {name: 工本费, amount: \"5.00\", unit: 元/证, basis: 试验, when_words: 有些人}");
    assertThat(check(FILE, wrong))
        .singleElement()
        .matches(said -> said.message().contains("fees[0].when_words"));
  }

  @Test
  void theFileWithoutFaultIsAccepted() {
    assertThat(check(FILE, right)).isEmpty();
  }

  @Test
  void theStepsMayNotTakeLongerThanThePromise() {
    String wrong = right.replace("role: reviewer, days: 5", "role: reviewer, days: 6");
    assertThat(check(FILE, wrong))
        .singleElement()
        .matches(defect -> defect.message().equals("各环节共 9 个工作日，超过承诺时限 8 个工作日"));
  }

  @Test
  void noRoleMayBeMissing() {
    String wrong = right.replace("role: decider", "role: reviewer");
    assertThat(check(FILE, wrong))
        .singleElement()
        .matches(defect -> defect.message().equals("环节里缺少角色 decider"));
  }

  @Test
  void aMissingKeyIsNamed() {
    String wrong = right.replaceFirst("(?m)^depth: .*\n", "");
    assertThat(check(FILE, wrong)).singleElement().matches(d -> d.message().equals("缺少 depth"));
  }

  @Test
  void theFileBearsTheNameOfItsItem() {
    assertThat(check("other.yaml", right))
        .singleElement()
        .matches(defect -> defect.message().contains("文件名应当是 food-business-licence.yaml"));
  }

  @Test
  void brokenYamlIsReportedWithItsLine() {
    assertThat(check(FILE, "schema: 1\nname: [a, b\nkind: permit\n"))
        .singleElement()
        .matches(defect -> defect.line() >= 2 && defect.message().startsWith("YAML 语法错误"));
  }

  @Test
  void codesAreUsedOnceInThePack() {
    String twin = right.replace("id: food-business-licence", "id: twin");
    assertThat(both(twin))
        .containsExactly(
            "twin.yaml 第 13 行：基本编码 000131001000 的业务办理项 01 已经用在 food-business-licence.yaml");
  }

  @Test
  void aCertificateTypeBelongsToOneBaseCode() {
    String other =
        right
            .replace("id: food-business-licence", "id: twin")
            .replace("\"000131001000\"", "\"000131999000\"");
    assertThat(both(other))
        .containsExactly(
            "twin.yaml 第 "
                + (1 + right.substring(0, right.indexOf("    type: FOOD")).lines().count())
                + " 行：证照类型 FOOD_BUSINESS_LICENCE 已经用在 food-business-licence.yaml");
  }

  private static List<String> both(String twin) {
    return ItemCheck.ofSources(
            List.of(ItemSource.of(FILE, right), ItemSource.of("twin.yaml", twin)),
            organisation,
            forms)
        .defects()
        .stream()
        .map(Defect::toString)
        .toList();
  }

  private static List<Defect> check(String file, String text) {
    return ItemCheck.ofSources(List.of(ItemSource.of(file, text)), organisation, forms).defects();
  }
}
