package org.yongtong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.file.Marks;
import org.yongtong.journeys.pages.ApplicationPages;

/** A citizen applies online for the old-age allowance, and follows the case to its result. */
class CitizenAppliesJourney extends Journey {

  @Autowired ApplicationContext context;
  @Autowired MockMvc web;

  private String item() {
    return ApplicationFixture.item(context, "old-age-allowance").taskCode();
  }

  /** Keeps a picture and sees that nothing has to be scrolled sideways. */
  private static Consumer<String> look(Page page, String size) {
    return name -> {
      picture(page, "apply-" + name + "-" + size);
      Assertions.assertThat(
              page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
          .as(name + " fits " + size)
          .isEqualTo(0);
    };
  }

  private Page elder(Page page) {
    return signIn(page, "person", "elder");
  }

  @Test
  void onTheDesktop() throws IOException {
    Page page = elder(desktop());
    walk(page, look(page, "1280"), true);
  }

  @Test
  void onThePhone() throws IOException {
    Page page = elder(phone());
    walk(page, look(page, "390"), true);
  }

  @Test
  void withoutJavaScript() throws IOException {
    Page page = elder(withoutScript());
    walk(page, name -> {}, false);
  }

  private void walk(Page page, Consumer<String> look, boolean script) throws IOException {
    String address =
        new ApplicationPages(page, look, script)
            .begin(item())
            .applicant()
            .answer()
            .form()
            .upload(ApplicationFixture.png())
            .papers()
            .agree()
            .submit();
    page.navigate("/my/cases");
    look.accept("cases");
    page.navigate(address + "/receipt");
    look.accept("receipt");
    assertThat(page.locator("svg.qr")).isVisible();
    String number = page.locator(".case-number").innerText();
    page.navigate("/progress?number=" + number);
    look.accept("progress-own");
    assertThat(page.locator("main")).containsText("待受理");
  }

  @Test
  void whatWasTypedOutlivesACrash() {
    Page before = elder(desktop());
    var pages = new ApplicationPages(before).begin(item()).applicant();
    pages.choose("care", "独自生活");
    pages.type("relatives.0.relative.name", "韦小明");
    pages.type("account.bank", "示例银行南宁民族支行");
    before.waitForResponse(
        response -> response.url().endsWith("/save") && response.ok(),
        () -> before.locator("input[name='f.account.bank']").press("Tab"));
    assertThat(before.locator("#form-status")).containsText("已自动保存");
    before.context().close();

    Page after = elder(phone());
    after.navigate("/my/cases");
    after.locator("main a:has-text('继续填写')").first().click();
    after.locator(".apply-steps a:has-text('填写')").click();
    assertThat(after.locator("input[name='f.care'][value='独自生活']")).isChecked();
    assertThat(after.locator("input[name='f.relatives.0.relative.name']")).hasValue("韦小明");
    assertThat(after.locator("input[name='f.account.bank']")).hasValue("示例银行南宁民族支行");
  }

  @Test
  void aButtonPressedTwiceAndASecondWindowMakeOneCase() throws IOException {
    Page page = elder(desktop());
    var pages =
        new ApplicationPages(page)
            .begin(item())
            .applicant()
            .answer()
            .form()
            .upload(ApplicationFixture.png())
            .papers()
            .agree();
    Page second = page.context().newPage();
    second.navigate(page.url());
    var other = new ApplicationPages(second).agree();
    pages.submitButton().dblclick();
    page.waitForURL(url -> url.contains("/my/cases/"));
    String first = page.url();
    other.submitButton().click();
    second.waitForURL(url -> url.contains("/my/cases/"));
    Assertions.assertThat(second.url()).isEqualTo(first);
    page.goBack();
    page.waitForURL(url -> !url.contains("?submitted") || url.contains("/check"));
  }

  @Test
  void fromTheCorrectionNoticeToTheResult() throws Exception {
    var fixture = new ApplicationFixture(web, context);
    UUID id =
        fixture.corrected(
            fixture.submitted(),
            new Marks.Mark("field", "care", "现在由谁照料", "与社区登记的情况不一致，请核对"),
            new Marks.Mark("paper", "account_page", "收款账户的存折首页或者银行卡正面", "账号看不清，请重新拍照"));
    for (boolean small : new boolean[] {false, true}) {
      Page page = elder(small ? phone() : desktop());
      Consumer<String> look = look(page, small ? "390" : "1280");
      page.navigate("/my/cases/" + id);
      look.accept("case-correcting");
      page.locator("form[action$='/correction'] button").click();
      page.waitForURL(url -> url.contains("/form"));
      look.accept("correction-form");
      Assertions.assertThat(page.locator("#form-sections input[type=radio]").count()).isEqualTo(4);
      page.locator(".apply-steps a:has-text('材料')").click();
      look.accept("correction-papers");
    }
    Page page = elder(desktop());
    page.navigate("/my/cases/" + id);
    page.locator("form[action$='/correction'] button").click();
    var pages = new ApplicationPages(page);
    pages.choose("care", "独自生活");
    pages.form().upload(ApplicationFixture.png()).papers().agree();
    pages.submitButton().click();
    page.waitForURL(url -> url.contains("/my/cases/" + id));

    fixture.asked(fixture.accepted(id), "请说明老人现在的居住地址是否与户籍地址一致？");
    page.navigate("/my/cases/" + id);
    picture(page, "apply-case-question-1280");
    page.locator("#answer").fill("一致，长期住在户籍地址。");
    page.locator("form[action$='/answer'] button").click();
    assertThat(page.locator("main")).containsText("答复已经提交");
    page.navigate("/my/cases/" + id + "/withdraw");
    picture(page, "apply-withdraw-1280");

    fixture.decided(id, true);
    for (boolean small : new boolean[] {false, true}) {
      Page waiting = elder(small ? phone() : desktop());
      waiting.navigate("/my/cases/" + id);
      look(waiting, small ? "390" : "1280").accept("case-approved");
    }
    page.navigate("/my/cases/" + id);
    page.locator("form[action$='/result'] button").click();
    page.waitForURL(url -> url.contains("/documents/"));
    assertThat(page.locator("article")).containsText("决定准予");
    look(page, "1280").accept("document");
    page.navigate("/my/cases/" + id);
    look(page, "1280").accept("case-delivered");
    assertThat(page.locator("main")).containsText("已办结");
  }

  @Test
  void anybodyFindsTheProgressWithNumberAndFourCharacters() throws Exception {
    var fixture = new ApplicationFixture(web, context);
    UUID id = fixture.submitted();
    for (boolean small : new boolean[] {false, true}) {
      Page page = small ? phone() : desktop();
      page.navigate("/progress");
      look(page, small ? "390" : "1280").accept("progress");
      page.locator("#number").fill(fixture.file(id).number());
      page.locator("#last").fill("9860");
      page.locator("main form button").click();
      Locator main = page.locator("main");
      assertThat(main).containsText("待受理");
      assertThat(main).not().containsText("韦秀兰");
      look(page, small ? "390" : "1280").accept("progress-found");
    }
  }
}
