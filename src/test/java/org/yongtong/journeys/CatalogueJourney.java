package org.yongtong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionFixture;
import org.yongtong.journeys.pages.ApplicationPages;
import org.yongtong.journeys.pages.CatalogueEditor;
import org.yongtong.journeys.pages.PageCheck;

/** The catalogue in the hands of those who maintain it. */
class CatalogueJourney extends Journey {

  @Autowired ApplicationContext context;

  private final List<String> made = new ArrayList<>();

  @AfterEach
  void takeOut() {
    var fixture = new RevisionFixture(context);
    made.forEach(fixture::cleared);
  }

  private static Consumer<String> look(Page page, String size) {
    return name -> {
      picture(page, "catalogue-" + name.replace('/', '-') + "-" + size);
      Assertions.assertThat(
              page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
          .as(name + " fits " + size)
          .isEqualTo(0);
      Assertions.assertThat(PageCheck.axe(page)).as(name + " can be used by everyone").isEmpty();
    };
  }

  @Test
  void anEditorSetsUpAnItemFromNothingAndACitizenAppliesForIt() {
    Page desk = signIn(desktop(), "staff", RevisionFixture.EDITOR);
    var editor = new CatalogueEditor(desk, look(desk, "1280"));
    editor.setsUp("老年人助餐补助", "BENEFIT", "自治区规章新设，相应列入目录");
    String item = item(editor.revision());
    made.add(item);
    writeEverything(editor);
    desk.navigate(editor.revision());
    assertThat(desk.locator("main")).not().containsText("处才能提交");
    picture(desk, "catalogue-overview-full-1280");
    desk.navigate(editor.revision() + "/preview");
    assertThat(desk.locator(".draft-guide h1")).hasText("老年人助餐补助");
    picture(desk, "catalogue-preview-1280");

    CatalogueEditor.step(desk, editor.revision(), "提交审核", "");
    Page checker = signIn(desktop(), "staff", RevisionFixture.CHECKER);
    checker.navigate("/desk/catalogue");
    assertThat(checker.locator("main")).containsText("老年人助餐补助");
    CatalogueEditor.step(checker, editor.revision(), "部门审核通过", "");
    Page legal = signIn(desktop(), "staff", RevisionFixture.LEGAL);
    CatalogueEditor.step(legal, editor.revision(), "合法性审核通过", "依据现行有效，没有增设条件");
    Page approver = signIn(desktop(), "staff", RevisionFixture.APPROVER);
    CatalogueEditor.step(approver, editor.revision(), "批准", "");
    assertThat(approver.locator(".alert-success")).containsText("已批准并生效");
    picture(approver, "catalogue-published-1280");

    Page citizen = signIn(phone(), "person", "elder");
    String task =
        new RevisionFixture(context)
            .bean(org.yongtong.catalogue.revise.Items.class)
            .find(item)
            .orElseThrow()
            .taskCode();
    citizen.navigate("/items?q=助餐补助");
    citizen.locator("a[href='/items/" + task + "']").first().click();
    assertThat(citizen.locator("main h1").first()).containsText("老年人助餐补助");
    var application = new ApplicationPages(citizen).begin(task).applicant();
    citizen.locator("textarea[name='f.matter']").fill("本人八十岁，在社区食堂用餐，申请助餐补助。");
    application.form();
    String address = application.papers().agree().submit();
    Assertions.assertThat(address).startsWith("/my/cases/");
  }

  private String item(String revision) {
    var id = java.util.UUID.fromString(revision.substring(revision.lastIndexOf('/') + 1));
    Revision begun = new RevisionFixture(context).get(id);
    return begun.item();
  }

  private static void writeEverything(CatalogueEditor editor) {
    editor
        .opens("basic")
        .writes("summary", "本市户籍的八十周岁以上老人在社区食堂用餐，可以申请助餐补助。")
        .chooses("objects", "person")
        .saves();
    editor
        .opens("bases")
        .presses("add:bases")
        .writes("bases[0].law", "中华人民共和国老年人权益保障法")
        .writes("bases[0].number", "中华人民共和国主席令第二十四号（2018年12月29日修正）")
        .writes("bases[0].article", "第三十三条")
        .writes("bases[0].text", "国家建立和完善老年人福利制度，根据经济社会发展水平和老年人的实际需要，增加老年人的社会福利。")
        .saves();
    editor
        .opens("conditions")
        .presses("add:conditions")
        .writes("conditions[0].text", "具有本市户籍，年满八十周岁。")
        .saves();
    editor
        .opens("papers")
        .presses("add")
        .writes("papers[0].name", "社区食堂用餐情况说明")
        .chooses("papers[0].required", "optional")
        .writes("papers[0].note", "写明在哪个社区食堂用餐、从哪天开始。")
        .saves();
    editor.opens("steps").writes("steps[1].days", "2").saves();
    editor
        .opens("limits")
        .writes("limits.legal_days", "20")
        .writes("limits.legal_basis", "《中华人民共和国行政许可法》第四十二条")
        .writes("limits.promised_days", "5")
        .saves();
    editor.opens("online").chooses("depth", "full").writes("visits", "0").saves();
    editor
        .opens("result")
        .chooses("result.kind", "approval")
        .writes("result.name", "助餐补助审批决定")
        .saves();
    editor
        .opens("themes")
        .writes("aliases", "助餐补助\n老人食堂补贴\n长者饭堂补贴\n吃饭补贴\n高龄老人用餐")
        .chooses("themes.person", "065")
        .saves();
    editor
        .opens("faq")
        .presses("add:faq")
        .writes("faq[0].q", "补助多少钱？")
        .writes("faq[0].a", "每餐三元，每天不超过两餐。")
        .presses("add:faq")
        .writes("faq[1].q", "在哪里用餐才有？")
        .writes("faq[1].a", "在公布的社区食堂用餐，刷卡即可。")
        .presses("add:faq")
        .writes("faq[2].q", "多久到账？")
        .writes("faq[2].a", "批准的当月起按月发放。")
        .saves();
  }

  @Test
  void theBoardsAndListsFitDeskAndPhone() {
    var fixture = new RevisionFixture(context);
    Revision revision = fixture.submitted();
    for (String login : List.of(RevisionFixture.EDITOR, RevisionFixture.CHECKER)) {
      Page wide = signIn(desktop(), "staff", login);
      Page narrow = signIn(phone(), "staff", login);
      String path = "/desk/catalogue/revisions/" + revision.id();
      for (String one :
          List.of(
              "/desk/catalogue",
              "/desk/catalogue?tab=items",
              "/desk/catalogue/items/old-age-allowance",
              "/desk/catalogue/quality",
              "/desk/catalogue/quality/not-faster",
              path,
              path + "/basic",
              path + "/bases",
              path + "/papers",
              path + "/steps",
              path + "/form",
              path + "/differences",
              path + "/preview")) {
        String name =
            login.replaceFirst("\\..*", "")
                + one.replace(revision.id().toString(), "").replaceAll("[^a-z]+", "-");
        wide.navigate(one);
        look(wide, "1280").accept(name);
        narrow.navigate(one);
        look(narrow, "390").accept(name);
      }
    }
  }
}
