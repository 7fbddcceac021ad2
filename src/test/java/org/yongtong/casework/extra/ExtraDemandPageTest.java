package org.yongtong.casework.extra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.file.FileReferences;

@YongtongTest
class ExtraDemandPageTest {

  private static final String HEAD = CaseFixture.HEAD;
  private static final AtomicInteger ADDRESS = new AtomicInteger(1);

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient database;
  @Autowired Journal journal;
  @Autowired Clock clock;
  @Autowired List<FileReferences> references;
  CaseFixture cases;
  ExtraDemandFixture demands;
  ServiceItem item;

  @BeforeEach
  void food() {
    cases = new CaseFixture(context);
    demands = new ExtraDemandFixture(context);
    item = cases.item("food-business-licence");
  }

  @Test
  void anybodyReportsWithoutANameAndFollowsByNumber() throws Exception {
    Document form = page(send(get("/extra-demands/new?item=" + item.taskCode()), null));
    assertThat(form.select("main").text())
        .contains(item.name(), "除办事指南写明的以外", "可以不填（匿名）", "5 个工作日");
    var answer = report(Map.of("what", "要求提交居委会证明", "way", "窗口"), ApplicationFixture.png());
    assertThat(answer.getStatus()).isEqualTo(303);
    String receipt = Objects.requireNonNull(answer.getRedirectedUrl());
    assertThat(receipt).matches("/extra-demands/JB[0-9]{8}[2-9A-Z]{8}\\?received=true");
    Document followed = page(send(get(receipt), null));
    assertThat(followed.select("main").text()).contains("举报已收到", item.name(), "待处理", "收到举报");
    String number = receipt.substring("/extra-demands/".length(), receipt.indexOf('?'));
    assertThat(
            page(send(get("/extra-demands").param("number", number.toLowerCase(Locale.ROOT)), null))
                .text())
        .contains("待处理")
        .doesNotContain("居委会证明");
    assertThat(acts(number)).extracting(Entry::kind).containsExactly("extra_demand.reported");
    assertThat(acts(number).getFirst().act().actor().id()).isEqualTo("anonymous");
    assertThat(acts(number).toString()).doesNotContain("居委会证明");
  }

  @Test
  void whatIsMissingIsSaidBesideItsFieldAndTypedWordsStay() throws Exception {
    var answer =
        report(
            Map.of("what", "太短", "way", "月球", "on", "2999-01-01", "caseNumber", "1", "who", "三号窗口"),
            null);
    assertThat(answer.getStatus()).isEqualTo(422);
    Document page = Jsoup.parse(answer.getContentAsString());
    assertThat(page.select(".field-error")).hasSize(4);
    assertThat(page.select(".problem-summary a").eachAttr("href"))
        .contains("#f-what", "#f-way", "#f-on", "#f-caseNumber");
    assertThat(page.select("input[name=who]").val()).isEqualTo("三号窗口");
    var evidence =
        report(
            Map.of("what", "要求提交居委会证明", "way", "窗口"),
            "MZ program".getBytes(StandardCharsets.UTF_8));
    assertThat(Jsoup.parse(evidence.getContentAsString()).select("#f-evidence-error").text())
        .contains("只接收");
    assertThat(send(get("/extra-demands/new?item=" + "0".repeat(31)), null).getStatus())
        .isEqualTo(404);
  }

  @Test
  void whoReportsTooOftenMustWaitAndMachinesGetNowhere() throws Exception {
    String address = "198.51.101.1";
    Map<String, String> typed = Map.of("what", "太短", "way", "窗口");
    MockHttpServletResponse answer = report(typed, null, address);
    for (int i = 0; i < 60 && answer.getStatus() == 422; i++) {
      answer = report(typed, null, address);
    }
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getContentAsString()).contains("过一分钟再试");
    assertThat(answer.getHeader("Retry-After")).isEqualTo("60");
    assertThat(
            report(Map.of("what", "要求提交居委会证明", "way", "窗口", "website", "http://x"), null)
                .getStatus())
        .isEqualTo(429);
  }

  @Test
  void theDepartmentIsHeardAndTheReporterLearnsTheFinding() throws Exception {
    ExtraDemand demand = demands.reported(item, "19900008888", ApplicationFixture.ELDER);
    String path = "/desk/extra-demands/" + demand.id();
    assertThat(send(get(path), HEAD).getStatus()).as("not asked yet").isEqualTo(404);
    assertThat(page(send(get("/desk/extra-demands"), ExtraDemandFixture.SUPERVISOR)).text())
        .contains(demand.number());
    Document open = page(send(get(path), ExtraDemandFixture.SUPERVISOR));
    assertThat(open.text()).contains("房东的身份证复印件", "19900008888", "转部门答复");
    assertThat(open.select("input[name=finding]").eachAttr("value"))
        .as("nothing is found before the department was heard")
        .containsExactly("unfounded");
    assertThat(send(get(path + "/evidence"), ExtraDemandFixture.SUPERVISOR).getContentType())
        .isEqualTo("image/png");

    assertThat(step(path, "ask", ExtraDemandFixture.SUPERVISOR, "text", "短").getStatus())
        .isEqualTo(422);
    assertThat(step(path, "ask", ExtraDemandFixture.SUPERVISOR, "text", "请说明依据和经过").getStatus())
        .isEqualTo(303);
    Document asked = page(send(get(path), HEAD));
    assertThat(asked.text())
        .contains("房东的身份证复印件", "请说明依据和经过", "剩 5 个工作日", "本部门的答复")
        .doesNotContain("19900008888", "韦");
    assertThat(page(send(get("/desk"), HEAD)).text()).contains("额外要求举报", "等本部门答复");
    assertThat(
            step(
                    path,
                    "finding",
                    ExtraDemandFixture.SUPERVISOR,
                    "finding",
                    "founded",
                    "text",
                    "没有依据")
                .getStatus())
        .as("the department has time left")
        .isEqualTo(409);
    assertThat(step(path, "answer", HEAD, "text", "窗口误解，已经改正").getStatus()).isEqualTo(303);
    assertThat(step(path, "finding", ExtraDemandFixture.SUPERVISOR, "text", "没有依据的要求").getStatus())
        .as("neither founded nor unfounded")
        .isEqualTo(422);
    assertThat(
            step(
                    path,
                    "finding",
                    ExtraDemandFixture.SUPERVISOR,
                    "finding",
                    "founded",
                    "text",
                    "办事指南没有这项材料，已责令改正")
                .getStatus())
        .isEqualTo(303);

    assertThat(page(send(get("/extra-demands/" + demand.number()), null)).text())
        .contains("属实", "已责令改正", "办理部门作出答复")
        .doesNotContain("窗口误解", "19900008888");
    assertThat(acts(demand.number()))
        .extracting(Entry::kind)
        .containsExactly(
            "extra_demand.reported",
            "extra_demand.asked",
            "extra_demand.answered",
            "extra_demand.founded");
    assertThat(acts(demand.number()).get(1).act().dueAt()).isNotNull();
    assertThat(
            database
                .sql(
                    "SELECT count(*) FROM notification.letter WHERE effect = :effect AND account ="
                        + " :me")
                .param("effect", "extra-demand:%s:FOUNDED".formatted(demand.id()))
                .param("me", cases.as(ApplicationFixture.ELDER).account())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(page(send(get("/desk/extra-demands?tab=closed"), HEAD)).text())
        .contains(demand.number());
  }

  @Test
  void aDepartmentThatLetsItsDaysGoByIsFoundAgainst() throws Exception {
    UUID id = demands.asked(item);
    database
        .sql("UPDATE casework.extra_demand SET due_on = :day WHERE id = :id")
        .param("day", LocalDate.now(clock).minusDays(9))
        .param("id", id)
        .update();
    String path = "/desk/extra-demands/" + id;
    assertThat(page(send(get(path), ExtraDemandFixture.SUPERVISOR)).text()).contains("未答复", "作出认定");
    assertThat(
            step(
                    path,
                    "finding",
                    ExtraDemandFixture.SUPERVISOR,
                    "finding",
                    "founded",
                    "text",
                    "逾期不答复")
                .getStatus())
        .isEqualTo(303);
  }

  @Test
  void aPageThatIsOutOfDateDoesNothing() throws Exception {
    ExtraDemand demand = demands.reported(item, "", null);
    String path = "/desk/extra-demands/" + demand.id();
    assertThat(step(path, "ask", ExtraDemandFixture.SUPERVISOR, "text", "请说明依据和经过").getStatus())
        .isEqualTo(303);
    var again =
        send(
            post(path + "/ask").param("version", "0").param("text", "请再说明一次依据"),
            ExtraDemandFixture.SUPERVISOR);
    assertThat(again.getStatus()).isEqualTo(409);
    assertThat(again.getContentAsString()).contains("不能转部门答复");
  }

  @Test
  void theApplicantsCaseLeadsThereWithItsNumber() throws Exception {
    CaseFile file = cases.submitted();
    Document page = page(send(get("/my/cases/" + file.id()), CaseFixture.COMPANY));
    String link = page.select("a[href^=/extra-demands/new]").attr("href");
    assertThat(link).contains(item.taskCode(), file.number());
    Document form = page(send(get(link), CaseFixture.COMPANY));
    assertThat(form.select("input[name=caseNumber]").val()).isEqualTo(file.number());
    assertThat(
            page(send(get("/my/cases/" + file.id() + "/receipt"), CaseFixture.COMPANY))
                .select("a[href^=/extra-demands/new]"))
        .hasSize(1);
    var answer =
        report(Map.of("what", "要求提交居委会证明", "way", "窗口", "caseNumber", file.number()), null);
    String number = Objects.requireNonNull(answer.getRedirectedUrl()).substring(15, 33);
    assertThat(acts(number).getFirst().payload().get("case")).isEqualTo(file.id().toString());
  }

  @Test
  void evidenceIsKeptAsLongAsItsReport() {
    ExtraDemand demand = demands.reported(item, "", null);
    String file = Objects.requireNonNull(demand.evidence());
    assertThat(references).anyMatch(one -> one.among(List.of(file)).contains(file));
  }

  private List<Entry> acts(String number) {
    String id =
        database
            .sql("SELECT id FROM casework.extra_demand WHERE number = :number")
            .param("number", number)
            .query(UUID.class)
            .single()
            .toString();
    return journal.about(new Subject("extra_demand", id));
  }

  private MockHttpServletResponse step(String path, String step, String login, String... typed)
      throws Exception {
    // as the page shows it, or as somebody would send it who has no button for it
    String shown =
        page(send(get(path), login)).select("input[name=version]").eachAttr("value").stream()
            .findFirst()
            .orElse("1");
    var request = post(path + "/" + step).param("version", shown);
    for (int i = 0; i < typed.length; i += 2) {
      request.param(typed[i], typed[i + 1]);
    }
    return send(request, login);
  }

  private MockHttpServletResponse report(Map<String, String> typed, byte @Nullable [] evidence)
      throws Exception {
    return report(typed, evidence, "198.51.102." + ADDRESS.incrementAndGet());
  }

  private MockHttpServletResponse report(
      Map<String, String> typed, byte @Nullable [] evidence, String address) throws Exception {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("item", item.taskCode());
    all.put("on", LocalDate.now(clock).toString());
    all.putAll(typed);
    var request = multipart("/extra-demands");
    if (evidence != null) {
      request.file(new MockMultipartFile("evidence", "通知.png", "image/png", evidence));
    }
    all.forEach(request::param);
    request.with(
        sent -> {
          sent.setRemoteAddr(address);
          return sent;
        });
    return send(request, null);
  }

  private MockHttpServletResponse send(
      AbstractMockHttpServletRequestBuilder<?> request, @Nullable String login) throws Exception {
    if (login != null) {
      request.with(As.login(login));
    }
    return web.perform(request.with(As.csrf())).andReturn().getResponse();
  }

  private static Document page(MockHttpServletResponse response) throws Exception {
    assertThat(response.getStatus()).isEqualTo(200);
    return Jsoup.parse(response.getContentAsString());
  }
}
