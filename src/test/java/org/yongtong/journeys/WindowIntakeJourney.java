package org.yongtong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yongtong.journeys.pages.Officer;

class WindowIntakeJourney extends Journey {

  @Autowired Clock clock;

  @Test
  void somebodyWithoutAnAccountIsHelpedAtTheWindow() {
    Page page = signIn(desktop(), "staff", "clerk.hall1");
    page.navigate("/desk/intake?q=异地就医");
    picture(page, "desk-intake");
    page.locator("a.tile[href^='/desk/intake/new/']:has-text('异地就医')").first().click();
    var clerk = new Officer(page);
    clerk.writes("name", "蓝文").writes("code", "452122198002019414").writes("phone", "19900000029");
    page.locator(".actions button").click();
    picture(page, "desk-intake-applicant");
    page.locator(".actions button").click();
    clerk.ticks("f.filing_kind", "其他临时外出就医人员");
    assertThat(page.locator("#form-status")).containsText("已自动保存");
    clerk.ticks("f.for_child", "false").ticks("f.insurance", "职工基本医疗保险");
    clerk.ticks("f.cross_province", "true");
    page.locator("[name='f.treat_place.county']").selectOption("000000000000");
    clerk.writes("f.treat_place.detail", "广东省广州市");
    clerk.writes("f.start_on", LocalDate.now(clock).toString());
    clerk.writes("f.end_on", LocalDate.now(clock).plusDays(9).toString());
    clerk.ticks("f.chronic", "false").ticks("f.promise", "true");
    picture(page, "desk-intake-form");
    page.locator(".actions button[type=submit]").click();
    picture(page, "desk-intake-papers");
    page.locator("nav.tabs a", new Page.LocatorOptions().setHasText("核对提交")).click();
    picture(page, "desk-intake-check");
    page.locator("form[action$='/submit'] button").click();
    assertThat(page.locator(".alert-success")).containsText("已收件");
    assertThat(page.locator(".case-head")).containsText("窗口");
    page.locator(".case-links a", new Page.LocatorOptions().setHasText("收件凭证")).click();
    assertThat(page.locator("svg.qr")).isVisible();
    picture(page, "desk-receipt");
    page.goBack();
    clerk.chooses("受理").confirms();
    assertThat(page.locator(".alert-success")).containsText("已受理");
  }
}
