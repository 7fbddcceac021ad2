package org.yongtong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.certificate.Certificates;
import org.yongtong.journeys.pages.Officer;
import org.yongtong.platform.pdf.OfficialPaper;
import org.yongtong.platform.pdf.OfficialPapers;
import org.yongtong.platform.pdf.Qr;

class StaffHandleCasesJourney extends Journey {

  @Autowired ApplicationContext context;
  @Autowired Certificates certificates;
  @Autowired JdbcClient database;

  private CaseFixture cases;

  @BeforeEach
  void prepare() {
    cases = new CaseFixture(context);
  }

  @Test
  void fromAcceptanceToACertificateThatAnyoneCanVerify() {
    CaseFile file = cases.submitted();
    cases.attach(file, "premises_plan", "平面布局图.png", Qr.png("平面布局图", 8));
    Page clerk = signIn(desktop(), "staff", CaseFixture.CLERK);
    clerk.navigate("/desk/cases");
    picture(clerk, "desk-queue");
    clerk.keyboard().press("j");
    assertThat(clerk.locator("tr.is-at")).hasCount(1);
    var atWindow = new Officer(clerk).opens(file);
    picture(clerk, "desk-case");
    atWindow.chooses("受理");
    picture(clerk, "desk-accept");
    atWindow.confirms();
    assertThat(clerk.locator(".alert-success")).containsText("已受理");

    Page reviewer = signIn(desktop(), "staff", CaseFixture.REVIEWER);
    new Officer(reviewer)
        .opens(file)
        .chooses("提出审查意见")
        .ticks("recommend", "approve")
        .writes("opinion", "材料齐全，布局合理，符合条件。")
        .confirms();
    assertThat(reviewer.locator(".alert-success")).containsText("转入决定");

    Page decider = signIn(desktop(), "staff", CaseFixture.DECIDER);
    var deciding =
        new Officer(decider).opens(file).chooses("准予").writes("grounds", "申请材料齐全，符合法定条件、标准");
    deciding.previews();
    assertThat(decider.locator(".sheet")).containsText("申请材料齐全，符合法定条件、标准");
    picture(decider, "desk-approve");
    deciding.confirms();
    assertThat(decider.locator(".alert-success")).containsText("准予决定已作出");
    deciding.looksAt("历史");
    picture(decider, "desk-history");

    String number = certificates.findByMatter(file.id().toString()).orElseThrow().number();
    Page anyone = desktop();
    anyone.navigate("/verify?number=" + number);
    assertThat(anyone.locator("main")).containsText("有效");

    new Officer(clerk).opens(file).chooses("窗口送达").writes("receiver", "本人，已核对身份证原件").confirms();
    assertThat(clerk.locator(".alert-success")).containsText("办件结束");
    clerk.navigate("/desk/cases/" + file.id() + "/trace");
    picture(clerk, "desk-trace");
  }

  @Test
  void aCorrectionRoundFromTheNoticeToTheAcceptance() {
    CaseFile file = cases.submitted();
    Page clerk = signIn(desktop(), "staff", CaseFixture.CLERK);
    var atWindow = new Officer(clerk).opens(file).chooses("一次性告知补正");
    atWindow.ticks("mark", "field:shop_name").writes("reason.field:shop_name", "与门头照片不一致");
    atWindow.previews();
    assertThat(clerk.locator(".sheet")).containsText("与门头照片不一致");
    picture(clerk, "desk-correction");
    atWindow.confirms();
    assertThat(clerk.locator(".case-head")).containsText("等申请人补正");

    atWindow.chooses("窗口代为补正");
    assertThat(clerk.locator(".form-mark")).containsText("与门头照片不一致");
    picture(clerk, "desk-intake-correction");
    atWindow.writes("f.shop_name", "邕江大酒楼");
    clerk.locator(".actions button[type=submit]").click();
    clerk.locator("nav.tabs a", new Page.LocatorOptions().setHasText("核对提交")).click();
    clerk.locator("form[action$='/submit'] button").click();
    assertThat(clerk.locator(".alert-success")).containsText("补正内容已收到");
    assertThat(clerk.locator(".case-answers")).containsText("邕江大酒楼");
    atWindow.chooses("受理").confirms();
    assertThat(clerk.locator(".alert-success")).containsText("已受理");
  }

  @Test
  void aRefusalGoesOutWithReasonsAndRights() {
    CaseFile file = cases.pendingDecision();
    Page decider = signIn(desktop(), "staff", CaseFixture.DECIDER);
    var deciding = new Officer(decider).opens(file).chooses("不予批准").writes("grounds", "食品处理区面积不足。");
    deciding.previews();
    assertThat(decider.locator(".sheet")).containsText("行政复议");
    assertThat(decider.locator(".sheet")).containsText("行政诉讼");
    deciding.confirms();
    assertThat(decider.locator(".alert-success")).containsText("不予批准的决定已作出");
    deciding.looksAt("往来文书");
    assertThat(decider.locator("#pane")).containsText("不予决定书");
  }

  @Test
  void twoOfficersDecideAndTheSecondKeepsHisWords() {
    CaseFile file = cases.pendingDecision();
    Page first = signIn(desktop(), "staff", CaseFixture.DECIDER);
    Page second = signIn(withoutScript(), "staff", CaseFixture.DECIDER);
    var slow = new Officer(second).opens(file).chooses("不予批准").writes("grounds", "食品处理区面积不足。");
    new Officer(first).opens(file).chooses("准予").writes("grounds", "申请材料齐全，符合条件。").confirms();
    assertThat(first.locator(".alert-success")).isVisible();
    slow.confirms();
    assertThat(second.locator(".typed")).containsText("食品处理区面积不足");
    assertThat(second.locator("main")).containsText("没有执行");
    picture(second, "desk-conflict");
    second.locator(".actions a.btn-primary").click();
    assertThat(second.locator(".case-head")).containsText("准予，待送达");
  }

  @Test
  void everythingFitsOnAPhone() {
    CaseFile file = cases.submitted();
    cases.attach(file, "premises_plan", "平面布局图.png", Qr.png("平面布局图", 8));
    Page phone = signIn(phone(), "staff", CaseFixture.CLERK);
    for (String path :
        List.of(
            "/desk/cases",
            "/desk/cases/" + file.id(),
            "/desk/cases/" + file.id() + "/accept",
            "/desk/cases/" + file.id() + "/correction",
            "/desk/cases/" + file.id() + "/trace",
            "/desk/cases/" + file.id() + "?view=checks",
            "/desk/intake")) {
      phone.navigate(path);
      picture(phone, "phone" + path.replace(file.id().toString(), "").replaceAll("[^a-z]+", "-"));
      org.assertj.core.api.Assertions.assertThat(
              phone.evaluate("document.documentElement.scrollWidth"))
          .as(path)
          .isEqualTo(390);
    }
  }

  @Test
  void aPdfIsSeenBesideTheFormAndASupervisorSeesWhatIsLate() {
    CaseFile file = cases.submitted();
    cases.attach(
        file,
        "premises_plan",
        "布局图.pdf",
        context
            .getBean(OfficialPapers.class)
            .pdf(
                new OfficialPaper(
                    "平面布局图",
                    "",
                    "",
                    List.of("门、窗、水池"),
                    List.of(),
                    "邕江小馆",
                    java.time.LocalDate.of(2026, 11, 23),
                    null,
                    true)));
    Page clerk = signIn(desktop(), "staff", CaseFixture.CLERK);
    new Officer(clerk).opens(file);
    assertThat(clerk.locator("#viewer")).containsText("布局图.pdf");
    org.assertj.core.api.Assertions.assertThat(
            clerk
                .locator("#viewer img")
                .evaluate("img => img.decode().then(() => img.naturalHeight)"))
        .isEqualTo(1600);
    picture(clerk, "desk-case-pdf");
    CaseFile late = cases.submitted();
    database
        .sql("UPDATE casework.case_file SET due_on = CURRENT_DATE - 20 WHERE id = :id")
        .param("id", late.id())
        .update();
    Page supervisor = signIn(desktop(), "staff", "supervise1");
    supervisor.navigate("/desk/supervision");
    picture(supervisor, "desk-supervision");
    assertThat(supervisor.locator("a[href='/desk/cases/" + late.id() + "']")).isVisible();
    database
        .sql("UPDATE casework.case_file SET due_on = CURRENT_DATE + 9 WHERE id = :id")
        .param("id", late.id())
        .update();
    supervisor.navigate("/desk/cases");
    picture(supervisor, "desk-queue-all");
  }
}
