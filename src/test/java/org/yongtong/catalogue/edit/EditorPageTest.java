package org.yongtong.catalogue.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionFixture;
import org.yongtong.catalogue.revise.State;

@YongtongTest
class EditorPageTest {

  private static final String EDITOR = RevisionFixture.EDITOR;

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;

  private RevisionFixture fixture;
  private EditorForms pages;

  @BeforeEach
  void prepare() {
    fixture = new RevisionFixture(context);
    pages = new EditorForms(web);
  }

  private static String path(Revision revision) {
    return "/desk/catalogue/revisions/" + revision.id();
  }

  @Test
  void everyPageOfTheEditorOpensAndSavingItUnchangedChangesNothing() throws Exception {
    Revision revision = fixture.written();
    Document overview = pages.page(path(revision), EDITOR);
    List<String> links =
        overview.select(".edit-nav a").stream()
            .map(link -> link.attr("href"))
            .filter(href -> href.startsWith(path(revision) + "/"))
            .toList();
    assertThat(links).hasSizeGreaterThan(20);
    for (String link : links) {
      String page = link.replaceFirst("\\?.*", "");
      if (page.matches(".*/(preview|differences|papers|terms|form|questions|leaves|try)")) {
        assertThat(pages.get(page, EDITOR).getStatus()).as(page).isEqualTo(200);
        continue;
      }
      MockHttpServletResponse response = pages.open(page, EDITOR).send("save", "1");
      assertThat(response.getStatus()).as(page).isEqualTo(303);
    }
    assertThat(fixture.get(revision.id()).content()).isEqualTo(revision.content());
    assertThat(fixture.get(revision.id()).version()).isEqualTo(revision.version());
  }

  @Test
  void aNewItemShowsPageByPageWhatIsMissing() throws Exception {
    Revision revision = fixture.fresh();
    Document overview = pages.page(path(revision), EDITOR);
    assertThat(overview.select(".problem-list li").eachText())
        .contains("请填写事项简述", "请填写到现场次数")
        .noneMatch(text -> text.contains("_"));
    assertThat(overview.select(".edit-mark.is-todo")).isNotEmpty();
    Document basic = pages.page(path(revision) + "/basic", EDITOR);
    assertThat(basic.select(".problem-summary")).isEmpty();
    Document checked = pages.page(path(revision) + "/basic?check=1", EDITOR);
    String link = checked.select(".problem-summary a").attr("href");
    assertThat(checked.getElementById(link.substring(1))).as(link).isNotNull();
    assertThat(checked.select(".field-error").eachText())
        .anyMatch(text -> text.endsWith("请填写事项简述"));
    assertThat(pages.page(path(revision) + "/preview", EDITOR).select(".draft-guide h1").text())
        .isEqualTo(revision.name());
  }

  @Test
  void whatIsTypedIsSavedWithItsDefects() throws Exception {
    Revision revision = fixture.written();
    MockHttpServletResponse saved =
        pages
            .open(path(revision) + "/limits", EDITOR)
            .send("limits.promised_days", "三十", "save", "1");
    assertThat(saved.getStatus()).isEqualTo(303);
    Document page = pages.page(location(saved), EDITOR);
    assertThat(control(page, "f-limits.promised_days").val()).isEqualTo("三十");
    assertThat(page.select(".field.has-error .field-error").text()).contains("承诺时限", "整数");
    assertThat(pages.page(path(revision) + "/submit", EDITOR).select("form")).isNotEmpty();
    MockHttpServletResponse sent = pages.open(path(revision) + "/submit", EDITOR).send();
    assertThat(sent.getStatus()).isEqualTo(422);
    assertThat(fixture.get(revision.id()).state()).isEqualTo(State.DRAFT);
  }

  @Test
  void whatIsFarTooLongComesBackAsItWasTyped() throws Exception {
    Revision revision = fixture.written();
    String tooLong = "长".repeat(5_001);
    MockHttpServletResponse answer =
        pages
            .open(path(revision) + "/basic", EDITOR)
            .send("summary", tooLong, "name", "改过的名称", "save", "1");
    assertThat(answer.getStatus()).isEqualTo(422);
    Document page = Jsoup.parse(answer.getContentAsString());
    assertThat(control(page, "f-name").val()).isEqualTo("改过的名称");
    assertThat(page.select(".problem-summary").text()).contains("太长");
    assertThat(fixture.get(revision.id()).content()).isEqualTo(revision.content());
  }

  @Test
  void twoEditorsOnOnePageSeeBothTextsAndNothingIsLost() throws Exception {
    Revision revision = fixture.written();
    var first = pages.open(path(revision) + "/limits", EDITOR);
    var second = pages.open(path(revision) + "/limits", EDITOR);
    var elsewhere = pages.open(path(revision) + "/online", EDITOR);
    assertThat(first.send("limits.note", "先保存的说明。", "save", "1").getStatus()).isEqualTo(303);
    // another page is not disturbed
    assertThat(elsewhere.send("visits", "0", "save", "1").getStatus()).isEqualTo(303);
    MockHttpServletResponse late = second.send("limits.note", "后保存的说明。", "save", "1");
    assertThat(late.getStatus()).isEqualTo(409);
    Document page = Jsoup.parse(late.getContentAsString());
    // what differs is marked, so the text comes in pieces
    assertThat(page.select(".change .is-before").text().replace(" ", "")).contains("先保存的说明");
    assertThat(page.select(".change .is-after").text().replace(" ", "")).contains("后保存的说明");
    assertThat(control(page, "f-limits.note").wholeText()).contains("后保存的说明");
    assertThat(note(revision)).isEqualTo("先保存的说明。");
    // saving again takes what was typed
    var again = pages.open(path(revision) + "/limits", EDITOR);
    assertThat(again.send("limits.note", "后保存的说明。", "save", "1").getStatus()).isEqualTo(303);
    assertThat(note(revision)).isEqualTo("后保存的说明。");
  }

  private String note(Revision revision) {
    return Place.text(fixture.get(revision.id()).content(), "limits.note");
  }

  @Test
  void rowsAreAddedMovedAndRemovedWithPlainButtons() throws Exception {
    Revision revision = fixture.written();
    int before = Place.list(revision.content(), "faq").size();
    MockHttpServletResponse added =
        pages.open(path(revision) + "/faq", EDITOR).send("do", "add:faq");
    assertThat(added.getStatus()).isEqualTo(303);
    assertThat(location(added)).endsWith("#b-faq");
    Document page = pages.page(path(revision) + "/faq", EDITOR);
    assertThat(page.select(".edit-row")).hasSize(before + 1);
    pages
        .open(path(revision) + "/faq", EDITOR)
        .send(
            "faq[" + before + "].q",
            "新问题？",
            "faq[" + before + "].a",
            "新回答。",
            "do",
            "up:faq:" + before);
    assertThat(rows(revision).get(before - 1)).containsEntry("q", "新问题？");
    pages.open(path(revision) + "/faq", EDITOR).send("do", "remove:faq:" + (before - 1));
    assertThat(rows(revision)).hasSize(before).noneMatch(row -> "新问题？".equals(row.get("q")));
  }

  private List<Map<String, Object>> rows(Revision revision) {
    return Place.list(fixture.get(revision.id()).content(), "faq").stream()
        .map(row -> Place.copy((Map<?, ?>) row))
        .toList();
  }

  @Test
  void papersHavePagesOfTheirOwn() throws Exception {
    Revision revision = fixture.written();
    MockHttpServletResponse added =
        pages.open(path(revision) + "/papers", EDITOR).send("do", "add");
    String paper = location(added);
    assertThat(paper).contains("/papers/paper_");
    MockHttpServletResponse saved =
        pages
            .open(paper, EDITOR)
            .send(
                paperPlace(revision) + ".name",
                "其他有关材料",
                paperPlace(revision) + ".note",
                "写明具体内容",
                "save",
                "1");
    Document page = pages.page(location(saved), EDITOR);
    assertThat(page.select(".field-error").text()).contains("兜底说法");
    assertThat(page.select(".edit-nav .is-below").eachText())
        .anyMatch(text -> text.contains("其他有关材料"));
    String id = paper.substring(paper.lastIndexOf('/') + 1);
    pages.open(path(revision) + "/papers", EDITOR).send("do", "remove:" + id);
    assertThat(fixture.get(revision.id()).content()).isEqualTo(revision.content());
  }

  private String paperPlace(Revision revision) {
    return "papers[%d]".formatted(Place.list(revision.content(), "papers").size());
  }

  @Test
  void aFormThatIsNoYamlIsKeptAndItsPlaceNamed() throws Exception {
    Revision revision = fixture.written();
    MockHttpServletResponse saved =
        pages
            .open(path(revision) + "/form-text", EDITOR)
            .send("form", "sections:\n  - id: a\n   title: [", "save", "1");
    Document page = pages.page(location(saved), EDITOR);
    assertThat(control(page, "f-form").wholeText()).contains("title: [");
    assertThat(page.select(".problem-summary").text()).contains("第 3 行");
    pages
        .open(path(revision) + "/form-text", EDITOR)
        .send(
            "form",
            "sections:\n"
                + "  - id: a\n"
                + "    title: 甲\n"
                + "    fields:\n"
                + "      - {id: x, kind: nosuch, label: 乙}\n",
            "save",
            "1");
    page = pages.page(path(revision) + "/form-text?check=1", EDITOR);
    assertThat(page.select(".problem-summary").text()).contains("nosuch", "第 7 行");
  }

  @Test
  void theReasonOfAReturnStandsBesideItsPlace() throws Exception {
    Revision revision = fixture.submitted();
    var form = pages.open(path(revision) + "/return", RevisionFixture.CHECKER);
    assertThat(form.send("opinion", "").getStatus()).isEqualTo(422);
    MockHttpServletResponse sent = form.send("opinion", "", "mark:limits.promised_days", "可以再短一些");
    assertThat(sent.getStatus()).isEqualTo(303);
    Document overview = pages.page(path(revision), EDITOR);
    assertThat(overview.select(".is-returned").text()).contains("承诺时限", "可以再短一些");
    Document limits = pages.page(path(revision) + "/limits", EDITOR);
    assertThat(limits.select(".form-mark").text()).contains("可以再短一些");
  }

  @Test
  void aRevisionUnderCheckIsReadOnlyAndSavingIntoItSaysSo() throws Exception {
    Revision revision = fixture.written();
    var open = pages.open(path(revision) + "/limits", EDITOR);
    fixture.submit(revision.id(), EDITOR);
    MockHttpServletResponse late = open.send("limits.note", "来不及了。", "save", "1");
    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(late.getContentAsString()).contains("部门审核", "来不及了");
    Document page = pages.page(path(revision) + "/limits", RevisionFixture.CHECKER);
    assertThat(page.select("button[name=save]")).isEmpty();
    assertThat(control(page, "f-limits.note").hasAttr("readonly")).isTrue();
  }

  @Test
  void theWholeWayOverThePages() throws Exception {
    Revision revision = fixture.written();
    pages.open(path(revision) + "/terms", EDITOR).send("reason", "自治区规章新设，相应列入目录", "save", "1");
    assertThat(pages.open(path(revision) + "/submit", EDITOR).send().getStatus()).isEqualTo(303);
    assertThat(
            pages
                .open(path(revision) + "/department-check", RevisionFixture.CHECKER)
                .send("opinion", "")
                .getStatus())
        .isEqualTo(303);
    var legal = pages.open(path(revision) + "/legal-check", RevisionFixture.LEGAL);
    assertThat(legal.send("opinion", "").getStatus()).isEqualTo(422);
    assertThat(legal.send("opinion", "依据现行有效，没有增设条件").getStatus()).isEqualTo(303);
    var approval = pages.open(path(revision) + "/approval", RevisionFixture.APPROVER);
    assertThat(approval.send("effective_on", "2020-01-01").getStatus()).isEqualTo(422);
    String day = fixture.today().plusDays(2).toString();
    assertThat(approval.send("effective_on", day).getStatus()).isEqualTo(303);
    Document page = pages.page(path(revision), RevisionFixture.APPROVER);
    assertThat(page.select(".revision-facts").text()).contains("待生效");
    assertThat(page.select(".timeline").text()).contains("合法性审核通过", "依据现行有效");
    // too late for the same step
    assertThat(pages.get(path(revision) + "/approval", RevisionFixture.APPROVER).getStatus())
        .isEqualTo(409);
  }

  @Test
  void whoHasNothingToDoWithItFindsNothing() throws Exception {
    Revision revision = fixture.written();
    for (String page : List.of("", "/basic", "/terms", "/submit", "/preview", "/differences")) {
      assertThat(pages.get(path(revision) + page, "editor.health").getStatus())
          .as(page)
          .isEqualTo(404);
    }
    assertThat(
            pages.get("/desk/catalogue/revisions/" + new UUID(0, 0) + "/basic", EDITOR).getStatus())
        .isEqualTo(404);
  }

  @Test
  void aSuccessorIsOneOfTheDepartmentsOtherItems() throws Exception {
    Revision lead = fixture.published();
    try {
      String path =
          location(
              pages
                  .open("/desk/catalogue/items/" + lead.item() + "/revise?purpose=CANCEL", EDITOR)
                  .send("reason", "并入高龄津贴一并办理"));
      for (String other : List.of(lead.item(), "food-business-licence", "no-such-item")) {
        MockHttpServletResponse refused =
            pages.open(path, EDITOR).send("successor", other, "save", "1");
        assertThat(refused.getStatus()).as(other).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("请在列出的事项里选择接替的事项");
      }
      assertThat(
              pages
                  .open(path, EDITOR)
                  .send("successor", "old-age-allowance", "save", "1")
                  .getStatus())
          .isEqualTo(303);
    } finally {
      fixture.cleared(lead.item());
    }
  }

  @Test
  void aClaimantSeesWhatItInheritsAndWritesOnlyItsOwn() throws Exception {
    Revision lead = fixture.published();
    try {
      String county = "editor.approval-450103";
      MockHttpServletResponse begun =
          pages
              .open("/desk/catalogue/items/" + lead.item() + "/revise?purpose=CLAIM", county)
              .send("reason", "本区承担同一职责，认领办理");
      assertThat(begun.getStatus()).isEqualTo(303);
      String path = location(begun).replaceFirst("/terms$", "");
      Document basic = pages.page(path + "/basic", county);
      assertThat(basic.select(".inherited-card").text()).contains("条件 1", "依据 1");
      assertThat(basic.select("[name=name]")).isEmpty();
      Document limits = pages.page(path + "/limits", county);
      assertThat(limits.select(".inherited").text()).contains("上级", "个工作日");
      pages.open(path + "/steps", county).send("do", "copy:steps");
      assertThat(pages.page(path + "/steps", county).select(".edit-row")).hasSizeGreaterThan(2);
      pages.open(path + "/steps", county).send("do", "inherit:steps");
      assertThat(pages.page(path + "/steps", county).select(".edit-row")).isEmpty();
      pages.open(path + "/limits", county).send("promised_days", "1", "save", "1");
      Document differences = pages.page(path + "/differences", county);
      assertThat(differences.select(".change").eachText()).anyMatch(text -> text.contains("承诺时限"));
    } finally {
      var me = fixture.as("editor.approval-450103");
      fixture
          .bean(org.yongtong.catalogue.revise.Revisions.class)
          .findOpen(lead.item() + "@approval-450103")
          .ifPresent(
              open ->
                  fixture
                      .bean(org.yongtong.catalogue.revise.SubmitRevision.class)
                      .discard(fixture.request(open.id()), "试验结束", me));
      fixture.cleared(lead.item());
    }
  }

  @Test
  void anAdjustmentShowsWordByWordWhatItChanges() throws Exception {
    Revision lead = fixture.published();
    try {
      MockHttpServletResponse begun =
          pages
              .open(
                  "/desk/catalogue/items/" + lead.item() + "/revise?purpose=ADJUST&page=limits",
                  EDITOR)
              .send("reason", "缩短承诺时限");
      assertThat(location(begun)).endsWith("/limits?check=1");
      // pressed twice it is the same revision
      assertThat(
              pages
                  .get("/desk/catalogue/items/" + lead.item() + "/revise?purpose=ADJUST", EDITOR)
                  .getContentAsString())
          .contains("打开那张修订单");
      String path = location(begun).replaceFirst("/limits.*", "");
      var text = new LinkedHashMap<>(lead.content());
      text.put("summary", lead.content().get("summary") + "新增一句。");
      UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
      fixture.write(id, EDITOR, text);
      Document page = pages.page(path + "/differences", EDITOR);
      assertThat(page.select(".change")).hasSize(1);
      assertThat(page.select(".change ins").text()).isEqualTo("新增一句。");
      fixture
          .bean(org.yongtong.catalogue.revise.SubmitRevision.class)
          .discard(fixture.request(id), "试验结束", fixture.as(EDITOR));
    } finally {
      fixture.cleared(lead.item());
    }
  }

  private static Element control(Document page, String id) {
    return Objects.requireNonNull(page.getElementById(id), id);
  }

  private static String location(MockHttpServletResponse response) {
    String location = response.getHeader("Location");
    if (location == null) {
      throw new AssertionError("no redirect but " + response.getStatus());
    }
    return location;
  }
}
