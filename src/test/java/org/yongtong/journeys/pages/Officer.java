package org.yongtong.journeys.pages;

import com.microsoft.playwright.Page;
import org.yongtong.casework.file.CaseFile;

/** A member of staff at the screen. */
public record Officer(Page page) {

  public Officer opens(CaseFile file) {
    page.navigate("/desk/cases/" + file.id());
    return this;
  }

  public Officer looksAt(String pane) {
    page.locator(".case-pane .tabs a", new Page.LocatorOptions().setHasText(pane)).click();
    return this;
  }

  /** Chooses an action of the decision bar. */
  public Officer chooses(String action) {
    page.locator(".decision-bar a, .decision-bar form button")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(action))
        .first()
        .click();
    return this;
  }

  public Officer writes(String field, String text) {
    page.locator("[name='" + field + "']").first().fill(text);
    return this;
  }

  public Officer ticks(String name, String value) {
    page.locator("input[name='%s'][value='%s']".formatted(name, value)).check();
    return this;
  }

  public Officer previews() {
    page.locator(".decision-bar button[name=preview]").click();
    return this;
  }

  /** Presses the button that carries the action out. */
  public Officer confirms() {
    page.locator("main form .decision-bar button[type=submit]:not([name=preview])").click();
    return this;
  }
}
