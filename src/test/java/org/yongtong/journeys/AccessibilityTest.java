package org.yongtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yongtong.Route;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.accept.RequireCorrection;
import org.yongtong.casework.decide.DecideCase;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.rate.RatingFixture;
import org.yongtong.certificate.Certificates;
import org.yongtong.journeys.pages.Crawl;
import org.yongtong.journeys.pages.PageCheck;
import org.yongtong.platform.pdf.Qr;

/** Every page there is, as everyone who may see it, can be used by everyone. */
class AccessibilityTest extends Journey {

  private static final String DEPARTMENT = "market_regulation";

  /** The crawl is worth nothing when it misses these. */
  private static final Set<String> MUST_BE_SEEN =
      Set.of(
          "/",
          "/verify",
          "/apply/drafts/{id}/applicant",
          "/apply/drafts/{id}/form",
          "/apply/drafts/{id}/papers",
          "/apply/drafts/{id}/check",
          "/my",
          "/my/cases",
          "/my/cases/{id}",
          "/my/cases/{id}/withdraw",
          "/my/cases/{id}/rating",
          "/desk/ratings/{id}",
          "/my/certificates",
          "/my/letters",
          "/coverage",
          "/life-events/{key}",
          "/themes/{audience}",
          "/desk",
          "/desk/cases/{id}",
          "/desk/coverage",
          "/desk/intake/{draft}/applicant",
          "/desk/intake/{draft}/form");

  @Autowired ApplicationContext context;
  @Autowired MockMvc web;
  @Autowired Certificates certificates;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping router;

  @Test
  void everyPageCanBeUsedByEveryone() throws Exception {
    var crawl = new Crawl(Route.all(router));
    var cases = new CaseFixture(context);
    var elder = new ApplicationFixture(web, context);

    CaseFile submitted = cases.submitted();
    cases.attach(submitted, "premises_plan", "平面布局图.png", Qr.png("平面布局图", 8));
    CaseFile inReview = cases.inReview();
    CaseFile pending = cases.pendingDecision();
    CaseFile correcting = correcting(cases);
    CaseFile approved = approved(cases);
    CaseFile finished = new RatingFixture(context).finished();
    new RatingFixture(context).badlyRated("跑了三趟才办成");
    String guide = "/items/" + cases.item("identity-card").taskCode();
    String certificate = certificates.findByMatter(approved.id().toString()).orElseThrow().number();

    UUID waiting = elder.submitted();
    UUID asked = elder.asked(elder.accepted(elder.submitted()), "请说明现在的居住地址？");
    UUID refused = elder.decided(elder.accepted(elder.submitted()), false);
    UUID toCorrect =
        elder.corrected(
            elder.submitted(), new Marks.Mark("field", "care", "现在由谁照料", "与社区登记的情况不一致"));
    String correction =
        ApplicationFixture.location(elder.send(post("/my/cases/" + toCorrect + "/correction")));
    String draft = elder.complete();

    crawl.follow(
        desktop(),
        "nobody",
        "nobody",
        List.of(
            "/",
            guide + "?f.apply_kind=丢失补领",
            guide + "?one=1",
            "/verify?number=" + certificate,
            "/styleguide",
            "/no-such-page",
            "/life-events/birth",
            "/themes/person",
            "/coverage",
            "/coverage/items?measure=whole&missing=1"));
    crawl.follow(
        signIn(desktop(), "person", "elder"),
        "elder",
        "applicant",
        List.of(
            "/",
            "/my",
            draft + "/applicant",
            draft + "/form",
            draft + "/papers",
            draft + "/check",
            correction,
            "/my/cases",
            "/my/cases/" + waiting,
            "/my/cases/" + asked,
            "/my/cases/" + refused,
            "/my/cases/" + toCorrect,
            "/my/cases/" + waiting + "/withdraw"));
    crawl.follow(
        signIn(desktop(), "legal", CaseFixture.COMPANY),
        "company",
        "applicant",
        List.of(
            "/my",
            "/my/cases/" + approved.id(),
            "/my/cases/" + finished.id() + "/rating",
            "/my/certificates",
            "/my/letters"));
    follow(crawl, "clerk." + DEPARTMENT, submitted, correcting, approved);
    follow(crawl, "review1." + DEPARTMENT, inReview);
    follow(crawl, "decide." + DEPARTMENT, pending);
    follow(crawl, "head." + DEPARTMENT, pending);
    follow(crawl, "supervise1", submitted);
    follow(crawl, "admin.system");
    follow(crawl, "admin.audit");
    intake(crawl);

    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "accessibility.txt"), crawl.wrong());
    assertThat(crawl.wrong()).isEmpty();
    assertThat(crawl.visited()).containsAll(MUST_BE_SEEN);
  }

  @Test
  void formsThatAreRefusedTellEveryoneWhy() throws Exception {
    List<String> wrong = new ArrayList<>();
    Page nobody = desktop();
    nobody.navigate("/sign-in");
    nobody.locator("input[name=login]").fill("elder");
    nobody.locator("input[name=password]").fill("wrong-password");
    check(wrong, nobody, submit(nobody, "form[action='/sign-in'] button[type=submit]"));

    var elder = new ApplicationFixture(web, context);
    String draft = elder.begin();
    Page person = signIn(desktop(), "person", "elder");
    person.navigate(draft + "/form");
    check(wrong, person, submit(person, "main form .btn-primary[type=submit]"));
    person.navigate(draft + "/check");
    wrong.addAll(PageCheck.axe(person));

    CaseFile submitted = new CaseFixture(context).submitted();
    Page clerk = signIn(desktop(), "staff", "clerk." + DEPARTMENT);
    clerk.navigate("/desk/cases/" + submitted.id() + "/correction");
    check(
        wrong,
        clerk,
        submit(clerk, "main form .decision-bar button[type=submit]:not([name=preview])"));
    assertThat(wrong).isEmpty();
  }

  @Test
  void largeTypeFitsOnAPhoneToo() throws Exception {
    List<String> wrong = new ArrayList<>();
    var elder = new ApplicationFixture(web, context);
    String item = elder.item().taskCode();
    UUID waiting = elder.submitted();
    String draft = elder.complete();
    Page page = signIn(desktop(), "person", "elder");
    large(page);
    for (String path :
        List.of(
            "/",
            "/items",
            "/items?q=老人",
            "/life-events/birth",
            "/themes/person",
            "/coverage",
            "/items/" + item,
            draft + "/form",
            draft + "/papers",
            draft + "/check",
            "/my",
            "/my/cases",
            "/my/cases/" + waiting,
            "/my/account",
            "/progress",
            "/verify")) {
      check(wrong, page, Objects.requireNonNull(page.navigate(path)));
      assertThat(page.locator("html.large-type").count()).as(path).isEqualTo(1);
    }
    CaseFile submitted = new CaseFixture(context).submitted();
    Page clerk = signIn(desktop(), "staff", "clerk." + DEPARTMENT);
    large(clerk);
    for (String path :
        List.of(
            "/desk",
            "/desk/cases",
            "/desk/cases/" + submitted.id(),
            "/desk/intake",
            "/desk/trace")) {
      check(wrong, clerk, Objects.requireNonNull(clerk.navigate(path)));
    }
    assertThat(wrong).isEmpty();
  }

  private void large(Page page) {
    page.context()
        .addCookies(List.of(new Cookie("yt-large", "1").setUrl("http://localhost:" + port)));
  }

  private static void check(List<String> wrong, Page page, Response answer) {
    PageCheck.problems(page, answer.text()).stream()
        .map(problem -> page.url() + ": " + problem)
        .forEach(wrong::add);
  }

  /** Sends a form as it stands, past the browser's own checks, and gives the server's answer. */
  private static Response submit(Page page, String button) {
    page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
    return page.waitForResponse(
        response -> response.request().method().equals("POST") && response.status() == 422,
        () -> page.locator(button).first().click());
  }

  private void follow(Crawl crawl, String login, CaseFile... cases) {
    List<String> seeds = new ArrayList<>(List.of("/desk"));
    for (CaseFile one : cases) {
      seeds.add("/desk/cases/" + one.id());
    }
    crawl.follow(signIn(desktop(), "staff", login), login, "staff", seeds);
  }

  /** The steps at the window lie behind forms. */
  private void intake(Crawl crawl) {
    Page page = signIn(desktop(), "staff", "clerk.hall1");
    page.navigate("/desk/intake?q=异地就医");
    page.locator("a.tile[href^='/desk/intake/new/']:has-text('异地就医')").first().click();
    page.locator("[name=name]").first().fill("蓝文");
    page.locator("[name=code]").first().fill("452122198002019414");
    page.locator("[name=phone]").first().fill("19900000029");
    page.locator(".actions button").first().click();
    page.waitForURL(url -> url.contains("/applicant") || url.contains("/form"));
    String draft = page.url().replaceFirst("/[a-z]+$", "");
    crawl.follow(
        page,
        "window",
        "window",
        List.of(draft + "/applicant", draft + "/form", draft + "/papers", draft + "/check"));
  }

  private CaseFile correcting(CaseFixture cases) {
    CaseFile file = cases.submitted();
    var mark = new Marks.Mark("field", "shop_name", "经营场所名称", "与门头照片不一致");
    return done(
        context
            .getBean(RequireCorrection.class)
            .require(cases.request(file), List.of(mark), null, cases.as(CaseFixture.CLERK)));
  }

  private CaseFile approved(CaseFixture cases) {
    CaseFile file = cases.pendingDecision();
    return done(
        context
            .getBean(DecideCase.class)
            .approve(cases.request(file), "申请材料齐全，符合法定条件", cases.as(CaseFixture.DECIDER)));
  }

  private static CaseFile done(CaseResult result) {
    assertThat(result).isInstanceOf(CaseResult.Done.class);
    return ((CaseResult.Done) result).caseFile();
  }
}
