package org.yongtong.casework.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.yongtong.casework.ApplicationFixture.location;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.ItemFixture;
import org.yongtong.casework.accept.AcceptCase;
import org.yongtong.casework.accept.RequireCorrection;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.State;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/** The same answers decide the guide, the application and the case. */
@YongtongTest
class RoutedCasePageTest {

  private static final String FIELDS =
      """
      - {id: place, label: 在哪里, kind: choice, required: true, guide: true, options: [村里, 城里]}
      - {id: big, label: 是不是大型的, kind: yes_no, required: true, guide: true}
      - {id: height, label: 有多高, kind: integer, required: true, visible: big}
      """;

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Journal journal;
  @Autowired Directory directory;
  @Autowired CaseScope scope;
  @Autowired Documents documents;
  ItemFixture items;
  ApplicationFixture elder;
  ServiceItem item;

  @BeforeEach
  void publish() {
    items = new ItemFixture(context);
    elder = new ApplicationFixture(web, context);
    item =
        items.publish(
            "搭棚登记" + UUID.randomUUID().toString().substring(0, 4),
            FIELDS,
            Map.of(),
            Map.of(
                "limits",
                Map.of("legal_days", 20, "promised_days", 9, "legal_basis", "试验"),
                "fees",
                List.of(
                    Map.of(
                        "name",
                        "登记费",
                        "amount",
                        "35.00",
                        "unit",
                        "元/件",
                        "basis",
                        "试验",
                        "when",
                        "big",
                        "when_words",
                        "大型的")),
                "papers",
                List.of(
                    Map.ofEntries(
                        Map.entry("id", "drawing"),
                        Map.entry("name", "搭棚的图样"),
                        Map.entry("required", "when"),
                        Map.entry("when", "big"),
                        Map.entry("when_words", "大型的"),
                        Map.entry("kind", "original"),
                        Map.entry("source", "applicant"),
                        Map.entry("form", "either"),
                        Map.entry("originals", 1),
                        Map.entry("copies", 0),
                        Map.entry("issuer", "申请人"),
                        Map.entry("basis", "试验"))),
                "steps",
                List.of(
                    step("受理", "window", 1),
                    step("审查", "reviewer", 2),
                    Map.of(
                        "name",
                        "现场查看",
                        "role",
                        "reviewer",
                        "days",
                        5,
                        "duty",
                        "到现场看",
                        "when",
                        "big",
                        "when_words",
                        "大型的"),
                    step("决定", "decider", 1)),
                "routing",
                List.of(
                    Map.of(
                        "department",
                        "agriculture",
                        "when",
                        "place == '村里'",
                        "when_words",
                        "搭在村里的"))));
  }

  private static Map<String, Object> step(String name, String role, int days) {
    return Map.of("name", name, "role", role, "days", days, "duty", name);
  }

  @AfterEach
  void end() {
    items.cancel(item, null, "试验结束");
  }

  @Test
  void theAnswersOfTheGuideReachTheCaseThatTheyRoute() throws Exception {
    Document guide = guide(Map.of("f.place", "村里", "f.big", "false"));
    String bureau = directory.department("agriculture").name();
    assertThat(guide.select("#mine").text()).contains(bureau, "搭在村里的", "受理后 4 个工作日内办结", "不收费");
    String apply = guide.select("#mine a.btn-primary").attr("href");
    assertThat(apply).startsWith("/apply/" + item.taskCode() + "?f.place=");

    Document start =
        Jsoup.parse(
            web.perform(
                    get(UriComponentsBuilder.fromUriString(apply).build(true).toUri())
                        .with(As.login(ApplicationFixture.ELDER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    assertThat(start.select(".facts").text()).contains("受理后 4 个工作日内", "不收费");
    assertThat(start.text()).contains("您在办事指南里的回答", "在哪里 村里");

    String draft =
        location(
                elder.send(
                    post("/apply/" + item.taskCode())
                        .param("f.place", "村里")
                        .param("f.big", "false")))
            .replaceAll("/[a-z]+$", "");
    assertThat(elder.page(draft + "/form").text()).contains("来自情形引导");
    elder.fill(draft + "/applicant", Map.of("phone", "19900008001"));
    elder.fill(draft + "/form", Map.of("f.place", "村里", "f.big", "false"));
    assertThat(elder.page(draft + "/check").select("main").text())
        .contains("承办部门 " + bureau, "受理后 4 个工作日内");
    CaseFile file = elder.file(elder.submit(draft));

    assertThat(file.department()).isEqualTo("agriculture");
    assertThat(file.promisedDays()).isEqualTo(4);
    assertThat(file.number())
        .startsWith(directory.department("agriculture").creditCode())
        .contains(item.taskCode().substring(18, 31));
    assertThat(scope.sees(SampleSignIns.find(context, "head.agriculture"), file)).isTrue();
    assertThat(scope.sees(SampleSignIns.find(context, "head.civil_affairs"), file)).isFalse();
    assertThat(documents.of(file.id()))
        .extracting(each -> each.number())
        .allMatch(number -> number.contains(directory.department("agriculture").shortName()));
    Entry submitted =
        journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).getFirst();
    assertThat(String.valueOf(submitted.payload().get("routed_to"))).isEqualTo(bureau);
    assertThat(String.valueOf(submitted.payload().get("routed_by"))).isEqualTo("搭在村里的");
    assertThat(elder.page("/my/cases/" + file.id()).text()).contains("搭在村里的，由" + bureau + "办理");
  }

  @Test
  void withoutARuleThatHoldsTheItemsOwnDepartmentKeepsIt() throws Exception {
    Document guide = guide(Map.of("f.place", "城里", "f.big", "true"));
    assertThat(guide.select("#mine").text())
        .contains(directory.department(item.department()).name(), "受理后 9 个工作日内", "共 35.00 元");
    String draft =
        location(elder.send(post("/apply/" + item.taskCode()))).replaceAll("/[a-z]+$", "");
    elder.fill(draft + "/applicant", Map.of("phone", "19900008001"));
    elder.fill(draft + "/form", Map.of("f.place", "城里", "f.big", "true", "f.height", "5"));
    location(elder.upload(draft, "drawing", "图样.png", ApplicationFixture.png()));
    CaseFile file = elder.file(elder.submit(draft));
    assertThat(file.department()).isEqualTo(item.department());
    assertThat(file.promisedDays()).isEqualTo(9);
    assertThat(file.number()).startsWith(item.taskCode().substring(0, 31));
    assertThat(
            journal
                .about(new Subject(CaseFiles.SUBJECT, file.id().toString()))
                .getFirst()
                .payload()
                .keySet())
        .isNotEmpty()
        .noneMatch(key -> key.startsWith("routed"));
  }

  @Test
  void theInterfaceSaysTheSameAsTheGuide() throws Exception {
    String json =
        web.perform(get("/api/v1/items/" + item.taskCode() + "/situation").param("f.place", "村里"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"routedBy\":\"搭在村里的\"", "\"key\":\"agriculture\"", "\"settled\":false")
        .contains("\"parameter\":\"f.big\"", "\"undecided\":[\"登记费\"]");
  }

  @Test
  void theFlowIsDrawnWithoutTheStepsThatTheAnswersRuleOut() throws Exception {
    Document guide = guide(Map.of("f.place", "村里", "f.big", "false"));
    String mine = guide.select("#steps a[href*=/flow]").attr("href");
    Document flow = page(mine);
    assertThat(flow.select(".flow-words .flow-word-name").eachText())
        .noneMatch(name -> name.contains("现场查看"))
        .anyMatch(name -> name.contains("决定"));
    assertThat(flow.select("svg[role=img]").text()).doesNotContain("现场查看");
    assertThat(flow.select("main").text())
        .contains("不用走的环节没有画：现场查看", directory.department("agriculture").name());
    String file = flow.select("figcaption a").attr("href");
    assertThat(file).contains(".svg?f.");
    assertThat(page(file).text()).doesNotContain("现场查看");
    assertThat(flow.select("a.btn-primary").attr("href")).contains("f.place=");
    // who needs the step finds it without "for whom", who has not answered with it
    Document big = page(mine.replaceAll("f\\.big=\\w+", "f.big=true"));
    assertThat(big.select(".flow-words").text()).contains("现场查看").doesNotContain("（大型的）");
    assertThat(page("/items/" + item.taskCode() + "/flow").select(".flow-words").text())
        .contains("现场查看", "（大型的）");
  }

  private Document page(String address) throws Exception {
    return Jsoup.parse(
        web.perform(get(java.net.URI.create(address)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8));
  }

  @Test
  void theDepartmentThatIsSentCasesFiltersItsQueueByTheItem() throws Exception {
    CaseFile file = filed("村里");
    var desk = new DeskPages(web);
    for (String login : List.of("clerk.agriculture", "clerk." + item.department())) {
      Document queue = desk.page("/desk/cases?tab=accept&item=" + item.taskCode(), login);
      assertThat(queue.select("select[name=item] option[selected]").text())
          .as(login)
          .isEqualTo(item.name());
      assertThat(queue.select(".case-number").eachAttr("href").contains("/desk/cases/" + file.id()))
          .as(login)
          .isEqualTo(login.equals("clerk.agriculture"));
    }
    // who has nothing to do with it is not offered it
    assertThat(
            desk.page("/desk/cases", CaseFixture.CLERK)
                .select("select[name=item] option")
                .eachText())
        .doesNotContain(item.name());
  }

  @Test
  void aCorrectionThatChangesTheDepartmentIsHandedOverAndNeverAcceptedByTheOldOne()
      throws Exception {
    CaseFile file = corrected(filed("城里"), "place", "f.place", "村里");
    String bureau = directory.department("agriculture").name();
    String clerk = "clerk." + item.department();
    assertThat(file.department()).isEqualTo(item.department());
    assertThat(file.state()).isEqualTo(State.SUBMITTED);
    LocalDate due = file.dueOn();
    var desk = new DeskPages(web);
    Document page = desk.page("/desk/cases/" + file.id(), clerk);
    assertThat(page.select("main").text()).contains("“搭在村里的”的分办规则", "应当由" + bureau + "办理");
    assertThat(page.select("a[href$=/accept]")).isEmpty();
    assertThat(page.select("a[href$=/redirect]")).hasSize(1);
    var refused =
        context.getBean(AcceptCase.class).accept(request(file), SampleSignIns.find(context, clerk));
    assertThat(refused)
        .isInstanceOfSatisfying(
            CaseResult.Refused.class,
            no -> assertThat(no.refusal().message()).contains(bureau, "请转交承办部门"));

    Document form = desk.page("/desk/cases/" + file.id() + "/redirect", clerk);
    assertThat(form.select("main").text()).contains(bureau, "受理期限照常计算");
    String to =
        location(
            web.perform(
                post("/desk/cases/" + file.id() + "/redirect")
                    .with(As.staff(clerk))
                    .with(As.csrf())
                    .param("version", form.select("input[name=version]").val())
                    .param("key", form.select("input[name=key]").val())));
    assertThat(desk.page(to, clerk).select("main").text()).contains("已转交" + bureau);
    CaseFile moved = elder.file(file.id());
    assertThat(moved.department()).isEqualTo("agriculture");
    assertThat(moved.number()).isEqualTo(file.number());
    assertThat(moved.dueOn()).isEqualTo(due);
    assertThat(desk.get("/desk/cases/" + file.id(), clerk).getStatus()).isEqualTo(404);
    assertThat(elder.page("/my/cases/" + file.id()).text()).contains(bureau);
    assertThat(elder.page("/my/letters").text()).contains("转由" + bureau + "办理");
    Entry last = journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).getLast();
    assertThat(last.kind()).isEqualTo("case.redirected");
    assertThat(last.act().department()).isEqualTo("agriculture");
    Document theirs = desk.page("/desk/cases/" + file.id(), "clerk.agriculture");
    assertThat(theirs.select("a[href$=/accept]")).hasSize(1);
    assertThat(theirs.select("a[href$=/redirect]")).isEmpty();
  }

  @Test
  void aCorrectionBringsTheQuestionsAndPapersOfTheNewAnswersAndAnotherPromise() throws Exception {
    CaseFile file = filed("城里");
    assertThat(file.promisedDays()).isEqualTo(4);
    require(file, "big", "是不是大型的");
    String form = location(elder.send(post("/my/cases/" + file.id() + "/correction")));
    String draft = form.substring(0, form.lastIndexOf('/'));
    assertThat(elder.page(form).select("[name='f.height']")).isEmpty();
    // the new question can be answered with the answer that brings it
    elder.fill(draft + "/form", Map.of("f.big", "true", "f.height", "6"));
    Document page = elder.page(form);
    assertThat(page.select("[name='f.height']").val()).isEqualTo("6");
    assertThat(page.select("#form-sections").text()).contains("补正以后的回答要求的");
    assertThat(elder.page(draft + "/papers").select("form.paper-upload")).hasSize(1);
    assertThat(elder.page(draft + "/check").select("main").text()).contains("请重新上传“搭棚的图样”");
    location(elder.upload(draft, "drawing", "图样.png", ApplicationFixture.png()));
    elder.submit(draft);
    CaseFile now = elder.file(file.id());
    assertThat(now.promisedDays()).isEqualTo(9);
    assertThat(now.department()).isEqualTo(item.department());
    Entry last = journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).getLast();
    assertThat(last.payload().get("promised_days")).isEqualTo(9);
    var desk = new DeskPages(web);
    String clerk = "clerk." + item.department();
    assertThat(desk.page("/desk/cases/" + file.id() + "/accept", clerk).select("main").text())
        .contains("承诺办理期限 9 个工作日");
    // what came with the answer may be named in a second notice
    assertThat(desk.page("/desk/cases/" + file.id() + "/correction", clerk).select("main").text())
        .contains("搭棚的图样", "有多高");
  }

  private CaseActions.Request request(CaseFile file) {
    return new CaseActions.Request(
        file.id(), elder.file(file.id()).version(), UUID.randomUUID(), "test");
  }

  private void require(CaseFile file, String field, String label) {
    CaseResult asked =
        context
            .getBean(RequireCorrection.class)
            .require(
                request(file),
                List.of(new Marks.Mark("field", field, label, "与现场不一致")),
                null,
                SampleSignIns.find(context, "clerk." + item.department()));
    assertThat(asked).isInstanceOf(CaseResult.Done.class);
  }

  private CaseFile corrected(CaseFile file, String field, String name, String value)
      throws Exception {
    require(file, field, "在哪里");
    String form = location(elder.send(post("/my/cases/" + file.id() + "/correction")));
    String draft = form.substring(0, form.lastIndexOf('/'));
    elder.fill(draft + "/form", Map.of(name, value));
    elder.submit(draft);
    return elder.file(file.id());
  }

  private CaseFile filed(String place) throws Exception {
    String draft =
        location(elder.send(post("/apply/" + item.taskCode()))).replaceAll("/[a-z]+$", "");
    elder.fill(draft + "/applicant", Map.of("phone", "19900008001"));
    elder.fill(draft + "/form", Map.of("f.place", place, "f.big", "false"));
    return elder.file(elder.submit(draft));
  }

  private Document guide(Map<String, String> answers) throws Exception {
    var request = get("/items/" + item.taskCode());
    answers.forEach(request::param);
    return Jsoup.parse(
        web.perform(request)
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8));
  }
}
