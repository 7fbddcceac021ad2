package org.yongtong.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.Statements;
import org.yongtong.casework.file.CaseFile;

@YongtongTest
class QueuePageTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient database;

  private CaseFixture cases;
  private DeskPages desk;

  @BeforeEach
  void prepare() {
    cases = new CaseFixture(context);
    desk = new DeskPages(web);
  }

  @Test
  void aClerkSeesTheOwnDepartmentOnly() throws Exception {
    CaseFile own = cases.submitted();
    CaseFile other = cases.submitted("old-age-allowance", "elder");
    assertThat(found(own, CaseFixture.CLERK)).isTrue();
    assertThat(found(other, CaseFixture.CLERK)).isFalse();
    assertThat(desk.get("/desk/cases/" + other.id(), CaseFixture.CLERK).getStatus()).isEqualTo(404);
    assertThat(desk.get("/desk/cases/" + other.id() + "/accept", CaseFixture.CLERK).getStatus())
        .isEqualTo(404);
    assertThat(desk.get("/desk/cases/" + other.id() + "/trace", CaseFixture.CLERK).getStatus())
        .isEqualTo(404);
  }

  @Test
  void theTabOfTheOwnWorkIsOpenFirst() throws Exception {
    assertThat(current(CaseFixture.CLERK)).isEqualTo("待受理");
    assertThat(current(CaseFixture.REVIEWER)).isEqualTo("审查");
    assertThat(current(CaseFixture.DECIDER)).isEqualTo("待决定");
    assertThat(current(CaseFixture.HEAD)).isEqualTo("待批延期");
    assertThat(current("supervise1")).isEqualTo("全部在办");
  }

  @Test
  void aCaseIsFoundByNumberTailAndWholeNameAndCode() throws Exception {
    CaseFile file = cases.submitted();
    String number = file.number();
    String code = file.applicant().code();
    for (String words :
        List.of(
            number, number.substring(0, 41), number.substring(31), file.applicant().name(), code)) {
      assertThat(search(words).select(".case-number").eachAttr("href"))
          .as(words.substring(0, 4))
          .isNotEmpty();
    }
    assertThat(search(number).select(".case-number").eachAttr("href"))
        .containsExactly("/desk/cases/" + file.id());
    assertThat(search(number.substring(5, 30)).select(".empty-state").text()).contains("没有找到");
    assertThat(search("%").select(".empty-state").text()).contains("没有找到");
  }

  @Test
  void nearDueStandsFirstAndPagesLoseNothing() throws Exception {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      CaseFile file = cases.submitted("publication-retail-licence", CaseFixture.COMPANY);
      made.add("/desk/cases/" + file.id());
      int days = i % 7;
      database
          .sql("UPDATE casework.case_file SET due_on = CURRENT_DATE + :days WHERE id = :id")
          .param("days", days)
          .param("id", file.id())
          .update();
    }
    String login = "clerk." + cases.item("publication-retail-licence").department();
    List<String> seen = new ArrayList<>();
    String next = "/desk/cases?tab=accept";
    while (!next.isEmpty()) {
      Document page = desk.page(next, login);
      seen.addAll(page.select(".case-number").eachAttr("href"));
      next = page.select("a[rel=next]").attr("href");
    }
    assertThat(seen).doesNotHaveDuplicates().containsAll(made);
    List<java.time.LocalDate> days =
        seen.stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .map(
                id ->
                    database
                        .sql("SELECT due_on FROM casework.case_file WHERE id = CAST(:id AS uuid)")
                        .param("id", id)
                        .query(java.time.LocalDate.class)
                        .single())
            .toList();
    assertThat(days).isSorted();
  }

  @Test
  void aForgedCursorMeansTheFirstPage() throws Exception {
    cases.submitted();
    assertThat(
            desk.page("/desk/cases?after=2026-99-99_x", CaseFixture.CLERK).select("tr[data-row]"))
        .isNotEmpty();
  }

  @Test
  void namesAreMaskedAndNumbersNotShown() throws Exception {
    CaseFile file = cases.submitted("old-age-allowance", "elder");
    String text =
        desk.page("/desk/cases?q=" + file.number(), "clerk.civil_affairs").select("main").text();
    assertThat(text).contains("韦*兰").doesNotContain("韦秀兰", file.applicant().code());
  }

  @Test
  void theQueueTakesSixStatementsAtMost() throws Exception {
    cases.submitted();
    desk.page("/desk/cases", CaseFixture.CLERK);
    try (var statements = new Statements()) {
      var as = org.yongtong.identity.SampleSignIns.authentication(context, CaseFixture.CLERK);
      int before = statements.seen().size();
      web.perform(
              org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/desk/cases")
                  .with(
                      org.springframework.security.test.web.servlet.request
                          .SecurityMockMvcRequestPostProcessors.authentication(as)))
          .andReturn();
      assertThat(statements.seen().size() - before).isBetween(1, 6);
    }
  }

  @Test
  void cardsOnTheDeskLeadToTheTab() throws Exception {
    cases.submitted();
    Document page = desk.page("/desk", CaseFixture.CLERK);
    assertThat(page.select("a.tile[href='/desk/cases?tab=accept'] .count").text()).isNotEmpty();
    assertThat(page.select("nav.side a").eachAttr("href"))
        .contains("/desk/cases", "/desk/intake")
        .doesNotContain("/desk/supervision");
  }

  private boolean found(CaseFile file, String login) throws Exception {
    return desk.page("/desk/cases?q=" + file.number(), login)
        .select(".case-number")
        .eachAttr("href")
        .contains("/desk/cases/" + file.id());
  }

  private String current(String login) throws Exception {
    return desk.page("/desk/cases", login)
        .select(".queue-tabs a[aria-current]")
        .getFirst()
        .ownText();
  }

  private Document search(String words) throws Exception {
    return desk.page(
        org.springframework.web.util.UriComponentsBuilder.fromPath("/desk/cases")
            .queryParam("q", "{q}")
            .build()
            .expand(words)
            .toUriString(),
        CaseFixture.CLERK);
  }
}
