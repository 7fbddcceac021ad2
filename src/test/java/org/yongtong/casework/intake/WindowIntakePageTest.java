package org.yongtong.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.State;
import org.yongtong.platform.pdf.Qr;

@YongtongTest
class WindowIntakePageTest {

  private static final String HALL = "clerk.hall1";
  private static final String NAME = "蓝文";
  private static final String NUMBER = "452122198002019414";

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired CaseFiles files;
  @Autowired Filings filings;

  private CaseFixture cases;
  private DeskPages desk;

  @BeforeEach
  void prepare() {
    cases = new CaseFixture(context);
    desk = new DeskPages(web);
  }

  @Test
  void somebodyWithoutAnAccountAppliesAtTheWindow() throws Exception {
    String draft = begun();
    assertThat(desk.page(draft + "/applicant", HALL).select("#f-applicant\\.address").val())
        .contains("横州市");
    assertThat(send(draft + "/applicant", "phone", "19900000029").getRedirectedUrl())
        .isEqualTo(draft + "/form");
    assertThat(desk.page(draft + "/check", HALL).select(".problem-summary").text())
        .contains("备案类型");
    assertThat(send(draft + "/submit").getStatus()).isEqualTo(422);
    assertThat(form(draft).getRedirectedUrl()).isEqualTo(draft + "/papers");
    assertThat(desk.page(draft + "/check", HALL).select(".problem-summary").text()).isEmpty();
    MockHttpServletResponse done = send(draft + "/submit");
    assertThat(done.getStatus()).isEqualTo(303);
    CaseFile file = files.find(id(done)).orElseThrow();
    assertThat(file.channel()).isEqualTo(CaseFile.Channel.WINDOW);
    assertThat(file.applicant().account()).isNull();
    assertThat(file.intakeBy()).isEqualTo(cases.as(HALL).account());
    assertThat(send(draft + "/submit").getRedirectedUrl()).isEqualTo(done.getRedirectedUrl());
    assertThat(desk.open(file, "accept", HALL).send().getStatus()).isEqualTo(303);
  }

  @Test
  void aNumberOfAnotherNameIsSaidAndNeedsTheOriginal() throws Exception {
    String path = "/desk/intake/new/" + cases.item("remote-medical-filing").taskCode();
    var refused = send(path, "name", "蓝武", "code", NUMBER, "phone", "19900000029");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("不一致").doesNotContain("蓝文");
    assertThat(
            send(path, "name", "蓝武", "code", NUMBER, "phone", "19900000029", "seen", "1")
                .getStatus())
        .isEqualTo(303);
    var wrong = send(path, "name", NAME, "code", "452122198002019415", "phone", "1");
    assertThat(Jsoup.parse(wrong.getContentAsString()).select(".field-error")).hasSize(2);
  }

  @Test
  void papersAreScannedRefusedAndRemoved() throws Exception {
    String draft = begun();
    form(draft, "异地转诊人员");
    String path = draft + "/papers/referral";
    assertThat(upload(path, "转诊.png", Qr.png("转诊", 4)).getStatus()).isEqualTo(303);
    assertThat(problem(upload(path, "再传.png", Qr.png("转诊", 4)))).contains("已经上传过");
    assertThat(problem(upload(path, "假的.pdf", "MZ".getBytes()))).contains("只接收");
    assertThat(problem(upload(path, "空的.pdf", new byte[0]))).contains("空的");
    assertThat(upload(draft + "/papers/nothing", "x.png", Qr.png("x", 4)).getStatus())
        .isEqualTo(404);
    var page = desk.page(draft + "/papers", HALL);
    String remove = page.select("form[action$=/remove]").attr("action");
    assertThat(desk.get(remove.replace("/remove", ""), HALL).getContentType())
        .isEqualTo("image/png");
    assertThat(send(remove).getStatus()).isEqualTo(303);
    assertThat(desk.page(draft + "/papers", HALL).select("form[action$=/remove]")).isEmpty();
  }

  @Test
  void draftsOfOthersDoNotExist() throws Exception {
    String draft = begun();
    for (String step : new String[] {"applicant", "form", "papers", "check"}) {
      assertThat(desk.get(draft + "/" + step, "clerk.hall2").getStatus()).isEqualTo(404);
    }
    assertThat(desk.get("/desk/intake", CaseFixture.REVIEWER).getStatus()).isEqualTo(403);
    String elsewhere = "/desk/intake/new/" + cases.item("remote-medical-filing").taskCode();
    assertThat(desk.get(elsewhere, CaseFixture.CLERK).getStatus()).isEqualTo(404);
    assertThat(desk.page("/desk/intake", HALL).select("a.tile").eachAttr("href"))
        .contains(draft + "/form", elsewhere);
    assertThat(send(draft + "/discard").getStatus()).isEqualTo(303);
    assertThat(desk.get(draft + "/form", HALL).getStatus()).isEqualTo(404);
  }

  @Test
  void whatTheNoticeNamedIsCorrectedAtTheWindowAndNothingElse() throws Exception {
    CaseFile file = cases.submitted();
    desk.open(file, "correction", CaseFixture.CLERK)
        .send("mark", "field:shop_name", "reason.field:shop_name", "与门头照片不一致");
    var started =
        web.perform(
                post("/desk/intake/correct/" + file.id())
                    .with(As.staff(CaseFixture.CLERK))
                    .with(As.csrf()))
            .andReturn()
            .getResponse();
    String form = Objects.requireNonNull(started.getRedirectedUrl());
    String draft = form.substring(0, form.lastIndexOf('/'));
    assertThat(desk.page(form, CaseFixture.CLERK).select(".form-mark").text()).contains("与门头照片不一致");
    assertThat(sendAs(CaseFixture.CLERK, form, "f.shop_name", "邕江大酒楼", "f.area", "1").getStatus())
        .isEqualTo(303);
    var done = sendAs(CaseFixture.CLERK, draft + "/submit");
    assertThat(done.getRedirectedUrl()).isEqualTo("/desk/cases/" + file.id() + "?done=CORRECT");
    CaseFile now = cases.now(file);
    assertThat(now.state()).isEqualTo(State.SUBMITTED);
    var values = filings.get(file.id(), 2).values();
    assertThat(values.text("shop_name")).isEqualTo("邕江大酒楼");
    assertThat(values.text("area")).isEqualTo("86.5");
    assertThat(
            desk.open(now, "correction", CaseFixture.CLERK)
                .page()
                .select("input[name=mark]")
                .eachAttr("value"))
        .containsExactly("field:shop_name");
  }

  private String begun() throws Exception {
    String path = "/desk/intake/new/" + cases.item("remote-medical-filing").taskCode();
    String next =
        Objects.requireNonNull(
            send(path, "name", NAME, "code", NUMBER, "phone", "19900000029").getRedirectedUrl());
    assertThat(next).endsWith("/applicant?register=same");
    return next.substring(0, next.lastIndexOf('/'));
  }

  private MockHttpServletResponse form(String draft) throws Exception {
    return form(draft, "其他临时外出就医人员");
  }

  private MockHttpServletResponse form(String draft, String kind) throws Exception {
    return send(
        draft + "/form",
        "f.filing_kind",
        kind,
        "f.for_child",
        "false",
        "f.insurance",
        "职工基本医疗保险",
        "f.cross_province",
        "true",
        "f.treat_place.county",
        "000000000000",
        "f.treat_place.detail",
        "广东省广州市",
        "f.start_on",
        java.time.LocalDate.now(context.getBean(java.time.Clock.class)).toString(),
        "f.end_on",
        java.time.LocalDate.now(context.getBean(java.time.Clock.class)).plusDays(9).toString(),
        "f.chronic",
        "false",
        "f.promise",
        "true");
  }

  private MockHttpServletResponse send(String path, String... typed) throws Exception {
    return sendAs(HALL, path, typed);
  }

  private MockHttpServletResponse sendAs(String login, String path, String... typed)
      throws Exception {
    var request = post(path).with(As.staff(login)).with(As.csrf());
    for (int i = 0; i < typed.length; i += 2) {
      request.param(typed[i], typed[i + 1]);
    }
    return web.perform(request).andReturn().getResponse();
  }

  private MockHttpServletResponse upload(String path, String name, byte[] content)
      throws Exception {
    return web.perform(
            multipart(path)
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .with(As.staff(HALL))
                .with(As.csrf()))
        .andReturn()
        .getResponse();
  }

  private static String problem(MockHttpServletResponse answer) throws Exception {
    assertThat(answer.getStatus()).isEqualTo(422);
    return Jsoup.parse(answer.getContentAsString()).select(".field-error").text();
  }

  private static UUID id(MockHttpServletResponse done) {
    String path = Objects.requireNonNull(done.getRedirectedUrl());
    return UUID.fromString(path.substring("/desk/cases/".length(), path.indexOf('?')));
  }
}
