package org.yongtong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yaml.snakeyaml.Yaml;
import org.yongtong.Eventually;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.State;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.revise.Items;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionFixture;
import org.yongtong.journeys.pages.ApplicationPages;
import org.yongtong.journeys.pages.CatalogueEditor;
import org.yongtong.journeys.pages.Officer;

/** An item is changed, sent down and ended while people are applying for it. */
class CatalogueLifeJourney extends Journey {

  private static final String DISTRICT = "approval-450103";
  private static final String WITH_DRAFT = "veteran";
  private static final String WITH_CASE = "graduate";
  private static final String FORM =
      """
      sections:
        - id: visit
          title: 探访意愿
          fields:
            - {id: kind, label: 探访方式, kind: choice, required: true, options: [上门, 电话]}
            - {id: helper, label: 结对志愿者, kind: text, required: true, max: 60}
            - {id: times, label: 每月次数, kind: integer}
            - {id: motto, label: 想说的话, kind: text}
      """;
  private static final String LATER_FORM =
      """
      sections:
        - id: visit
          title: 探访意愿
          fields:
            - {id: kind, label: 探访方式, kind: choice, required: true, options: [上门, 视频]}
            - {id: helper, label: 结对志愿者, kind: text, required: true, max: 60, hint: 写全名}
            - {id: times, label: 每月次数, kind: integer}
            - {id: contact, label: 紧急联系人, kind: text, required: true, max: 60}
      """;

  @Autowired ApplicationContext context;

  private final List<String> made = new ArrayList<>();
  private RevisionFixture revisions;

  @BeforeEach
  void prepare() {
    revisions = new RevisionFixture(context);
  }

  @AfterEach
  void takeOut() {
    made.forEach(revisions::cleared);
    made.clear();
  }

  @Test
  void anItemIsAdjustedWhileADraftAndACaseAreOpen() {
    ItemHead item = published("独居老人探访登记");
    Page owner = phoneOf(WITH_DRAFT);
    String draft = draft(owner, item, "电话");
    Page other = phoneOf(WITH_CASE);
    CaseFile running = submitted(other, item);

    CatalogueEditor editor = editor().revises(item.id(), "调整", "改用视频探访，增加紧急联系人");
    editor.opens("form-text").writes("form", LATER_FORM).saves();
    editor.opens("limits").writes("limits.note", "自受理的次日起算。").saves();
    editor.submits();
    approve(editor.revision(), RevisionFixture.CHECKER, RevisionFixture.LEGAL);

    // the case keeps its version, for the applicant and for the officer
    assertThat(file(running).itemVersion()).isEqualTo(item.version());
    other.navigate("/my/cases/" + running.id());
    assertThat(other.locator("main")).containsText("想说的话");
    Page clerk = desk("clerk.civil_affairs");
    new Officer(clerk).opens(running);
    assertThat(clerk.locator("main")).containsText("想说的话");
    assertThat(clerk.locator("main")).not().containsText("紧急联系人");

    // the draft follows and marks what changed, nothing else
    owner.navigate(draft + "/form");
    assertThat(owner.locator("#revision-title")).containsText("第 2 版");
    assertThat(owner.locator(".revision-list li"))
        .containsText(
            new String[] {"探访方式 本次修订有变化 您原来填写的：电话", "紧急联系人 本次修订新增", "想说的话 不再需要 您原来填写的：常来坐坐"});
    assertThat(owner.locator("main .form-news")).hasCount(2);
    assertThat(owner.locator("input[name='f.helper']")).hasValue("韦小兰");
    assertThat(owner.locator("input[name='f.times']")).hasValue("4");
    picture(owner, "life-draft-follows-390");
    var pages = new ApplicationPages(owner);
    pages.choose("kind", "视频");
    pages.type("contact", "韦小明");
    String own = pages.form().papers().agree().submit();
    UUID id = UUID.fromString(own.substring("/my/cases/".length()));
    assertThat(context.getBean(CaseFiles.class).find(id).orElseThrow().itemVersion())
        .isEqualTo(head(item.id()).version());
    picture(owner, "life-draft-submitted-390");
  }

  @Test
  void anItemIsDelegatedToADistrictWhoseOfficerReceivesTheApplicationMadeThere() {
    ItemHead item = published("高龄老人助浴登记");
    CatalogueEditor editor = editor().revises(item.id(), "下放", "方便群众就近办理，下放城区");
    Page desk = editor.page();
    editor.writes("basis", "市政府关于下放一批事项的决定");
    desk.locator("details.county", new Page.LocatorOptions().setHasText("青秀区"))
        .locator("summary")
        .click();
    desk.locator("input[name=body][value='%s']".formatted(DISTRICT)).check();
    picture(desk, "life-delegation-1280");
    editor.saves().submits();
    approve(editor.revision(), RevisionFixture.CHECKER, RevisionFixture.LEGAL);

    Page district = desk("editor." + DISTRICT);
    district.navigate("/desk/catalogue");
    district
        .locator(".queue th a", new Page.LocatorOptions().setHasText("高龄老人助浴登记"))
        .first()
        .click();
    var taking = new CatalogueEditor(district, name -> {}).goesOn();
    taking.opens("limits").writes("promised_days", "2").saves().submits();
    picture(district, "life-take-over-1280");
    approve(taking.revision(), "checker." + DISTRICT, "legal." + DISTRICT);

    ItemHead there = head(item.id() + "@" + DISTRICT);
    Page citizen = phoneOf(WITH_DRAFT);
    citizen.navigate("/items/" + item.taskCode());
    citizen.locator("#levels a[href='/items/%s']".formatted(there.taskCode())).click();
    assertThat(citizen.locator(".guide-head")).containsText("青秀区行政审批局");
    picture(citizen, "life-district-guide-390");
    CaseFile file = submitted(citizen, there);
    assertThat(file.department()).isEqualTo(DISTRICT);

    Page clerk = desk("clerk." + DISTRICT);
    clerk.navigate("/desk/cases?item=" + there.taskCode());
    // by key: the visible half of the number is no place for Playwright's mouse
    clerk.locator("a[href='/desk/cases/%s']".formatted(file.id())).press("Enter");
    var officer = new Officer(clerk).chooses("受理");
    officer.confirms();
    assertThat(clerk.locator(".alert-success")).containsText("已受理");
    assertThat(file(file).state()).isEqualTo(State.IN_REVIEW);
    // the city's own window has nothing of it
    Page city = desk("clerk.civil_affairs");
    Response foreign = Objects.requireNonNull(city.navigate("/desk/cases/" + file.id()));
    assertThat(foreign.status()).isEqualTo(404);
  }

  @Test
  void anItemIsCancelledWithASuccessorAndEveryOwnerIsToldOnce() throws Exception {
    ItemHead item = published("孤寡老人巡访申请");
    ItemHead next = published("老年人探访关爱申请");
    Page owner = phoneOf(WITH_DRAFT);
    String draft = draft(owner, item, "上门");
    Page other = phoneOf(WITH_CASE);
    CaseFile running = submitted(other, item);

    CatalogueEditor editor = editor().revises(item.id(), "取消", "两个事项合并办理");
    editor
        .chooses("successor", next.id())
        .writes("basis", "市政府关于合并办理一批事项的决定（南府发〔2026〕12号）")
        .saves()
        .submits();
    approve(editor.revision(), RevisionFixture.CHECKER, RevisionFixture.LEGAL);

    Locator toOwner = letters(owner, "您草稿中的事项已取消", item);
    assertThat(toOwner).containsText("请改办“老年人探访关爱申请”");
    picture(owner, "life-letter-390");
    assertThat(letters(other, "事项已取消，您的办件继续办理", item)).containsText(running.number());
    assertThat(file(running).state()).isEqualTo(State.SUBMITTED);

    // from the letter to the draft, and on to the successor with the answers
    toOwner.locator("form button").click();
    owner.waitForURL(url -> url.contains(draft));
    assertThat(owner.locator(".alert-danger")).containsText("已经取消");
    assertThat(owner.locator("form[action$='/submit']")).hasCount(0);
    assertThat(owner.locator(".alert-danger a[href='/items/%s']".formatted(next.taskCode())))
        .hasText("老年人探访关爱申请");
    picture(owner, "life-draft-cancelled-390");
    owner.locator("form[action$='/successor'] button").click();
    owner.waitForURL(url -> url.endsWith("/applicant") && !url.contains(draft));
    var pages = new ApplicationPages(owner).applicant();
    assertThat(owner.locator("input[name='f.helper']")).hasValue("韦小兰");
    assertThat(owner.locator("input[name='f.kind'][value='上门']")).isChecked();
    pages.form().papers().agree().submit();

    Page anyone = phone();
    Response old = Objects.requireNonNull(anyone.navigate("/items/" + item.taskCode()));
    assertThat(old.status()).isEqualTo(410);
    assertThat(anyone.locator("main")).containsText("本事项已取消");
    assertThat(anyone.locator("main")).containsText("两个事项合并办理");
    assertThat(anyone.locator("main")).containsText("南府发〔2026〕12号");
    assertThat(anyone.locator("main")).containsText("第 1 版");
    picture(anyone, "life-guide-gone-390");
    anyone.locator("main a[href='/items/%s']".formatted(next.taskCode())).first().click();
    assertThat(anyone.locator("main h1").first()).hasText("老年人探访关爱申请");
    // nobody was told a second time meanwhile
    assertThat(letters(owner, "您草稿中的事项已取消", item)).hasCount(1);
    assertThat(letters(other, "事项已取消，您的办件继续办理", item)).hasCount(1);
  }

  private CatalogueEditor editor() {
    return new CatalogueEditor(desk(RevisionFixture.EDITOR), name -> {});
  }

  /** The three who look after the editor, each with own eyes. */
  private void approve(String revision, String checker, String legal) {
    CatalogueEditor.step(desk(checker), revision, "部门审核通过", "");
    CatalogueEditor.step(desk(legal), revision, "合法性审核通过", "依据现行有效，没有增设条件");
    Page approver = desk(RevisionFixture.APPROVER);
    CatalogueEditor.step(approver, revision, "批准", "");
    assertThat(approver.locator(".alert-success")).containsText("已批准并生效");
  }

  private ItemHead published(String name) {
    Revision written = revisions.written();
    Map<String, Object> text = new LinkedHashMap<>(written.content());
    text.put("name", name);
    text.put("form", new Yaml().load(FORM));
    text.put("papers", List.of());
    revisions.write(written.id(), RevisionFixture.EDITOR, text);
    Revision done =
        revisions.through(
            revisions.get(written.id()),
            RevisionFixture.EDITOR,
            RevisionFixture.CHECKER,
            RevisionFixture.LEGAL);
    made.add(done.item());
    return head(done.item());
  }

  private ItemHead head(String item) {
    return revisions.bean(Items.class).find(item).orElseThrow();
  }

  private CaseFile file(CaseFile file) {
    return context.getBean(CaseFiles.class).find(file.id()).orElseThrow();
  }

  /** A form filled in and kept; gives the address of the draft. */
  private static String draft(Page page, ItemHead item, String way) {
    ApplicationPages pages = new ApplicationPages(page).begin(item.taskCode()).applicant();
    pages.choose("kind", way);
    pages.type("helper", "韦小兰");
    pages.type("times", "4");
    pages.type("motto", "常来坐坐");
    pages.form();
    return page.url().replaceFirst("https?://[^/]*", "").replaceFirst("/papers$", "");
  }

  private CaseFile submitted(Page page, ItemHead item) {
    draft(page, item, "上门");
    String address = new ApplicationPages(page).papers().agree().submit();
    UUID id = UUID.fromString(address.substring("/my/cases/".length()));
    return context.getBean(CaseFiles.class).find(id).orElseThrow();
  }

  /** Waits for the letter of an item under this title. */
  private static Locator letters(Page page, String title, ItemHead item) throws Exception {
    Locator found =
        page.locator("main li.card", new Page.LocatorOptions().setHasText(item.name()))
            .filter(new Locator.FilterOptions().setHasText(title));
    Eventually.holds(
        () -> {
          page.navigate("/my/letters");
          return found.count() == 1;
        });
    return found;
  }
}
