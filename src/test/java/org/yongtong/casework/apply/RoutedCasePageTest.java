package org.yongtong.casework.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.yongtong.casework.ApplicationFixture.location;

import java.nio.charset.StandardCharsets;
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
import org.yongtong.casework.ItemFixture;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.Documents;
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
    elder.fill(draft + "/form", Map.of("f.place", "城里", "f.big", "true"));
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
