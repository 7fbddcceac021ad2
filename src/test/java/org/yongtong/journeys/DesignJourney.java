package org.yongtong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yongtong.catalogue.revise.Items;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionFixture;
import org.yongtong.journeys.pages.PageCheck;

/** Form and questions in the hands of an editor, and what comes of them for a citizen. */
class DesignJourney extends Journey {

  private static final String ACCOUNT = "收款账户的存折首页或者银行卡正面";

  @Autowired ApplicationContext context;

  private final List<String> made = new ArrayList<>();

  @AfterEach
  void takeOut() {
    var fixture = new RevisionFixture(context);
    made.forEach(fixture::cleared);
  }

  private static void look(Page page, String name) {
    picture(page, "design-" + name);
    Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
        .as(name + " fits")
        .isEqualTo(0);
    Assertions.assertThat(PageCheck.axe(page)).as(name + " can be used by everyone").isEmpty();
  }

  @Test
  void anEditorDrawsATreeSeesAWarningMendsItAndACitizenGetsTheNewPapers() {
    var fixture = new RevisionFixture(context);
    Revision revision = fixture.written();
    made.add(revision.item());
    String path = "/desk/catalogue/revisions/" + revision.id();
    Page desk = signIn(desktop(), "staff", RevisionFixture.EDITOR);

    desk.navigate(path + "/questions");
    desk.locator("select[name=ask]").selectOption("payee");
    desk.locator("button[value=ask]").click();
    assertThat(desk.locator(".question-list")).containsText("领取方式");

    desk.navigate(path + "/questions?rule=papers.1");
    compare(desk, 0, "payee", "本人账户领取");
    desk.locator("#rule button[value=draw]").click();
    compare(desk, 1, "payee", "委托亲属代领");
    desk.locator("#rule button[value=save].btn-primary").click();
    Locator warning =
        desk.locator(".warning-list .is-serious", new Page.LocatorOptions().setHasText("谁也不需要"));
    assertThat(warning).hasCount(1);
    look(desk, "questions-1280");

    warning.locator("a").click();
    desk.locator("[name='when.1.field']").selectOption("");
    desk.locator("#rule button[value=save].btn-primary").click();
    assertThat(desk.locator(".alert-success")).containsText("已保存");
    assertThat(desk.locator(".warning-list .is-serious")).hasCount(0);
    assertThat(desk.locator(".tree-figure svg")).isVisible();

    fixture.through(
        revision, RevisionFixture.EDITOR, RevisionFixture.CHECKER, RevisionFixture.LEGAL);
    Page citizen = phone();
    String task = fixture.bean(Items.class).find(revision.item()).orElseThrow().taskCode();
    citizen.navigate("/items/" + task + answers("本人账户领取"));
    assertThat(citizen.locator(".guide-paper h3", new Page.LocatorOptions().setHasText(ACCOUNT)))
        .hasCount(1);
    citizen.navigate("/items/" + task + answers("委托亲属代领"));
    assertThat(citizen.locator(".guide-paper h3", new Page.LocatorOptions().setHasText("委托书")))
        .hasCount(1);
    assertThat(citizen.locator(".guide-paper h3", new Page.LocatorOptions().setHasText(ACCOUNT)))
        .hasCount(0);
  }

  private static void compare(Page desk, int row, String field, String value) {
    desk.locator("#rule input[name='when.by'][value=simple]").check();
    desk.locator("[name='when.%d.field']".formatted(row)).selectOption(field);
    Locator control = desk.locator("[name='when.%d.value']".formatted(row));
    if ("SELECT".equals(control.evaluate("control => control.tagName"))) {
      control.selectOption(value);
    } else {
      control.fill(value);
    }
  }

  private static String answers(String payee) {
    return "?f.request_kind=%s&f.household_in=%s&f.payee=%s"
        .formatted(encoded("首次申请"), encoded("南宁市"), encoded(payee));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aFormIsDesignedWithoutScriptsAndThePreviewAnswersWithThem() {
    var fixture = new RevisionFixture(context);
    Revision revision = fixture.written();
    String path = "/desk/catalogue/revisions/" + revision.id();
    Page plain = signIn(withoutScript(), "staff", RevisionFixture.EDITOR);
    plain.navigate(path + "/form?section=payment");
    plain.locator("select[name=new-kind]").selectOption("yes_no");
    plain.locator("button[value=add-field]").press("Enter");
    plain.locator("#p-label").fill("是否同意短信通知");
    plain.locator("#p-label").press("Enter");
    assertThat(plain.locator(".preview-frame")).containsText("是否同意短信通知");
    plain.locator("button[value=undo]").press("Enter");
    assertThat(plain.locator(".preview-frame")).not().containsText("是否同意短信通知");

    Page desk = signIn(desktop(), "staff", RevisionFixture.EDITOR);
    desk.navigate(path + "/form?field=care");
    desk.locator(".preview-frame input[name='f.care'][value='住在养老机构']").check();
    assertThat(desk.locator(".preview-frame [name='f.care_home']")).isVisible();
    look(desk, "form-1280");
    Page phone = signIn(phone(), "staff", RevisionFixture.EDITOR);
    for (String one :
        List.of(
            "/form?field=care",
            "/questions?rule=papers.1",
            "/leaves",
            "/as-applicant",
            "/try?who=p0")) {
      String name = one.replaceAll("\\?.*|/", "");
      phone.navigate(path + one);
      look(phone, name + "-390");
      desk.navigate(path + one);
      look(desk, name + "-1280");
    }
  }
}
