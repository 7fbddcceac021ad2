package org.yongtong.journeys.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.function.Consumer;

/** The pages of an application for the old-age allowance, as a person walks through them. */
public final class ApplicationPages {

  private final Page page;
  private final Consumer<String> seen;
  private final boolean script;

  /**
   * @param seen told the name of each page that was reached
   * @param script whether the browser runs scripts
   */
  public ApplicationPages(Page page, Consumer<String> seen, boolean script) {
    this.page = page;
    this.seen = seen;
    this.script = script;
  }

  public ApplicationPages(Page page) {
    this(page, name -> {}, true);
  }

  /** From the start page to the first step of a new draft; an open draft is thrown away. */
  public ApplicationPages begin(String taskCode) {
    page.navigate("/apply/" + taskCode);
    Locator again = page.locator("details.apply-again summary");
    if (again.count() > 0) {
      seen.accept("start-with-draft");
      press(again);
      press(page.locator("details.apply-again button"));
    } else {
      seen.accept("start");
      press(page.locator("main form button[type=submit]"));
    }
    page.waitForURL(url -> url.endsWith("/applicant"));
    seen.accept("applicant");
    return this;
  }

  public ApplicationPages applicant() {
    next();
    page.waitForURL(url -> url.contains("/form"));
    seen.accept("form-empty");
    return this;
  }

  /** Everything that the simplest case needs. */
  public ApplicationPages answer() {
    choose("request_kind", "首次申请");
    choose("household_in", "南宁市");
    choose("lives_at", "户籍地址");
    choose("care", "与子女同住");
    choose("alive_check", "社区工作人员上门");
    type("relatives.0.relative.name", "韦小明");
    type("relatives.0.relative.id_number", "45010419901123970X");
    type("relatives.0.relative.phone", "13800000000");
    choose("relatives.0.relation", "子女");
    choose("payee", "本人账户领取");
    type("account.holder", "韦秀兰");
    type("account.bank", "示例银行南宁民族支行");
    type("account.number", "6222021234567890128");
    tick(page.locator("input[type=checkbox][name='f.promise']"));
    seen.accept("form-filled");
    return this;
  }

  public void choose(String path, String value) {
    Locator radio = page.locator("input[name='f." + path + "'][value='" + value + "']");
    if (radio.count() > 0) {
      tick(radio);
    } else {
      page.locator("select[name='f." + path + "']").selectOption(value);
    }
  }

  public void type(String path, String value) {
    page.locator("input[name='f." + path + "']").fill(value);
  }

  public ApplicationPages form() {
    next();
    page.waitForURL(url -> url.endsWith("/papers"));
    seen.accept("papers-empty");
    return this;
  }

  /** Choosing is enough with a script; without one the button is pressed. */
  public ApplicationPages upload(byte[] picture) {
    Locator card = page.locator("#paper-account_page");
    card.locator("input[type=file]")
        .setInputFiles(new FilePayload("存折首页.png", "image/png", picture));
    if (!script) {
      press(card.locator("form button"));
    }
    assertThat(page.locator("#paper-account_page .paper-files")).containsText("存折首页.png");
    seen.accept("papers-filled");
    return this;
  }

  public ApplicationPages papers() {
    press(page.locator("main form[action$='/papers'] button[type=submit]"));
    page.waitForURL(url -> url.endsWith("/check"));
    seen.accept("check");
    return this;
  }

  public ApplicationPages agree() {
    tick(page.locator("#agree"));
    return this;
  }

  public Locator submitButton() {
    return page.locator("form[action$='/submit'] button");
  }

  /** Submits; gives the address of the case. */
  public String submit() {
    press(submitButton());
    page.waitForURL(url -> url.contains("/my/cases/"));
    seen.accept("submitted");
    assertThat(page.locator("main")).containsText("申请已经提交");
    String url = page.url();
    return url.substring(url.indexOf("/my/cases/"), url.indexOf('?'));
  }

  private void next() {
    press(page.locator("main .actions button.btn-primary"));
  }

  /**
   * By key where there is no script: the browser then draws no frames for the mouse to wait for.
   */
  private void press(Locator button) {
    if (script) {
      button.click();
    } else {
      button.press("Enter");
    }
  }

  private void tick(Locator box) {
    if (script) {
      box.check();
    } else {
      box.press("Space");
      assertThat(box).isChecked();
    }
  }
}
