package org.yongtong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.rate.RatingFixture;

class MyGuideJourney extends Journey {

  @Autowired ApplicationContext context;

  @Test
  void theAnswersMakeMyGuideAtOnceAndGoWithMeIntoTheApplication() {
    String item = new CaseFixture(context).item("identity-card").taskCode();
    Page visitor = desktop();
    visitor.navigate("/items/" + item);
    visitor.getByText("丢失补领", new Page.GetByTextOptions().setExact(true)).first().click();
    assertThat(visitor.locator("#mine")).containsText("还有 2 个问题没有回答");
    visitor.locator("#q-for_child-1").check();
    visitor.locator("#q-household_at-0").check();
    assertThat(visitor.locator("#mine")).containsText("受理后 18 个工作日内办结");
    assertThat(visitor).hasURL(Pattern.compile(".*\\?f\\.apply_kind=.*"));
    assertThat(visitor.locator("#mine [data-copy]")).isVisible();
    picture(visitor, "my-guide");
    visitor.navigate(visitor.locator("#mine a[href*='print=1']").getAttribute("href"));
    assertThat(visitor.locator(".mine-qr svg")).isVisible();
    picture(visitor, "my-guide-print");
    visitor.goBack();
    visitor.locator("#mine a.btn-primary").click();
    visitor.locator("input[name=login]").fill("graduate");
    visitor.locator("input[name=password]").fill(PASSWORD);
    visitor.locator("form[action='/sign-in'] button[type=submit]").click();
    assertThat(visitor.locator("main")).containsText("您在办事指南里的回答");
    assertThat(visitor.locator("main")).containsText("丢失补领");
    picture(visitor, "my-guide-apply");
  }

  /** 公基金 is what many type for 公积金. */
  private static final String WRONG = "公基金贷款";

  @Test
  void aWronglyTypedWordLeadsOnAPhoneOverFourQuestionsToAnApplicationThatKeepsTheAnswers() {
    String item = new CaseFixture(context).item("housing-fund-loan").taskCode();
    Page phone = phone();
    phone.navigate("/");
    phone.locator("main input[name=q]").first().fill(WRONG);
    phone.keyboard().press("Enter");
    phone.waitForURL(Pattern.compile(".*/items\\?.*"));
    picture(phone, "wrong-word-found-390");
    phone.locator("main a[href='/items/" + item + "']").first().click();
    phone.waitForURL(Pattern.compile(".*/items/" + item));
    String[] answers = {"#q-purpose-0", "#q-pays_in-1", "#q-has_partner-1", "#q-fund_loan_open-1"};
    for (int i = 0; i < answers.length; i++) {
      phone.locator(answers[i]).check();
      int open = answers.length - i - 1;
      if (open > 0) {
        assertThat(phone.locator("#mine")).containsText("还有 " + open + " 个问题没有回答");
      } else {
        assertThat(phone.locator("#mine")).not().containsText("个问题没有回答");
      }
    }
    assertThat(phone.locator("#papers")).containsText("异地贷款缴存使用证明");
    assertThat(phone.locator("#papers .guide-spared")).containsText("建房批准文件");
    picture(phone, "wrong-word-my-guide-390");
    phone.navigate(phone.locator("#mine a[href*='print=1']").getAttribute("href"));
    assertThat(phone.locator("main")).containsText("异地贷款缴存使用证明");
    phone.goBack();
    phone.locator("#mine a.btn-primary").click();
    phone.locator("input[name=login]").fill("graduate");
    phone.locator("input[name=password]").fill(PASSWORD);
    phone.locator("form[action='/sign-in'] button[type=submit]").click();
    assertThat(phone.locator("main")).containsText("您在办事指南里的回答");
    phone.locator("form[action='/apply/" + item + "'] button.btn-primary").click();
    phone.waitForURL(Pattern.compile(".*/apply/drafts/.*"));
    phone.navigate(phone.url().replaceFirst("/[a-z]+(\\?.*)?$", "/form"));
    assertThat(phone.locator("input[name='f.purpose'][value='购买新建商品房']")).isChecked();
    assertThat(phone.locator("input[name='f.pays_in'][value='外地']")).isChecked();
    assertThat(phone.locator("main")).containsText("来自情形引导");
    picture(phone, "wrong-word-application-390");
  }

  @Test
  void theSameWayWithoutScript() {
    String item = new CaseFixture(context).item("housing-fund-loan").taskCode();
    Page plain = withoutScript();
    plain.navigate("/");
    plain.locator("main input[name=q]").first().fill(WRONG);
    plain.locator("main input[name=q]").first().press("Enter");
    press(plain.locator("main a[href='/items/" + item + "']").first());
    for (String answer :
        new String[] {"#q-purpose-0", "#q-pays_in-1", "#q-has_partner-1", "#q-fund_loan_open-1"}) {
      press(plain.locator(answer));
    }
    press(plain.locator("#situation button[type=submit]"));
    assertThat(plain.locator("#mine")).not().containsText("个问题没有回答");
    assertThat(plain.locator("#papers")).containsText("异地贷款缴存使用证明");
    assertThat(plain.locator("#mine a[href*='print=1']")).hasCount(1);
    press(plain.locator("#mine a.btn-primary"));
    plain.locator("input[name=login]").fill("graduate");
    plain.locator("input[name=password]").fill(PASSWORD);
    plain.locator("input[name=password]").press("Enter");
    assertThat(plain.locator("main")).containsText("您在办事指南里的回答");
    assertThat(plain.locator("main")).containsText("外地");
  }

  @Test
  void oneQuestionAfterAnotherWorksWithoutScriptAndOnAPhone() {
    String item = new CaseFixture(context).item("student-aid").taskCode();
    Page plain = withoutScript();
    plain.navigate("/items/" + item);
    press(plain.locator("#situation a[href*='one=1']"));
    assertThat(plain.locator("#situation h2")).hasText("第 1 题");
    press(plain.locator("#situation button"));
    assertThat(plain.locator("#situation [role=alert]")).containsText("还没有回答这一题");
    press(plain.locator("input[value='技工学校']"));
    press(plain.locator("#situation button"));
    assertThat(plain.locator("#situation h2")).hasText("第 2 题");
    press(plain.locator("#situation a", new Page.LocatorOptions().setHasText("跳过")));
    assertThat(plain.locator("#situation h2")).hasText("问题答完了");
    assertThat(plain.locator("#mine")).containsText("就读技工学校的");

    Page phone = phone();
    phone.navigate("/items/" + item + "?one=1#situation");
    phone.locator("input[value='技工学校']").check();
    phone.locator("#situation button").click();
    assertThat(phone.locator("#situation h2")).hasText("第 2 题");
    picture(phone, "my-guide-phone-question");
    phone.locator("#situation input").locator("visible=true").first().check();
    phone.locator("#situation button").click();
    assertThat(phone.locator("#situation h2")).hasText("问题答完了");
    picture(phone, "my-guide-phone");
  }

  @Test
  void aFinishedCaseIsRatedAndTheDepartmentAnswers() {
    var fixture = new RatingFixture(context);
    String id = fixture.finished().id().toString();
    Page company = signIn(phone(), "legal", CaseFixture.COMPANY);
    company.navigate("/my/cases/" + id);
    picture(company, "rating-invitation");
    company.locator("a[href$='/rating']").click();
    company.locator("main button[type=submit]").click();
    assertThat(company.locator(".problem-summary")).isVisible();
    company.locator("input[name=level][value='2']").check();
    company.locator("input[name=tag][value=SLOW]").check();
    company.locator("#text").fill("等了两周没有消息，打电话 13800138000 也没有人接");
    picture(company, "rating-form");
    company.locator("main button[type=submit]").click();
    assertThat(company.locator("main")).containsText("谢谢您的评价");

    Page head = signIn(desktop(), "staff", CaseFixture.HEAD);
    head.navigate("/desk/ratings");
    picture(head, "rating-list");
    head.locator("a[href$='/desk/ratings/" + id + "']").click();
    head.locator("#text").fill("已经核实，当天电话占线，我们增加了接听人员。");
    picture(head, "rating-answer");
    head.locator("main form button[type=submit]").click();
    assertThat(head.locator("main")).containsText("回复已经发给评价人");
    company.navigate("/my/cases/" + id);
    assertThat(company.locator("main")).containsText("我们增加了接听人员");
    picture(company, "rating-answered");
  }

  /**
   * With the keyboard: without script no timer runs in the page, so that Playwright cannot wait
   * until it rests, and a click might meet what has just moved there.
   */
  private static void press(Locator control) {
    control.press(
        control.getAttribute("type") instanceof String type && type.equals("radio")
            ? "Space"
            : "Enter");
  }
}
