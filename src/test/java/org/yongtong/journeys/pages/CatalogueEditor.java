package org.yongtong.journeys.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** An editor of the catalogue at the screen. */
public final class CatalogueEditor {

  private final Page page;
  private final Consumer<String> seen;
  private String revision = "";

  /**
   * @param seen told the name of each page that was filled in
   */
  public CatalogueEditor(Page page, Consumer<String> seen) {
    this.page = page;
    this.seen = seen;
  }

  /** Address of the revision. */
  public String revision() {
    return revision;
  }

  public Page page() {
    return page;
  }

  /** Goes on with a revision that is open on the screen. */
  public CatalogueEditor goesOn() {
    revision = page.url().replaceFirst("(/revisions/[^/?]*).*", "$1");
    return this;
  }

  public CatalogueEditor setsUp(String name, String kind, String reason) {
    page.navigate("/desk/catalogue/new");
    page.locator("input[name=name]").fill(name);
    page.locator("select[name=kind]").selectOption(kind);
    page.locator("textarea[name=reason]").fill(reason);
    seen.accept("new");
    page.locator("main form button[type=submit]").click();
    page.waitForURL(url -> url.contains("/desk/catalogue/revisions/"));
    revision = page.url().replaceFirst("\\?.*", "");
    seen.accept("overview-empty");
    return this;
  }

  /** Opens a revision of an item from its page: the word of the button, and why. */
  public CatalogueEditor revises(String item, String purpose, String reason) {
    page.navigate("/desk/catalogue/items/" + item);
    page.locator(".decision-bar a", new Page.LocatorOptions().setHasText(purpose)).click();
    page.locator("textarea[name=reason]").fill(reason);
    page.locator("main form button[type=submit]").click();
    page.waitForURL(url -> url.contains("/desk/catalogue/revisions/"));
    return goesOn();
  }

  public CatalogueEditor opens(String key) {
    page.navigate(revision + "/" + key);
    return this;
  }

  public CatalogueEditor writes(String place, String text) {
    at(place).fill(text);
    return this;
  }

  public CatalogueEditor chooses(String place, String value) {
    Locator control = page.locator("select[name='" + place + "']");
    if (control.count() > 0) {
      control.selectOption(value);
    } else {
      page.locator("input[name='%s'][value='%s']".formatted(place, value)).check();
    }
    return this;
  }

  /** A button of a list; what was typed is saved with it. */
  public CatalogueEditor presses(String button) {
    page.locator("button[name=do][value='" + button + "']").click();
    page.waitForLoadState();
    return this;
  }

  /** Saves; the page then says what is still wrong. */
  public CatalogueEditor saves() {
    page.locator("button[name=save]").click();
    page.waitForURL(url -> url.contains("saved=1"));
    seen.accept(page.url().replaceFirst(".*/revisions/[^/]*/", "").replaceFirst("\\?.*", ""));
    return this;
  }

  private Locator at(String place) {
    return page.locator("input[name='%s'], textarea[name='%s']".formatted(place, place)).last();
  }

  public CatalogueEditor submits() {
    step(page, revision, "提交审核", "");
    return this;
  }

  /** A step of the flow, with an opinion where one is asked for. */
  public static void step(Page page, String revision, String word, String opinion) {
    page.navigate(revision);
    page.locator(".decision-bar a", new Page.LocatorOptions().setHasText(word)).first().click();
    Locator said = page.locator("textarea[name=opinion]");
    if (said.count() > 0 && !opinion.isEmpty()) {
      said.fill(opinion);
    }
    page.locator("main form .decision-bar button[type=submit]").click();
    page.waitForURL(url -> url.contains("?done="));
  }
}
