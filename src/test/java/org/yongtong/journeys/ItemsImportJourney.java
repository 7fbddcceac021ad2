package org.yongtong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.catalogue.importing.PlantedWorkbook;
import org.yongtong.catalogue.importing.PlantedWorkbook.Planted;
import org.yongtong.catalogue.revise.RevisionFixture;
import org.yongtong.directory.Directory;
import org.yongtong.journeys.pages.PageCheck;

/** A department's workbook, first full of errors, then mended. */
class ItemsImportJourney extends Journey {

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final ContainsTextOptions SETTLED = new ContainsTextOptions().setTimeout(60_000);

  @Autowired ApplicationContext context;
  @Autowired Directory directory;
  @Autowired JdbcClient database;

  @AfterEach
  void takeOut() {
    var fixture = new RevisionFixture(context);
    PlantedWorkbook.items().forEach(fixture::cleared);
  }

  @Test
  void aWorkbookWithTwentyPlantedErrorsIsNamedErrorByErrorAndGoesInMended() throws Exception {
    PlantedWorkbook workbook = PlantedWorkbook.of(directory);
    assertThat(workbook.planted()).hasSizeGreaterThanOrEqualTo(20);
    long before = versions();
    Page editor = desk("editor.market_regulation");
    upload(editor, "市场监管事项.xlsx", workbook.bytes());
    List<String> rows = editor.locator("main tbody tr").allInnerTexts();
    for (Planted error : workbook.planted()) {
      String where =
          "第 %d 行".formatted(error.line())
              + (error.column().isEmpty() ? "" : "“%s”列".formatted(error.column()));
      assertThat(rows)
          .as(error.toString())
          .anyMatch(
              row ->
                  row.contains(error.sheet())
                      && row.contains(where)
                      && row.contains(error.words()));
    }
    look(editor, "import-errors-1280");
    assertThat(editor.locator("form[action$='/send']")).hasCount(0);
    Page narrow = onPhone(editor);
    look(narrow, "import-errors-390");
    assertThat(versions()).as("nothing is stored").isEqualTo(before);
    assertThat(stored()).isZero();

    upload(editor, "市场监管事项（改好）.xlsx", PlantedWorkbook.mended());
    assertThat(editor.locator("main .lead")).containsText("没有问题");
    editor.locator("form[action$='/send'] button").click();
    assertThat(editor.locator("form[action$='/send']")).hasCount(0);
    assertThat(stored()).as("nothing before it is approved").isZero();

    Page approver = desk(RevisionFixture.APPROVER);
    approver.navigate("/desk/catalogue/import");
    approver
        .locator("main a.import-file", new Page.LocatorOptions().setHasText("市场监管事项（改好）.xlsx"))
        .first()
        .click();
    approver.locator("#f-confirmed").check();
    approver.locator("form[action$='/apply'] button").click();
    assertThat(approver.locator("main .lead"))
        .containsText("已全部导入并发布，共产生 %d 个新版本".formatted(PlantedWorkbook.items().size()), SETTLED);
    look(approver, "import-applied-1280");
    assertThat(stored()).isEqualTo(PlantedWorkbook.items().size());
    approver.locator(".import-lines .paper-name a").first().click();
    assertThat(approver.locator("main h1").first()).containsText("试验");
  }

  /** Uploads, and waits until the report stands on the page. */
  private static void upload(Page page, String name, byte[] workbook) {
    page.navigate("/desk/catalogue/import");
    page.locator("#f-file").setInputFiles(new FilePayload(name, WORKBOOK, workbook));
    page.locator("form[action='/desk/catalogue/import'] button[type=submit]").click();
    page.locator("nav.tabs").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
  }

  private static Page onPhone(Page page) {
    Page narrow = page.context().newPage();
    narrow.setViewportSize(390, 844);
    narrow.navigate(page.url());
    return narrow;
  }

  private static void look(Page page, String name) {
    picture(page, name);
    assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
        .as(name + " fits")
        .isEqualTo(0);
    assertThat(PageCheck.axe(page)).as(name + " can be used by everyone").isEmpty();
  }

  private long versions() {
    return database.sql("SELECT count(*) FROM catalogue.item_version").query(Long.class).single();
  }

  private int stored() {
    return database
        .sql("SELECT count(*) FROM catalogue.item WHERE published AND id LIKE 'planted-item-%'")
        .query(Integer.class)
        .single();
  }
}
