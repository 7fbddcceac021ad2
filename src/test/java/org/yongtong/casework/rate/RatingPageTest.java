package org.yongtong.casework.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

@YongtongTest
class RatingPageTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient database;
  @Autowired Journal journal;
  @Autowired Ratings ratings;
  RatingFixture fixture;
  CaseFixture cases;

  @BeforeEach
  void fixtures() {
    fixture = new RatingFixture(context);
    cases = new CaseFixture(context);
  }

  @Test
  void aFinishedCaseInvitesToRateItAndIsRatedOnce() throws Exception {
    CaseFile file = fixture.finished();
    String path = "/my/cases/" + file.id();
    assertThat(page(path).select("a[href=" + path + "/rating]").text()).isEqualTo("评价这次办理");
    Document form = page(path + "/rating");
    assertThat(form.select("input[name=level]")).hasSize(5);
    MockHttpServletRequestBuilder sent =
        post(path + "/rating")
            .param("level", "2")
            .param("tag", "SLOW", "RUNNING", "nonsense")
            .param("text", "等了两周，电话13800138000没人接")
            .param("version", form.select("input[name=version]").attr("value"))
            .param("key", form.select("input[name=key]").attr("value"));
    assertThat(send(sent).getRedirectedUrl()).isEqualTo(path + "?done=rated");
    assertThat(send(sent).getRedirectedUrl()).as("pressed twice").isEqualTo(path + "?done=rated");

    Rating rating = ratings.ofCase(file.id()).orElseThrow();
    assertThat(rating.level()).isEqualTo(RatingLevel.BAD);
    assertThat(rating.tags()).containsExactly("等得太久", "来回跑");
    assertThat(rating.told()).contains("13800138000");
    assertThat(rating.shown()).doesNotContain("13800138000").contains("***");
    assertThat(acts(file)).containsOnlyOnce("case.rated");

    Document seen = page(path);
    assertThat(seen.select("a[href=" + path + "/rating]")).isEmpty();
    assertThat(seen.text()).contains("您的评价", "不满意", "等得太久、来回跑");
    web.perform(get(path + "/rating").with(As.company())).andExpect(status().is3xxRedirection());
    MockHttpServletResponse again =
        send(
            post(path + "/rating")
                .param("level", "5")
                .param("version", String.valueOf(file.version()))
                .param("key", UUID.randomUUID().toString()));
    assertThat(again.getStatus()).isEqualTo(422);
    assertThat(again.getContentAsString(StandardCharsets.UTF_8)).contains("评价不能修改");
    assertThat(ratings.ofCase(file.id()).orElseThrow().level()).isEqualTo(RatingLevel.BAD);
  }

  @Test
  void whatIsMissingIsSaidBesideTheField() throws Exception {
    CaseFile file = fixture.finished();
    MockHttpServletResponse answer =
        send(
            post("/my/cases/" + file.id() + "/rating")
                .param("text", "写得很认真")
                .param("version", String.valueOf(file.version()))
                .param("key", UUID.randomUUID().toString()));
    assertThat(answer.getStatus()).isEqualTo(422);
    Document again = Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    assertThat(again.select("#level-error").text()).contains("请选择满意程度");
    assertThat(again.select(".problem-summary a").attr("href")).isEqualTo("#level");
    assertThat(again.select("textarea").val()).contains("写得很认真");
    assertThat(ratings.ofCase(file.id())).isEmpty();
  }

  @Test
  void aCaseUnderWayAndSomebodyElsesCaseAreNotRated() throws Exception {
    CaseFile open = cases.submitted();
    String path = "/my/cases/" + open.id();
    assertThat(page(path).select("a[href=" + path + "/rating]")).isEmpty();
    MockHttpServletResponse early =
        send(
            post(path + "/rating")
                .param("level", "5")
                .param("version", String.valueOf(open.version()))
                .param("key", UUID.randomUUID().toString()));
    assertThat(early.getStatus()).isEqualTo(422);
    assertThat(ratings.ofCase(open.id())).isEmpty();
    CaseFile over = fixture.finished();
    web.perform(get("/my/cases/" + over.id() + "/rating").with(As.person()))
        .andExpect(status().isNotFound());
    web.perform(
            post("/my/cases/" + over.id() + "/rating")
                .param("level", "1")
                .param("version", String.valueOf(over.version()))
                .param("key", UUID.randomUUID().toString())
                .with(As.person())
                .with(As.csrf()))
        .andExpect(status().isNotFound());
    assertThat(ratings.ofCase(over.id())).isEmpty();
  }

  @Test
  void theHeadAnswersABadRatingOnceAndTheApplicantReadsIt() throws Exception {
    CaseFile file = fixture.badlyRated("窗口说缺材料，跑了三趟");
    Document list = desk("/desk/ratings", CaseFixture.HEAD);
    assertThat(list.select("a[href=/desk/ratings/" + file.id() + "]")).hasSize(1);
    Document one = desk("/desk/ratings/" + file.id(), CaseFixture.HEAD);
    assertThat(one.text()).contains("窗口说缺材料，跑了三趟", "非常不满意", "等得太久");
    MockHttpServletRequestBuilder sent =
        post("/desk/ratings/" + file.id() + "/answer")
            .param("text", "已核实，窗口没有一次告知，已经改正并向您道歉。")
            .param("version", one.select("input[name=version]").attr("value"))
            .param("key", one.select("input[name=key]").attr("value"))
            .with(As.staff(CaseFixture.HEAD))
            .with(As.csrf());
    assertThat(web.perform(sent).andReturn().getResponse().getRedirectedUrl())
        .isEqualTo("/desk/ratings/" + file.id() + "?done=answered");
    assertThat(desk("/desk/ratings/" + file.id(), CaseFixture.HEAD).select("textarea")).isEmpty();
    assertThat(
            desk("/desk/ratings?tab=answered", CaseFixture.HEAD)
                .select("a[href=/desk/ratings/" + file.id() + "]"))
        .hasSize(1);
    assertThat(page("/my/cases/" + file.id()).text()).contains("部门的回复", "已经改正并向您道歉");
    assertThat(acts(file)).containsOnlyOnce("case.rating_answered");
    MockHttpServletResponse twice =
        web.perform(
                post("/desk/ratings/" + file.id() + "/answer")
                    .param("text", "再说一次")
                    .param("version", String.valueOf(file.version()))
                    .param("key", UUID.randomUUID().toString())
                    .with(As.staff(CaseFixture.HEAD))
                    .with(As.csrf()))
            .andReturn()
            .getResponse();
    assertThat(twice.getStatus()).isEqualTo(422);
  }

  @Test
  void anotherDepartmentsRatingsDoNotExistAndTheSupervisorOnlyReads() throws Exception {
    CaseFile file = fixture.badlyRated("");
    web.perform(get("/desk/ratings/" + file.id()).with(As.staff("head.civil_affairs")))
        .andExpect(status().isNotFound());
    assertThat(
            desk("/desk/ratings", "head.civil_affairs")
                .select("a[href=/desk/ratings/" + file.id() + "]"))
        .isEmpty();
    Document seen = desk("/desk/ratings/" + file.id(), "supervise1");
    assertThat(seen.select("textarea")).isEmpty();
    assertThat(seen.text()).contains("等待承办部门负责人回复");
    web.perform(get("/desk/ratings").with(As.staff(CaseFixture.CLERK)))
        .andExpect(status().isForbidden());
  }

  @Test
  void aRatingCannotBeChangedInTheDatabaseEither() {
    CaseFile file = fixture.badlyRated("不好");
    assertThatThrownBy(
            () ->
                database
                    .sql("UPDATE casework.rating SET level = 5 WHERE case_id = :case")
                    .param("case", file.id())
                    .update())
        .hasMessageContaining("never changed");
  }

  private List<String> acts(CaseFile file) {
    return journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).stream()
        .map(Entry::kind)
        .toList();
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(As.company()).with(As.csrf())).andReturn().getResponse();
  }

  private Document page(String path) throws Exception {
    return desk(path, CaseFixture.COMPANY);
  }

  private Document desk(String path, String login) throws Exception {
    var response =
        web.perform(get(path).with(As.login(login)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse();
    return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
  }
}
