package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;
import org.yongtong.YongtongTest;
import org.yongtong.form.Applicant;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;

@YongtongTest
class GuidePageTest {

  @Autowired MockMvc web;
  @Autowired Catalogue catalogue;
  @Autowired Forms forms;
  @Autowired JdbcClient database;
  @Autowired ItemTables versions;
  @Autowired ItemReader reader;
  @Autowired Guides guides;
  @Autowired TemplateEngine templates;

  @Test
  void theGuideShowsEverythingTheItemSays() throws Exception {
    for (ItemHead head : catalogue.leads()) {
      ServiceItem item = catalogue.version(head.version());
      Document page = page("/items/" + item.taskCode());
      assertThat(page.select("h1").text()).isEqualTo(item.name());
      String text = page.select("main").text();
      assertThat(text).contains(item.summary(), item.taskCode(), item.baseCode(), "第 1 版");
      item.conditions().forEach(each -> assertThat(text).contains(squeezed(each.text())));
      item.papers().forEach(each -> assertThat(text).contains(each.name(), each.issuer()));
      item.steps().forEach(each -> assertThat(text).contains(each.name(), squeezed(each.duty())));
      item.bases().forEach(each -> assertThat(text).contains(each.law(), squeezed(each.text())));
      item.faq().forEach(each -> assertThat(text).contains(squeezed(each.answer())));
      item.fees().forEach(each -> assertThat(text).contains(each.amount(), each.basis()));
      assertThat(text).contains(item.rights().reviewBody(), item.rights().court());
      assertThat(text).contains("示例数据");
      if (item.limits().legalDays() > 0) {
        assertThat(text).contains(item.limits().legalDays() + " 个工作日");
      }
      assertThat(page.select("a.btn-primary").eachAttr("href"))
          .contains("/apply/" + item.taskCode());
    }
  }

  @Test
  void theFactsStandOnTop() throws Exception {
    Document page = page(path("food-business-licence"));
    assertThat(page.select(".facts dt").eachText())
        .containsExactly("法定时限", "承诺时限", "到现场", "收费", "网上办理", "办件类型");
    assertThat(page.select(".facts dd").eachText())
        .containsExactly("10个工作日", "8个工作日", "0次", "不收费", "全程网办", "承诺件");
    assertThat(page.select(".guide-place")).hasSize(13);
    assertThat(page.select(".cert-face").text()).contains("食品经营许可证", "经营者名称", "样本");
  }

  @Test
  void withoutAnswersPapersSayWhenTheyAreNeeded() throws Exception {
    Document page = page(path("food-business-licence"));
    assertThat(page.select("#paper-operation_flow .need").text()).isEqualTo("按情形需要");
    assertThat(page.select("#paper-operation_flow .guide-when").text())
        .isEqualTo("“主体业态”不是“食品销售经营者”时需要");
    assertThat(page.select("#paper-vending_plan .guide-when").text())
        .isEqualTo("“是否使用自动售货机等自动设备”选“是”时需要");
    assertThat(page.select("#situation fieldset")).isNotEmpty();
  }

  @Test
  void answersLeaveOnlyMyPapers() throws Exception {
    Document page =
        page(
            path("food-business-licence"),
            Map.of(
                "f.business_kind", "食品销售经营者",
                "f.uses_vending", "true",
                "f.sells_online", "false"));
    assertThat(page.select("#papers-title").text()).isEqualTo("您要准备的材料");
    assertThat(page.select("#paper-operation_flow")).isEmpty();
    assertThat(page.select(".guide-spared").text()).contains("食品加工操作流程说明");
    assertThat(page.select("#paper-vending_plan .need").text()).isEqualTo("您需要提交");
    assertThat(page.select("input[name=f.business_kind][checked]").attr("value"))
        .isEqualTo("食品销售经营者");
    assertThat(page.select(".guide-actions .btn-primary").attr("href"))
        .startsWith("/apply/")
        .contains("f.uses_vending=true");
  }

  @Test
  void aHalfAnsweredQuestionLeavesAPaperOpen() throws Exception {
    Document page = page(path("food-business-licence"), Map.of("f.business_kind", "餐饮服务经营者"));
    assertThat(page.select("#paper-operation_flow .need").text()).isEqualTo("您需要提交");
    assertThat(page.select("#paper-vending_plan .need").text()).isEqualTo("按情形需要");
    assertThat(page.select("#papers").text()).contains("还有 2 个问题没有回答");
  }

  @Test
  void myGuideHasOnlyWhatIsMine() throws Exception {
    Map<String, String> lost =
        Map.of("f.apply_kind", "丢失补领", "f.for_child", "false", "f.household_at", "南宁市");
    Document page = page(path("identity-card"), lost);
    assertThat(page.select(".facts dd").eachText()).contains("18个工作日", "40.00元");
    assertThat(page.select("#fees tbody tr")).hasSize(1);
    assertThat(page.select("#fees .guide-total").text()).isEqualTo("共 40.00 元");
    assertThat(page.select("#steps .flow-name").eachText())
        .containsExactly("申请", "受理采集", "审核", "签发", "制证发放");
    assertThat(page.select("#mine details").text()).contains("换领居民身份证工本费", "户籍地核验", "证件有效期满");
    assertThat(page.select("#conditions").text()).contains("丢失补领的：居民身份证丢失");
    assertThat(page.select("#real-time").text()).contains("实际用时");
  }

  @Test
  void myGuideIsSharedAndPrintedWithTheAnswers() throws Exception {
    Map<String, String> answers =
        Map.of("f.household_at", "南宁市", "f.apply_kind", "首次申领", "f.unknown", "x");
    Document page = page(path("identity-card"), answers);
    String shared = page.select("#mine [data-copy]").attr("data-copy");
    assertThat(shared)
        .endsWith(
            path("identity-card")
                + "?f.apply_kind=%E9%A6%96%E6%AC%A1%E7%94%B3%E9%A2%86&f.household_at=%E5%8D%97%E5%AE%81%E5%B8%82");
    assertThat(page.select("#mine [data-copy]").hasAttr("hidden")).isTrue();
    Document print = page(path("identity-card"), with(answers, "print", "1"));
    assertThat(print.select(".mine-qr svg.qr")).hasSize(1);
    assertThat(print.select("#mine").text()).contains("首次申领", "不收费");
    assertThat(print.select("details:not([open])")).isEmpty();
    assertThat(print.select("main").text()).doesNotContain("复制链接");
  }

  @Test
  void theQuestionsCanBeAnsweredOneByOne() throws Exception {
    String path = path("identity-card");
    Document first = page(path, Map.of("one", "1"));
    assertThat(first.select("#situation h2").text()).isEqualTo("第 1 题");
    assertThat(first.select("#situation input[type=radio]").eachAttr("name"))
        .containsOnly("f.apply_kind");
    Document missed = page(path, Map.of("one", "1", "at", "apply_kind"));
    assertThat(missed.select("#situation [role=alert]").text()).contains("还没有回答这一题");
    Document second = page(path, Map.of("one", "1", "at", "apply_kind", "f.apply_kind", "首次申领"));
    assertThat(second.select("#situation h2").text()).isEqualTo("第 2 题");
    assertThat(second.select("#situation input[type=hidden][name=f.apply_kind]").attr("value"))
        .isEqualTo("首次申领");
    assertThat(second.select("#situation a.btn").eachText()).containsExactly("上一题", "不清楚，跳过");
    Document skipped = page(path, Map.of("one", "1", "f.apply_kind", "首次申领", "skip", "for_child"));
    assertThat(skipped.select("#situation input[type=radio]").eachAttr("name"))
        .containsOnly("f.household_at");
    Document done =
        page(
            path,
            Map.of(
                "one",
                "1",
                "f.apply_kind",
                "首次申领",
                "f.for_child",
                "true",
                "f.household_at",
                "其他省份"));
    assertThat(done.select("#situation h2").text()).isEqualTo("问题答完了");
    assertThat(done.select("#mine")).hasSize(1);
  }

  @Test
  void anAnswerThatCannotBeUsedIsSaidBesideItsQuestion() throws Exception {
    Document page =
        page(
            path("real-estate-mortgage-registration"),
            Map.of("f.public_facility", "true", "f.mortgage_kind", "一般抵押"));
    assertThat(page.select("#q-public_facility-error").text()).contains("不得抵押");
    assertThat(page.select("#mine .guide-answers").text()).contains("一般抵押").doesNotContain("公益设施");
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    var more = new java.util.HashMap<>(map);
    more.put(key, value);
    return more;
  }

  @Test
  void papersFollowTheirConditions() {
    ServiceItem item = item("food-business-licence");
    var canteen = new Values(Map.of("business_kind", "集中用餐单位食堂", "uses_vending", "true"), Map.of());
    var applicant = new Applicant("legal", "", "", "", "", "");
    assertThat(catalogue.papersFor(item, canteen, applicant))
        .extracting(ServiceItem.Paper::id)
        .contains("business_licence", "operation_flow")
        .doesNotContain("vending_plan"); // hidden questions have no answer
    var shop = new Values(Map.of("business_kind", "食品销售经营者"), Map.of());
    assertThat(catalogue.papersFor(item, shop, applicant))
        .extracting(ServiceItem.Paper::id)
        .doesNotContain("operation_flow", "vending_plan");
  }

  @Test
  void rulesAreSaidInWordsWhereTheyCanBe() {
    var form = item("food-business-licence").form();
    assertThat(RuleWords.of(form, "!uses_vending")).isEqualTo("“是否使用自动售货机等自动设备”选“否”");
    assertThat(RuleWords.of(form, "area > 100.0 && uses_vending"))
        .isEqualTo("“经营面积”大于100平方米，并且“是否使用自动售货机等自动设备”选“是”");
    assertThat(RuleWords.of(form, "'热食类食品制售' in food_projects")).isEqualTo("“经营项目”包括“热食类食品制售”");
    assertThat(RuleWords.of(form, "business_kind in ['食品销售经营者', '餐饮服务经营者']"))
        .isEqualTo("“主体业态”是“食品销售经营者”或“餐饮服务经营者”");
    assertThat(RuleWords.of(form, "managers.exists(m, m.manager_post == '食品安全员')")).isNull();
    assertThat(RuleWords.fields(form, "filled(\"storage\") || area > 9.0"))
        .containsExactlyInAnyOrder("storage", "area");
  }

  @Test
  void aGuideTakesNoSql() throws Exception {
    String path = path("housing-fund-withdrawal");
    Logger jdbc = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core");
    var said = new Statements(Thread.currentThread());
    said.start();
    jdbc.addAppender(said);
    jdbc.setLevel(Level.DEBUG);
    jdbc.setAdditive(false);
    try {
      database.sql("SELECT 1").query(Integer.class).single();
      assertThat(said.list).as("statements are seen").isNotEmpty();
      said.list.clear();
      page(path);
      page(path, Map.of("f.reason", "租房"));
      page(path + "?print=1");
      page("/items?q=公积金");
      assertThat(said.list).isEmpty();
    } finally {
      jdbc.setLevel(null);
      jdbc.setAdditive(true);
      jdbc.detachAppender(said);
    }
  }

  /** What one thread asks of the database; requests of MockMvc run on the thread of the test. */
  private static final class Statements extends AppenderBase<ILoggingEvent> {

    private final Thread thread;
    private final List<String> list = new ArrayList<>();

    Statements(Thread thread) {
      this.thread = thread;
    }

    @Override
    protected void append(ILoggingEvent event) {
      if (Thread.currentThread() == thread && event.getFormattedMessage().startsWith("Executing")) {
        list.add(event.getFormattedMessage());
      }
    }
  }

  @Test
  void textOfAnItemIsNeverMarkup() {
    ServiceItem item = item("legal-aid");
    String attack = "<script>alert(1)</script>";
    String content =
        CanonicalItem.of(
                Map.copyOf(
                    CanonicalItem.read(versions.find(item.version()).orElseThrow().content())))
            .json()
            .replace(item.summary(), attack)
            .replace(item.conditions().getFirst().text(), attack)
            .replace(item.faq().getFirst().answer(), attack);
    ServiceItem attacked =
        reader.read(
            new ItemReader.Stored(
                new java.util.UUID(1, 1),
                1,
                item.id(),
                null,
                Mode.OWN,
                ItemState.IN_USE,
                null,
                null,
                item.taskCode(),
                item.division(),
                content,
                item.publishedAt()));
    var html = new StringOutput();
    templates.render(
        "catalogue/_guide.jte",
        Map.of("page", guides.page(attacked, Map.of()), "print", false),
        html);
    assertThat(html.toString()).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
  }

  @Test
  void anUnchangedGuideIsNotSentTwice() throws Exception {
    String path = path("legal-aid");
    var first = web.perform(get(path)).andExpect(status().isOk()).andReturn().getResponse();
    String tag = String.valueOf(first.getHeader("ETag"));
    assertThat(tag).matches("W/\"[0-9a-f]{24}\"");
    web.perform(get(path).header("If-None-Match", tag)).andExpect(status().isNotModified());
    web.perform(get(path + "?f.x=1").header("If-None-Match", tag)).andExpect(status().isOk());
  }

  @Test
  void thePrintViewHasNoNavigation() throws Exception {
    Document page = page(path("legal-aid") + "?print=1");
    assertThat(page.select("header.bar, nav")).isEmpty();
    assertThat(page.select("details:not([open])")).isEmpty();
    assertThat(page.select("h1").text()).isEqualTo("法律援助");
  }

  @Test
  void blankFormsAndExamplesCanBePrinted() throws Exception {
    String paper = path("food-business-licence") + "/papers/equipment_list";
    Document blank = page(paper + "/blank");
    assertThat(blank.select("h1").text()).isEqualTo("食品经营主要设备设施清单");
    assertThat(blank.select(".sheet-table td").text()).isBlank();
    assertThat(page(paper + "/sample").select(".sheet-table td").text()).contains("高温消毒柜 1 台");
    String none = path("food-business-licence") + "/papers/premises_plan/blank";
    web.perform(get(none)).andExpect(status().isNotFound());
  }

  @Test
  void whatDoesNotExistIsNotFound() throws Exception {
    web.perform(get("/items/" + "0".repeat(31))).andExpect(status().isNotFound());
    web.perform(get(path("legal-aid") + "/versions/9")).andExpect(status().isNotFound());
    assertThat(page(path("legal-aid") + "/versions/1").select("h1").text()).isEqualTo("法律援助");
  }

  private Document page(String path) throws Exception {
    return page(path, Map.of());
  }

  private Document page(String path, Map<String, String> parameters) throws Exception {
    URI address = UriComponentsBuilder.fromUriString(path).build().encode().toUri();
    var request = get(address);
    parameters.forEach(request::param);
    var response = web.perform(request).andExpect(status().isOk()).andReturn().getResponse();
    return Jsoup.parse(response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private String path(String id) {
    return "/items/" + item(id).taskCode();
  }

  private ServiceItem item(String id) {
    return catalogue.leads().stream()
        .filter(item -> item.id().equals(id))
        .map(item -> catalogue.version(item.version()))
        .findFirst()
        .orElseThrow();
  }
}
