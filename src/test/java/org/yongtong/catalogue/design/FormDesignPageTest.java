package org.yongtong.catalogue.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
class FormDesignPageTest {

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
    path = "/desk/catalogue/revisions/" + revision.id() + "/form";
  }

  /** Presses a button of the designer. */
  private MockHttpServletResponse press(String button, String... typed) throws Exception {
    var request = post(path).with(As.staff(EDITOR)).with(As.csrf()).param("do", button);
    for (int i = 0; i < typed.length; i += 2) {
      request.param(typed[i], typed[i + 1]);
    }
    return web.perform(request).andReturn().getResponse();
  }

  /** Saves the properties of a field as the page shows them, but for what is typed. */
  private MockHttpServletResponse save(String field, String... typed) throws Exception {
    return save(pages.page(path + "?field=" + field, EDITOR), typed);
  }

  private MockHttpServletResponse save(Document page, String... typed) throws Exception {
    var sent = new ArrayList<String>();
    var names = new ArrayList<String>();
    for (int i = 0; i < typed.length; i += 2) {
      names.add(typed[i]);
    }
    for (Element control :
        page.select(".sheet-form input[name], .sheet-form textarea, .sheet-form select")) {
      String name = control.attr("name");
      boolean off =
          List.of("checkbox", "radio").contains(control.attr("type"))
              && !control.hasAttr("checked");
      if (!names.contains(name) && !name.equals("_csrf") && !off) {
        Element chosen = control.selectFirst("option[selected]");
        sent.add(name);
        sent.add(
            control.tagName().equals("select")
                ? chosen == null ? "" : chosen.attr("value")
                : control.tagName().equals("textarea")
                    ? control.wholeText().replaceFirst("^\\n", "")
                    : control.val());
      }
    }
    sent.addAll(List.of(typed));
    return press("save", sent.toArray(String[]::new));
  }

  private Map<String, Object> document() {
    return fixture.get(revision.id()).content();
  }

  private Map<String, Object> field(String id) {
    return Objects.requireNonNull(new FormDraft(Place.copy(document())).field(id)).map();
  }

  private static String where(MockHttpServletResponse response) {
    assertThat(response.getStatus()).isEqualTo(303);
    return Objects.requireNonNull(response.getHeader("Location"));
  }

  @Test
  void everyFieldOpensAndSavingItUnchangedChangesNothing() throws Exception {
    Document page = pages.page(path, EDITOR);
    List<String> links = page.select(".outline-line a").eachAttr("href");
    assertThat(links).hasSizeGreaterThan(20);
    for (String link : links) {
      Document sheet = pages.page(link.replaceFirst("#.*", ""), EDITOR);
      assertThat(where(save(sheet))).as(link).contains("saved=1");
    }
    assertThat(document()).isEqualTo(revision.content());
    assertThat(fixture.get(revision.id()).version()).isEqualTo(revision.version());
  }

  @Test
  void whyItWasSentBackStandsBesideTheFieldWhereverThatMoves() throws Exception {
    String whole = path.replace("/form", "");
    fixture.submit(revision.id(), EDITOR);
    pages
        .open(whole + "/return", RevisionFixture.CHECKER)
        .send(
            "opinion",
            "",
            "mark:form.fields.care",
            "选项不全",
            "mark:form.parts.elder",
            "这一节太长",
            "mark:form",
            "整张表再短一些");
    Document page = pages.page(path + "?field=care", EDITOR);
    assertThat(page.select("#sheet .form-mark").text()).contains("选项不全");
    assertThat(page.select(".form-remarks li").eachText())
        .hasSize(3)
        .anyMatch(text -> text.contains("整张表再短一些"));
    assertThat(page.select(".outline-field .outline-returned")).hasSize(1);
    assertThat(page.select(".outline-section > .outline-line .outline-returned")).hasSize(1);
    where(press("up:care"));
    page = pages.page(path + "?field=care", EDITOR);
    assertThat(page.select("#sheet .form-mark").text()).contains("选项不全");
    Document other = pages.page(path + "?section=elder", EDITOR);
    assertThat(other.select("#sheet .form-mark").text()).contains("这一节太长");
    // sent again, it is no longer asked for
    fixture.submit(revision.id(), EDITOR);
    assertThat(pages.page(path + "?field=care", EDITOR).select(".form-remarks")).isEmpty();
  }

  @Test
  void everyKindOfFieldIsAddedAndTheFormStaysRight() throws Exception {
    for (String kind : FieldKinds.WORDS.keySet()) {
      String at = where(press("add-field", "into", "§elder", "new-kind", kind));
      String id = at.replaceFirst(".*\\?field=", "").replaceFirst("#.*", "");
      assertThat(field(id)).containsEntry("kind", kind);
      assertThat(pages.page(path + "?field=" + id, EDITOR).select(".problem-summary")).isEmpty();
      if (!List.of("note", "repeat").contains(kind)) {
        assertThat(where(save(id, "label", "新问题" + id))).contains("saved=1");
        assertThat(field(id)).containsEntry("label", "新问题" + id);
      }
    }
    assertThat(pages.page(path, EDITOR).select(".preview-frame .form-section")).isNotEmpty();
  }

  @Test
  void fieldsAreCopiedMovedAndDeletedWithPlainButtons() throws Exception {
    press("copy:lives_at");
    assertThat(field("lives_at_2")).containsEntry("label", "现在住在哪里（副本）");
    press("up:lives_at_2");
    press("move", "field", "lives_at_2", "to", "§payment");
    var form = new FormDraft(Place.copy(document()));
    assertThat(form.field("lives_at_2").section()).isEqualTo("payment");
    press("remove:lives_at_2");
    assertThat(document()).isEqualTo(revision.content());
  }

  @Test
  void aFieldThatRulesNeedIsNotDeletedAndTheRulesAreNamed() throws Exception {
    MockHttpServletResponse refused = press("remove:payee", "field", "payee");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.getContentAsString()).select(".problem-summary").text())
        .contains("字段“代领人”的显示条件", "材料“委托他人代领高龄津贴的委托书”的适用条件");
    assertThat(document()).isEqualTo(revision.content());
    assertThat(pages.page(path + "?field=payee", EDITOR).select(".sheet-uses a").eachAttr("href"))
        .anyMatch(href -> href.contains("/questions?rule=papers."));
  }

  @Test
  void aConditionIsPutTogetherWithoutWritingIt() throws Exception {
    where(
        save(
            "care_home",
            "visible.by",
            "simple",
            "visible.join",
            "any",
            "visible.0.field",
            "care",
            "visible.0.is",
            "IS",
            "visible.0.value",
            "独自生活",
            "visible.1.field",
            "birth_date",
            "visible.1.is",
            "AGED",
            "visible.1.value",
            "90"));
    assertThat(field("care_home"))
        .containsEntry("visible", "care == '独自生活' || age(birth_date) >= 90");
    Document page = pages.page(path + "?field=care_home", EDITOR);
    assertThat(page.select("[name='visible.1.value']").val()).isEqualTo("90");
  }

  @Test
  void aWrongRuleIsRefusedBesideItsControlWithWhatWasTyped() throws Exception {
    MockHttpServletResponse refused =
        save("care_home", "visible.by", "text", "visible.text", "careless == 1");
    assertThat(refused.getStatus()).isEqualTo(422);
    Document page = Jsoup.parse(refused.getContentAsString());
    assertThat(page.select("#p-visible .field-error").text()).contains("没有名为“careless”的字段");
    assertThat(page.select("#p-visible-text").text()).isEqualTo("careless == 1");
    refused =
        save(
            "care_home",
            "visible.by",
            "simple",
            "visible.0.field",
            "care",
            "visible.0.is",
            "IS",
            "visible.0.value",
            "住在月球");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("没有选项“住在月球”");
    assertThat(document()).isEqualTo(revision.content());
  }

  @Test
  void anOptionThatARuleNeedsCannotBeTakenAway() throws Exception {
    MockHttpServletResponse refused = save("payee", "options", "本人账户领取\n现金领取");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("没有选项“委托亲属代领”");
    assertThat(document()).isEqualTo(revision.content());
  }

  @Test
  void aFieldIsRenamedWhereverItIsUsed() throws Exception {
    where(save("payee", "id", "receiver"));
    assertThat(field("proxy")).containsEntry("visible", "receiver == '委托亲属代领'");
    assertThat(Place.list(document(), "papers").toString()).contains("receiver == '委托亲属代领'");
  }

  @Test
  void theLastStepsAreTakenBackOneByOne() throws Exception {
    where(save("nation", "label", "民族（改一）"));
    where(press("copy:nation"));
    assertThat(pages.page(path, EDITOR).select("button[value=undo]").text()).contains("复制");
    where(press("undo"));
    assertThat(pages.page(path, EDITOR).select("button[value=undo]").text()).contains("改字段");
    where(press("undo"));
    assertThat(document()).isEqualTo(revision.content());
    assertThat(press("undo").getStatus()).isEqualTo(422);
  }

  @Test
  void aStepIsNotTakenBackOverALaterChange() throws Exception {
    where(save("nation", "label", "民族（改一）"));
    var changed = Place.copy(document());
    Place.put(changed, "form.sections[0].title", "别处改的");
    fixture.write(revision.id(), EDITOR, changed);
    MockHttpServletResponse refused = press("undo");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("不能撤销");
    assertThat(document().toString()).contains("别处改的");
  }

  @Test
  void twoEditorsOfOneFieldSeeBothTextsAndOfTwoFieldsNoneIsDisturbed() throws Exception {
    Document first = pages.page(path + "?field=nation", EDITOR);
    Document second = pages.page(path + "?field=nation", EDITOR);
    Document other = pages.page(path + "?field=care", EDITOR);
    where(save(first, "hint", "先保存的提示"));
    where(save(other, "hint", "别的字段"));
    MockHttpServletResponse late = save(second, "hint", "后保存的提示");
    assertThat(late.getStatus()).isEqualTo(409);
    Document page = Jsoup.parse(late.getContentAsString());
    assertThat(page.select(".change").text().replace(" ", "")).contains("先保存", "后保存");
    assertThat(page.select("#p-hint").val()).isEqualTo("后保存的提示");
    where(save(page));
    assertThat(field("nation")).containsEntry("hint", "后保存的提示");
  }

  @Test
  void groupsComeFromTheLibraryAndFromOtherItemsWithIdsOfTheirOwn() throws Exception {
    where(press("insert", "group", "contact", "into", ""));
    where(press("insert", "group", "contact", "into", "§elder"));
    assertThat(field("contact_person_2")).containsEntry("label", "联系人姓名");
    Document found = pages.page(path + "?from=%E9%A3%9F%E5%93%81%E7%BB%8F%E8%90%A5", EDITOR);
    assertThat(found.select(".reuse-items a").eachAttr("href"))
        .anyMatch(href -> href.contains("item=food-business-licence"));
    String at =
        where(press("insert", "item", "food-business-licence", "group", "premises", "into", ""));
    assertThat(at).contains("dropped="); // rules that look at the other form's questions stay there
    assertThat(field("kitchen_area")).containsEntry("valid", "kitchen_area <= area");
    assertThat(field("kitchen_area")).doesNotContainKey("visible");
    assertThat(pages.page(path, EDITOR).select(".problem-summary")).isEmpty();
  }

  @Test
  void everyGroupOfTheLibraryFitsAnEmptyForm() throws Exception {
    revision = fixture.fresh();
    path = "/desk/catalogue/revisions/" + revision.id() + "/form";
    for (FieldGroups.Group group : context.getBean(FieldGroups.class).library()) {
      assertThat(where(press("insert", "group", group.key(), "into", "")))
          .as(group.key())
          .doesNotContain("dropped");
    }
    FormDefects.Result result = context.getBean(FormDefects.class).of(document());
    assertThat(result.defects()).isEmpty();
    assertThat(result.form()).isPresent();
  }

  @Test
  void thePreviewFollowsWhatIsFilledInAndKeepsNothing() throws Exception {
    assertThat(pages.page(path, EDITOR).select("#preview [name='f.care_home']")).isEmpty();
    var response =
        web.perform(
                post(path + "/preview?field=care")
                    .with(As.staff(EDITOR))
                    .with(As.csrf())
                    .param("f.care", "住在养老机构"))
            .andReturn()
            .getResponse();
    assertThat(response.getStatus()).isEqualTo(200);
    Document page = Jsoup.parse(response.getContentAsString());
    assertThat(page.select("#preview [name='f.care_home']")).isNotEmpty();
    assertThat(page.select("#sheet-title").text()).contains("现在由谁照料");
    assertThat(document()).isEqualTo(revision.content());
  }

  @Test
  void whoOnlyChecksSeesTheFormAndHasNoButtons() throws Exception {
    Document page = pages.page(path, RevisionFixture.CHECKER);
    assertThat(page.select("button[value=save], button[value=add-field]")).isEmpty();
    var refused =
        web.perform(
                post(path)
                    .with(As.staff(RevisionFixture.CHECKER))
                    .with(As.csrf())
                    .param("do", "add-section"))
            .andReturn()
            .getResponse();
    assertThat(refused.getStatus()).isEqualTo(403);
    for (String one :
        List.of("/form", "/questions", "/leaves", "/leaves.csv", "/try", "/as-applicant")) {
      String base = "/desk/catalogue/revisions/" + revision.id();
      assertThat(pages.get(base + one, "editor.market_regulation").getStatus())
          .as(one)
          .isEqualTo(404);
    }
    var stranger =
        web.perform(
                post(path)
                    .with(As.staff("editor.market_regulation"))
                    .with(As.csrf())
                    .param("do", "add-section"))
            .andReturn()
            .getResponse();
    assertThat(stranger.getStatus()).isEqualTo(404);
  }

  @Test
  void aRevisionUnderCheckIsNotWrittenIn() throws Exception {
    fixture.submit(revision.id(), EDITOR);
    MockHttpServletResponse late = press("add-section");
    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(late.getContentAsString()).contains("部门审核");
    assertThat(document()).isEqualTo(revision.content());
  }

  @Test
  void openingAndSavingAskTheDatabaseSeldom() throws Exception {
    Document page = pages.page(path + "?field=nation", EDITOR);
    List<String> opened;
    try (var statements = new Statements()) {
      pages.page(path + "?field=nation", EDITOR);
      opened = statements.seen();
    }
    assertThat(opened).hasSizeLessThanOrEqualTo(9);
    try (var statements = new Statements()) {
      where(save(page, "label", "民族（户口簿上的）"));
      assertThat(statements.seen()).hasSizeLessThanOrEqualTo(12);
    }
  }
}
