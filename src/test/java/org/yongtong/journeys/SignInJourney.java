package org.yongtong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class SignInJourney extends Journey {

  @Test
  void aPersonSignsInSeesWhoHeIsAndSignsOut() {
    Page page = signIn(desktop(), "person", "elder");
    page.navigate("/my");
    assertThat(page.locator("header")).containsText("退出");
    page.locator("header details:has(form[action='/sign-out']) summary").click();
    page.locator("header form[action='/sign-out'] button").click();
    page.navigate("/my");
    org.assertj.core.api.Assertions.assertThat(page.url()).contains("/sign-in");
  }

  @Test
  void staffComeToTheirDesk() {
    Page page = signIn(desktop(), "staff", "clerk.market_regulation");
    page.navigate("/desk");
    assertThat(page.locator("main")).isVisible();
    assertThat(page.locator("body.is-staff")).isVisible();
  }
}
