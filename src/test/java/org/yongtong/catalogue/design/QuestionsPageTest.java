package org.yongtong.catalogue.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.Statements;
import org.yongtong.catalogue.edit.EditorForms;
import org.yongtong.catalogue.edit.Place;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionFixture;

@YongtongTest
@NullUnmarked // what a page lacks fails the test
class QuestionsPageTest {

  private static final String EDITOR = RevisionFixture.EDITOR;

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;

  private RevisionFixture fixture;
  private EditorForms pages;
  private Revision revision;
  private String path;

  @BeforeEach
  void prepare() {
    fixture = new RevisionFixture(context);
    pages = new EditorForms(web);
    revision = fixture.written();
    path = "/desk/catalogue/revisions/" + revision.id();
  }

  private MockHttpServletResponse press(String button, String... typed) throws Exception {
    var request =
        post(path + "/questions").with(As.staff(EDITOR)).with(As.csrf()).param("do", button);
    for (int i = 0; i < typed.length; i += 2) {
      request.param(typed[i], typed[i + 1]);
    }
    return web.perform(request).andReturn().getResponse();
  }

  private MockHttpServletResponse rule(String key, String... typed) throws Exception {
    Document page = pages.page(path + "/questions?rule=" + key, EDITOR);
    var all = new java.util.ArrayList<String>(List.of(typed));
    all.addAll(
        List.of(
            "seen", page.select("#rule input[name=seen]").val(),
            "list", page.select("#rule input[name=list]").val(),
            "rule", key));
    return press("save", all.toArray(String[]::new));
  }

  private Map<String, Object> document() {
    return fixture.get(revision.id()).content();
  }

  private List<String> warnings() throws Exception {
    return pages.page(path + "/questions", EDITOR).select(".warning-list li").eachText();
  }

  @Test
  void whatIsAskedFirstIsChosenAndPutInOrder() throws Exception {
    Document page = pages.page(path + "/questions", EDITOR);
    assertThat(page.select(".question-label").eachText()).containsExactly("本次办理", "老人的户籍在哪里");
    assertThat(press("ask", "ask", "payee").getStatus()).isEqualTo(303);
    assertThat(press("down:request_kind").getStatus()).isEqualTo(303);
    page = pages.page(path + "/questions", EDITOR);
    assertThat(page.select(".question-label").eachText())
        .containsExactly("老人的户籍在哪里", "本次办理", "领取方式");
    assertThat(page.select(".tree-figure svg")).hasSize(1);
    press("unask:payee");
    press("undo");
    assertThat(pages.page(path + "/questions", EDITOR).select(".question-label").eachText())
        .contains("领取方式");
  }

  @Test
  void everyListTakesARuleAndAllLeavesFollowIt() throws Exception {
    press("ask", "ask", "payee");
    for (String key : List.of("conditions.0", "papers.1")) {
      MockHttpServletResponse saved =
          rule(
              key,
              "when.by",
              "simple",
              "when.0.field",
              "payee",
              "when.0.is",
              "IS",
              "when.0.value",
              "委托亲属代领",
              "when_words",
              "委托亲属代领的");
      assertThat(saved.getStatus()).as(key).isEqualTo(303);
    }
    assertThat(Place.text(document(), "papers[1].when")).isEqualTo("payee == '委托亲属代领'");
    assertThat(Place.text(document(), "papers[1].required")).isEqualTo("when");
    assertThat(Place.text(document(), "conditions[0].when_words")).isEqualTo("委托亲属代领的");
    Document leaves =
        pages.page(
            path
                + "/leaves?q.payee=%E5%A7%94%E6%89%98%E4%BA%B2%E5%B1%9E%E4%BB%A3%E9%A2%86&q.household_in=%E5%8D%97%E5%AE%81%E5%B8%82",
            EDITOR);
    assertThat(leaves.select("tbody tr"))
        .hasSize(3)
        .allMatch(row -> row.text().contains("收款账户的存折首页"));
    leaves =
        pages.page(
            path + "/leaves?q.payee=%E6%9C%AC%E4%BA%BA%E8%B4%A6%E6%88%B7%E9%A2%86%E5%8F%96",
            EDITOR);
    assertThat(leaves.select("tbody tr"))
        .isNotEmpty()
        .noneMatch(row -> row.text().contains("收款账户的存折首页"));
    // back to everybody
    assertThat(rule("papers.1", "when.by", "none").getStatus()).isEqualTo(303);
    assertThat(Place.text(document(), "papers[1].required")).isEqualTo("must");
  }

  @Test
  void whoCannotApplyIsALeafWithItsReason() throws Exception {
    Document leaves = pages.page(path + "/leaves", EDITOR);
    assertThat(leaves.select("tbody tr").eachText())
        .anyMatch(row -> row.contains("其他地方") && row.contains("户籍不在南宁市的"));
    String csv = pages.get(path + "/leaves.csv", EDITOR).getContentAsString();
    assertThat(csv.lines().count()).isEqualTo(leaves.select("tbody tr").size() + 1);
    assertThat(csv).contains("户籍不在南宁市的").startsWith("\uFEFF");
  }

  @Test
  void whatIsOddIsSaidWithTheWayToIt() throws Exception {
    assertThat(warnings()).anyMatch(text -> text.contains("登录以后才填的“领取方式”"));
    press("ask", "ask", "payee");
    assertThat(warnings()).noneMatch(text -> text.contains("登录以后才填的“领取方式”"));
    rule("papers.1", "when.by", "text", "when.text", "payee == '本人账户领取' && payee == '委托亲属代领'");
    assertThat(warnings()).anyMatch(text -> text.contains("材料“收款账户") && text.contains("谁也不需要"));
    rule("papers.1", "when.by", "text", "when.text", "payee != '本人账户领取' || payee != '委托亲属代领'");
    assertThat(warnings()).anyMatch(text -> text.contains("材料“收款账户") && text.contains("等于人人需要"));
    var changed = Place.copy(document());
    Place.put(changed, "form.sections[0].fields[1].visible", "request_kind == ''");
    Place.put(changed, "form.sections[1].fields[6].visible", "care == '独自生活' && care == '与配偶同住'");
    Place.rows(changed, "conditions").add(new java.util.LinkedHashMap<>(Map.of("text", "没有依据的条件")));
    fixture.write(revision.id(), EDITOR, changed);
    assertThat(warnings())
        .anyMatch(text -> text.contains("问题“老人的户籍在哪里”谁也问不到"))
        .anyMatch(text -> text.contains("受理条件“没有依据的条件”没有写依据"))
        .anyMatch(text -> text.contains("自相矛盾"));
  }

  @Test
  void aCaseGoesToAnotherDepartmentByRule() throws Exception {
    assertThat(press("add-route", "department", "human_resources").getStatus()).isEqualTo(303);
    MockHttpServletResponse refused =
        rule("routing.0", "when.by", "simple", "department", "human_resources");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(
            rule(
                    "routing.0",
                    "department",
                    "human_resources",
                    "when.by",
                    "simple",
                    "when.0.field",
                    "request_kind",
                    "when.0.is",
                    "IS",
                    "when.0.value",
                    "停发后恢复发放")
                .getStatus())
        .isEqualTo(303);
    Document leaves =
        pages.page(
            path
                + "/leaves?q.request_kind=%E5%81%9C%E5%8F%91%E5%90%8E%E6%81%A2%E5%A4%8D%E5%8F%91%E6%94%BE&q.household_in=%E5%8D%97%E5%AE%81%E5%B8%82",
            EDITOR);
    assertThat(leaves.select("tbody tr").text()).doesNotContain("民政");
    Document page = pages.page(path + "/questions?rule=routing.0", EDITOR);
    press("remove-route", "seen", page.select("#rule input[name=seen]").val());
    assertThat(document()).doesNotContainKey("routing");
  }

  /** The hidden values of an open rule with what is typed into it. */
  private static String[] typedInto(Document page, String key, String... typed) {
    var all = new java.util.ArrayList<String>(List.of(typed));
    for (String name : List.of("seen", "list", "name")) {
      all.addAll(List.of(name, page.select("#rule input[name=%s]".formatted(name)).val()));
    }
    all.addAll(List.of("rule", key));
    return all.toArray(String[]::new);
  }

  @Test
  void aRuleThatSomebodyElseChangedMeanwhileIsNotOverwrittenAndNothingTypedIsLost()
      throws Exception {
    Document page = pages.page(path + "/questions?rule=papers.1", EDITOR);
    String[] mine =
        typedInto(
            page,
            "papers.1",
            "when.by",
            "text",
            "when.text",
            "payee == '委托亲属代领'",
            "when_words",
            "委托亲属代领的");
    rule("papers.1", "when.by", "text", "when.text", "request_kind == '首次申请'");
    MockHttpServletResponse late = press("save", mine);
    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(Place.text(document(), "papers[1].when")).isEqualTo("request_kind == '首次申请'");
    Document both = Jsoup.parse(late.getContentAsString());
    assertThat(both.select(".change .is-before").text()).contains("首次申请");
    assertThat(both.select(".change .is-after").text()).contains("委托亲属代领的");
    assertThat(both.select("#rule textarea[name='when.text']").text())
        .isEqualTo("payee == '委托亲属代领'");
    assertThat(both.select("#rule input[name=when_words]").val()).isEqualTo("委托亲属代领的");
    // who has seen both may decide
    MockHttpServletResponse again =
        press(
            "save",
            typedInto(both, "papers.1", "when.by", "text", "when.text", "payee == '委托亲属代领'"));
    assertThat(again.getStatus()).isEqualTo(303);
    assertThat(Place.text(document(), "papers[1].when")).isEqualTo("payee == '委托亲属代领'");
  }

  @Test
  void aRuleWhosePaperMovedIsStillTheSameAndOneThatIsGoneIsShownAsTyped() throws Exception {
    Document page = pages.page(path + "/questions?rule=papers.1", EDITOR);
    String[] mine =
        typedInto(page, "papers.1", "when.by", "text", "when.text", "payee == '委托亲属代领'");
    String name = page.select("#rule-title").text();
    var moved = Place.copy(document());
    List<Object> rows = Place.rows(moved, "papers");
    @SuppressWarnings("unchecked")
    var paper = (Map<String, Object>) rows.remove(1);
    paper.put("note", "交复印件");
    rows.addFirst(paper);
    fixture.write(revision.id(), EDITOR, moved);
    Document late = Jsoup.parse(press("save", mine).getContentAsString());
    assertThat(late.select("#rule-title").text()).isEqualTo(name);
    assertThat(late.select("#rule form").attr("action")).contains("rule=papers.0");
    var gone = Place.copy(document());
    Place.rows(gone, "papers").removeFirst();
    fixture.write(revision.id(), EDITOR, gone);
    late = Jsoup.parse(press("save", mine).getContentAsString());
    assertThat(late.select("#rule")).isEmpty();
    assertThat(late.select(".problem-summary").text()).contains("已经把这一条删了");
    assertThat(late.select(".change .is-after").text()).contains("委托亲属代领");
  }

  @Test
  void whyItWasSentBackStandsBesideTheQuestionAndTheRule() throws Exception {
    press("add-route", "department", "human_resources");
    rule(
        "routing.0",
        "department",
        "human_resources",
        "when.by",
        "text",
        "when.text",
        "request_kind == '停发后恢复发放'");
    fixture.submit(revision.id(), EDITOR);
    pages
        .open(path + "/return", RevisionFixture.CHECKER)
        .send(
            "opinion",
            "",
            "mark:form.fields.request_kind",
            "少了一种办理",
            "mark:papers[1]",
            "这份材料不用人人交",
            "mark:routing[0]",
            "这种情形不归人社部门");
    Document page = pages.page(path + "/questions?rule=papers.1", EDITOR);
    assertThat(page.select(".question-list .form-mark").text()).contains("少了一种办理");
    assertThat(page.select(".decided-list .form-mark").eachText())
        .anyMatch(text -> text.contains("这份材料不用人人交"))
        .anyMatch(text -> text.contains("不归人社部门"));
    assertThat(page.select("#rule .form-mark").text()).contains("这份材料不用人人交");
    // from the overview there is a way to each of them
    List<String> ways = pages.page(path, EDITOR).select(".remark-list a").eachAttr("href");
    assertThat(ways)
        .anyMatch(href -> href.endsWith("/form?field=request_kind#sheet"))
        .anyMatch(href -> href.endsWith("/questions?rule=routing.0#rule"));
    Document papers = pages.page(path + "/papers", EDITOR);
    assertThat(papers.select(".paper-list .form-mark").text()).contains("不用人人交");
  }

  @Test
  void aWrongRuleIsRefusedInWords() throws Exception {
    MockHttpServletResponse refused =
        rule("papers.1", "when.by", "text", "when.text", "request_kind > 3");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.getContentAsString()).select("#p-when .field-error").text())
        .contains("不能用于");
    assertThat(document()).isEqualTo(revision.content());
  }

  @Test
  void theGuideIsSeenAsTheApplicantWouldSeeIt() throws Exception {
    press("ask", "ask", "payee");
    String own = "/as-applicant?f.payee=%E6%9C%AC%E4%BA%BA%E8%B4%A6%E6%88%B7%E9%A2%86%E5%8F%96";
    Document page = pages.page(path + own, EDITOR);
    assertThat(page.select(".applicant-grid form fieldset")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(page.select(".draft-guide h1").text()).isEqualTo(revision.name());
  }

  @Test
  void aSamplePersonFindsTheFormFilledInAsFarAsTheRegistersKnow() throws Exception {
    Document choice = pages.page(path + "/try", EDITOR);
    List<String> people = choice.select(".person-list a").eachAttr("href");
    assertThat(people).hasSizeGreaterThan(5).allMatch(href -> href.matches(".*who=[pc]\\d+"));
    Document tried = pages.page(Objects.requireNonNull(people.getLast()), EDITOR);
    assertThat(tried.select("[name='f.birth_date']").val()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(tried.select("#missing-title").text()).contains("岁");
    assertThat(tried.select(".try-missing").text()).contains("已经从库里填好", "还要填");
    var checked =
        web.perform(
                post(people.getLast())
                    .with(As.staff(EDITOR))
                    .with(As.csrf())
                    .param("f.payee", "委托亲属代领"))
            .andReturn()
            .getResponse();
    assertThat(Jsoup.parse(checked.getContentAsString()).select(".try-missing").text())
        .contains("委托他人代领高龄津贴的委托书");
    assertThat(fixture.get(revision.id()).version()).isEqualTo(revision.version());
  }

  @Test
  void everyPageAsksTheDatabaseSeldom() throws Exception {
    for (String one : List.of("/questions", "/leaves", "/as-applicant", "/try?who=p0")) {
      pages.page(path + one, EDITOR);
      try (var statements = new Statements()) {
        pages.page(path + one, EDITOR);
        assertThat(statements.seen()).as(one).hasSizeLessThanOrEqualTo(8);
      }
    }
  }
}
