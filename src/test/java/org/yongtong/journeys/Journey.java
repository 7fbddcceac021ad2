package org.yongtong.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yongtong.YongtongTest;

/**
 * A journey in real Chromium. One browser for all journeys, a fresh context (cookies, storage) for
 * each person.
 */
@YongtongTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Journey {

  static final String PASSWORD = "Yongtong-2026";
  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions()
              .setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private static final Browser BROWSER =
      PLAYWRIGHT
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
  }

  @LocalServerPort int port;

  private final List<BrowserContext> open = new ArrayList<>();
  private final Map<String, String> cookies = new HashMap<>();

  /** A desktop of 1280 px. */
  protected Page desktop() {
    return page(new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  /** A phone of 390 px. */
  protected Page phone() {
    return page(
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  /** A desktop with JavaScript switched off. */
  protected Page withoutScript() {
    return page(
        new Browser.NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false));
  }

  /** Signs in as a sample account; {@code kind} is person, legal or staff. */
  protected Page signIn(Page page, String kind, String login) {
    page.navigate("/sign-in?kind=" + kind);
    page.locator("input[name=login]").fill(login);
    page.locator("input[name=password]").fill(PASSWORD);
    page.locator("form[action='/sign-in'] button[type=submit]").click();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return page;
  }

  /** A new desktop for someone who signed in before in this class; who has not signs in now. */
  protected Page desk(String login) {
    return signedIn(login, "staff", new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  /** A new phone for a person who signed in before in this class; who has not signs in now. */
  protected Page phoneOf(String login) {
    return signedIn(
        login,
        "person",
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  private Page signedIn(String login, String kind, Browser.NewContextOptions options) {
    String kept = cookies.get(login);
    if (kept != null) {
      return page(options.setStorageState(kept));
    }
    Page page = signIn(page(options), kind, login);
    cookies.put(login, page.context().storageState());
    return page;
  }

  /** Keeps a picture of the page below {@code target/pictures}, for people to look at. */
  protected static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/pictures/" + name + ".png")));
  }

  private Page page(Browser.NewContextOptions options) {
    BrowserContext context =
        BROWSER.newContext(
            options
                .setBaseURL("http://localhost:" + port)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
    context.setDefaultTimeout(15_000);
    open.add(context);
    return context.newPage();
  }

  @AfterEach
  void closeContexts() {
    open.forEach(BrowserContext::close);
    open.clear();
  }
}
