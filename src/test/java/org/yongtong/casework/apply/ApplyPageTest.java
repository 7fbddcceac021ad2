package org.yongtong.casework.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.yongtong.casework.ApplicationFixture.answers;
import static org.yongtong.casework.ApplicationFixture.location;
import static org.yongtong.casework.ApplicationFixture.png;
import static org.yongtong.casework.ApplicationFixture.refused;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.State;
import org.yongtong.identity.SampleSignIns;

@YongtongTest
class ApplyPageTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient database;
  @Autowired Filings filings;
  @Autowired SubmitDraft submit;
  @Autowired Drafts drafts;
  ApplicationFixture elder;

  @BeforeEach
  void someone() {
    elder = new ApplicationFixture(web, context);
  }

  @Test
  void theStartSaysWhoAppliesWhatIsAskedAndWhatIsNeeded() throws Exception {
    Document page = elder.page("/apply/" + elder.item().taskCode());
    assertThat(page.select("main").text())
        .contains("韦秀兰", "个人", "亲属联系人", "收款账户的存折首页或者银行卡正面", "受理后 10 个工作日内", "不用到现场", "不收费");
  }

  @Test
  void anItemThatDoesNotExistIsNotFound() throws Exception {
    web.perform(get("/apply/" + "0".repeat(31)).with(As.person())).andExpect(status().isNotFound());
    web.perform(post("/apply/" + "0".repeat(31)).with(As.person()).with(As.csrf()))
        .andExpect(status().isNotFound());
  }

  @Test
  void aCompanyIsToldThatTheItemIsForPersons() throws Exception {
    String path = "/apply/" + elder.item().taskCode();
    web.perform(get(path).with(As.company()))
        .andExpect(status().isOk())
        .andExpect(
            answer ->
                assertThat(answer.getResponse().getContentAsString())
                    .contains("这个事项由个人办理")
                    .doesNotContain("开始填写"));
    web.perform(post(path).with(As.company()).with(As.csrf()))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void staffDoNotApplyHere() throws Exception {
    web.perform(get("/apply/" + elder.item().taskCode()).with(As.staff("clerk.civil_affairs")))
        .andExpect(status().isForbidden());
  }

  @Test
  void anOpenDraftIsOfferedAndAButtonPressedTwiceLeadsToIt() throws Exception {
    String draft = elder.begin();
    Document start = elder.page("/apply/" + elder.item().taskCode());
    assertThat(start.select(".apply-open a.btn-primary").attr("href"))
        .isEqualTo(draft + "/applicant");
    assertThat(location(elder.send(post("/apply/" + elder.item().taskCode()))))
        .isEqualTo(draft + "/applicant");
  }

  @Test
  void beginningAnewThrowsTheOldDraftAway() throws Exception {
    String draft = elder.begin();
    String next = elder.begin();
    assertThat(next).isNotEqualTo(draft);
    web.perform(get(draft + "/form").with(As.login("elder"))).andExpect(status().isNotFound());
  }

  @Test
  void answersOfTheGuideTravelAlongAndNothingElseDoes() throws Exception {
    String draft = elder.begin();
    elder.send(post(draft + "/discard"));
    String code = elder.item().taskCode();
    Document start =
        elder.page("/apply/" + code + "?f.request_kind=" + enc("停发后恢复发放") + "&f.care=x&other=1");
    assertThat(start.select("input[name=f.request_kind]").attr("value")).isEqualTo("停发后恢复发放");
    assertThat(start.select("input[name=f.care], input[name=other]")).isEmpty();
    String next =
        location(
            elder.send(
                post("/apply/" + code).param("f.request_kind", "停发后恢复发放").param("f.care", "独自生活")));
    Document form = elder.page(next.replace("/applicant", "/form"));
    assertThat(form.select("input[name=f.request_kind][checked]").attr("value"))
        .isEqualTo("停发后恢复发放");
    assertThat(form.select("input[name=f.care][checked]")).isEmpty();
    assertThat(form.select("main").text()).contains("停发的原因", "情形引导");
  }

  @Test
  void knownValuesStandThereWithTheirSourceAndNameAndNumberAreLocked() throws Exception {
    String draft = elder.begin();
    Document page = elder.page(draft + "/applicant");
    assertThat(page.select("#f-applicant\\.name").text()).isEqualTo("韦秀兰");
    assertThat(page.select("input[name=applicant.name], input[name=applicant.code]")).isEmpty();
    assertThat(page.select("input[name=applicant.phone]").attr("value")).isEqualTo("19900000001");
    assertThat(page.text()).contains("来自人口库");
    elder.fill(
        draft + "/applicant",
        Map.of("applicant.name", "别人", "applicant.code", "1", "applicant.phone", "19900000009"));
    Document again = elder.page(draft + "/applicant");
    assertThat(again.select("#f-applicant\\.name").text()).isEqualTo("韦秀兰");
    assertThat(again.select("input[name=applicant.phone]").attr("value")).isEqualTo("19900000009");
  }

  @Test
  void anAddressOfTheRegisterIsSplitIntoPlaceAndDetailAndCountsAsUnchanged() throws Exception {
    String draft = elder.begin();
    Document form = elder.page(draft + "/form");
    assertThat(form.select("input[name=f.household_address.detail]").attr("value"))
        .isEqualTo("23号");
    elder.fill(
        draft + "/form",
        Map.of(
            "f.household_address.county", "450110000000",
            "f.household_address.town", "450110100000",
            "f.household_address.village", "450110100004",
            "f.household_address.detail", "23号"));
    assertThat(elder.page(draft + "/form").text()).contains("来自人口库").doesNotContain("您已修改");
  }

  @Test
  void aWrongPhoneIsSaidBesideTheFieldAndKept() throws Exception {
    String draft = elder.begin();
    Document page = refused(elder.fill(draft + "/applicant", Map.of("applicant.phone", "12")));
    assertThat(page.select(".problem-summary a").attr("href")).isEqualTo("#f-applicant.phone");
    assertThat(page.select("#f-applicant\\.phone-error")).isNotEmpty();
    assertThat(page.select("input[name=applicant.phone]").attr("value")).isEqualTo("12");
  }

  @Test
  void aFormThatIsNotCompleteIsSavedAndSaysWhatIsMissing() throws Exception {
    String draft = elder.begin();
    Document page = refused(elder.fill(draft + "/form", Map.of("f.care", "独自生活")));
    assertThat(page.select(".problem-summary li").size()).isGreaterThan(4);
    assertThat(elder.page(draft + "/form").select("input[name=f.care][checked]").attr("value"))
        .isEqualTo("独自生活");
  }

  @Test
  void rowsAreAddedAndRemovedWithoutAScript() throws Exception {
    String draft = elder.begin();
    assertThat(
            location(
                elder.fill(
                    draft + "/form",
                    Map.of(
                        "f.relatives.rows", "1",
                        "f.relatives.0.row", "1",
                        "f.relatives.0.relation", "子女",
                        "f.row.add", "relatives"))))
        .isEqualTo(draft + "/form#f-relatives");
    assertThat(elder.page(draft + "/form").select("fieldset.form-row")).hasSize(2);
    elder.fill(
        draft + "/form",
        Map.of(
            "f.relatives.rows", "1",
            "f.relatives.0.row", "1",
            "f.relatives.1.row", "1",
            "f.row.remove", "relatives.1"));
    assertThat(elder.page(draft + "/form").select("fieldset.form-row")).hasSize(1);
  }

  @Test
  void everyFieldIsSavedWhileItIsTypedWithinFourStatements() throws Exception {
    String draft = elder.begin();
    var request =
        post(draft + "/save").param("f.care", "与配偶同住").with(As.login("elder")).with(As.csrf());
    var said = Statements.of(() -> web.perform(request).andExpect(status().isOk()).andReturn());
    // the statements of reading the sample account are the test's own
    assertThat(said.list.stream().filter(sql -> sql.contains("casework."))).hasSizeBetween(2, 4);
    assertThat(said.answer).contains("已自动保存", "id=\"form-sections\"");
    assertThat(elder.page(draft + "/form").select("input[name=f.care][checked]").attr("value"))
        .isEqualTo("与配偶同住");
  }

  @Test
  void twoFieldsSavedAtOnceAreBothKept() throws Exception {
    String draft = elder.begin();
    together(
        () -> elder.fill(draft + "/save", Map.of("f.care", "独自生活")),
        () -> elder.fill(draft + "/save", Map.of("f.lives_at", "户籍地址")));
    Document form = elder.page(draft + "/form");
    assertThat(form.select("input[checked]").eachAttr("value")).contains("独自生活", "户籍地址");
  }

  @Test
  void papersThatARegisterHoldsAreNotDemanded() throws Exception {
    String draft = elder.begin();
    elder.fill(draft + "/form", answers());
    Document page = elder.page(draft + "/papers");
    assertThat(page.select("#paper-household_page").text()).contains("免提交", "人口库");
    assertThat(page.select("#paper-household_page form")).isEmpty();
    assertThat(page.select("#paper-proxy_letter")).isEmpty();
    elder.upload(draft, "account_page", "a.png", png());
    assertThat(location(elder.send(post(draft + "/papers")))).isEqualTo(draft + "/check");
  }

  @Test
  void aPaperThatAnAnswerCallsForIsAskedFor() throws Exception {
    String draft = elder.begin();
    elder.fill(draft + "/save", Map.of("f.payee", "委托亲属代领"));
    Document page = elder.page(draft + "/papers");
    assertThat(page.select("#paper-proxy_letter a").eachAttr("href"))
        .anyMatch(href -> href.endsWith("/papers/proxy_letter/blank"));
  }

  @Test
  void uploadsThatCannotBeTakenSayWhyBesideThePaper() throws Exception {
    String draft = elder.begin();
    byte[] picture = png();
    assertThat(location(elder.upload(draft, "account_page", "a.png", picture))).contains("#paper-");
    assertThat(upload(draft, "again.png", picture)).contains("已经上传过");
    assertThat(upload(draft, "a.exe", "MZ program".getBytes())).contains("只接收");
    assertThat(upload(draft, "empty.pdf", new byte[0])).contains("空的");
    assertThat(upload(draft, "broken.png", java.util.Arrays.copyOf(picture, 200)))
        .contains("broken.png")
        .doesNotContain("只接收");
    assertThat(upload(draft, "large.pdf", new byte[(20 << 20) + 1])).contains("超过20 MB");
    assertThat(
            refused(elder.send(post(draft + "/papers/account_page"))).select(".field-error").text())
        .contains("请先选择");
    elder.upload(draft, "no_such_paper", "a.png", png()).andExpect(status().isNotFound());
    assertThat(elder.page(draft + "/papers").select("#paper-account_page .paper-files li"))
        .hasSize(1);
  }

  private String upload(String draft, String name, byte[] content) throws Exception {
    Document page = refused(elder.upload(draft, "account_page", name, content));
    assertThat(page.select(".field-error")).hasSize(1);
    return page.select("#paper-account_page .field-error").text();
  }

  @Test
  void aPaperTakesTenFilesAndNoMore() throws Exception {
    String draft = elder.begin();
    for (int i = 0; i < 10; i++) {
      location(elder.upload(draft, "account_page", i + ".png", png()));
    }
    assertThat(upload(draft, "11.png", png())).contains("最多上传 10 个");
  }

  @Test
  void anUploadedFileIsShownAndRemovedAfterAskingAgain() throws Exception {
    String draft = elder.begin();
    elder.upload(draft, "account_page", "../evil\\存折.png", png());
    Document page = elder.page(draft + "/papers");
    assertThat(page.select(".paper-name").text()).contains("存折.png").doesNotContain("evil");
    String file = page.select("a.paper-file").attr("href");
    web.perform(get(file).with(As.login("elder")))
        .andExpect(status().isOk())
        .andExpect(
            answer -> assertThat(answer.getResponse().getContentType()).isEqualTo("image/png"));
    web.perform(get(file).with(As.person())).andExpect(status().isNotFound());
    assertThat(elder.page(file + "/remove").select("main").text()).contains("存折.png");
    elder.send(post(file + "/remove"));
    assertThat(elder.page(draft + "/papers").select(".paper-files")).isEmpty();
  }

  @Test
  void nothingOfAnotherPersonsDraftIsThere() throws Exception {
    String draft = elder.complete();
    for (String path : List.of("applicant", "form", "papers", "check", "discard")) {
      web.perform(get(draft + "/" + path).with(As.person())).andExpect(status().isNotFound());
    }
    for (String path :
        List.of("applicant", "form", "papers", "save", "submit?agree=true", "discard")) {
      web.perform(post(draft + "/" + path).with(As.person()).with(As.csrf()))
          .andExpect(status().isNotFound());
    }
    assertThat(elder.page(draft + "/check").select("form[action$=/submit]")).isNotEmpty();
  }

  @Test
  void theCheckPageMasksNumbersAndLinksEachProblemToItsStep() throws Exception {
    String draft = elder.begin();
    Document page = elder.page(draft + "/check");
    assertThat(page.text()).doesNotContain("450122194403189860").contains("韦秀兰");
    assertThat(page.select(".problem-summary a").eachAttr("href"))
        .anyMatch(href -> href.equals(draft + "/form?check#f-care"))
        .anyMatch(href -> href.equals(draft + "/papers?check#paper-account_page"));
    assertThat(page.select("form[action$=/submit]")).isEmpty();
    refused(elder.send(post(draft + "/submit").param("agree", "true")));
    assertThat(cases(draft)).isZero();
  }

  @Test
  void withoutTheStatementNothingIsSubmitted() throws Exception {
    String draft = elder.complete();
    Document page = refused(elder.send(post(draft + "/submit")));
    assertThat(page.select("#agree-error").text()).contains("请先确认");
    assertThat(cases(draft)).isZero();
  }

  @Test
  void aCompleteDraftBecomesOneCaseHoweverOftenItIsSent() throws Exception {
    String draft = elder.complete();
    UUID id = elder.submit(draft);
    assertThat(elder.submit(draft)).isEqualTo(id);
    CaseFile file = elder.file(id);
    assertThat(file.state()).isEqualTo(State.SUBMITTED);
    assertThat(file.number()).startsWith(elder.item().taskCode());
  }

  @Test
  void twoSubmissionsAtTheSameMomentMakeOneCaseWithOneNumber() throws Exception {
    String draft = elder.complete();
    UUID id = UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
    var me = SampleSignIns.find(context, "elder");
    List<SubmitDraft.Result> results =
        together(() -> submit.submit(id, me), () -> submit.submit(id, me));
    Set<String> numbers = new HashSet<>();
    int repeated = 0;
    for (SubmitDraft.Result result : results) {
      var submitted = (SubmitDraft.Result.Submitted) result;
      numbers.add(submitted.caseFile().number());
      repeated += submitted.repeated() ? 1 : 0;
    }
    assertThat(numbers).hasSize(1);
    assertThat(repeated).isEqualTo(1);
    assertThat(cases(draft)).isEqualTo(1);
  }

  @Test
  void whatHasBeenSubmittedCannotBeChanged() throws Exception {
    String draft = elder.complete();
    UUID id = elder.submit(draft);
    elder
        .fill(draft + "/save", Map.of("f.care", "独自生活"))
        .andExpect(status().isConflict())
        .andExpect(
            answer -> assertThat(answer.getResponse().getContentAsString()).contains("已经提交"));
    String there = "/my/cases/" + id;
    assertThat(location(elder.fill(draft + "/form", Map.of("f.care", "独自生活")))).isEqualTo(there);
    assertThat(location(elder.upload(draft, "account_page", "b.png", png()))).isEqualTo(there);
    assertThat(location(elder.send(post(draft + "/discard")))).isEqualTo(there);
    Filing filed = filings.get(id, 1);
    assertThat(filed.values().text("care")).isEqualTo("与子女同住");
  }

  @Test
  void aDraftIsThrownAwayOnlyAfterAskingAgain() throws Exception {
    String draft = elder.complete();
    assertThat(elder.page(draft + "/discard").select("main").text()).contains("不能找回");
    assertThat(location(elder.send(post(draft + "/discard")))).isEqualTo("/my/cases");
    web.perform(get(draft + "/form").with(As.login("elder"))).andExpect(status().isNotFound());
  }

  @Test
  void aCorrectionChangesExactlyWhatWasMarked() throws Exception {
    UUID id =
        elder.corrected(
            elder.submitted(),
            new Marks.Mark("field", "care", "现在由谁照料", "与社区登记不一致"),
            new Marks.Mark("paper", "account_page", "收款账户的存折首页或者银行卡正面", "账号看不清"));
    String form = location(elder.send(post("/my/cases/" + id + "/correction")));
    String draft = form.substring(0, form.lastIndexOf('/'));
    Document page = elder.page(form);
    assertThat(page.text()).contains("与社区登记不一致");
    assertThat(page.select("#form-sections input[type=radio]").eachAttr("name"))
        .containsOnly("f.care");

    Map<String, String> forged = answers();
    forged.put("f.care", "独自生活");
    forged.put("f.payee", "委托亲属代领");
    forged.put("f.account.number", "6222020000000000000");
    forged.put("applicant.phone", "13700000000");
    assertThat(location(elder.fill(draft + "/form", forged))).isEqualTo(draft + "/papers");

    Document papers = elder.page(draft + "/papers");
    assertThat(papers.select("form.paper-upload")).hasSize(1);
    assertThat(papers.text()).contains("账号看不清");
    elder.upload(draft, "household_page", "x.png", png()).andExpect(status().isNotFound());
    refused(elder.send(post(draft + "/papers")));
    location(elder.upload(draft, "account_page", "清楚的.png", png()));
    assertThat(elder.submit(draft)).isEqualTo(id);

    Filing second = filings.get(id, 2);
    assertThat(second.values().text("care")).isEqualTo("独自生活");
    assertThat(second.values().text("payee")).isEqualTo("本人账户领取");
    assertThat(second.values().text("account.number")).isEqualTo("6222021234567890128");
    assertThat(second.applicant().phone()).isEqualTo("19900000001");
    assertThat(filings.get(id, 1).values().text("care")).isEqualTo("与子女同住");
    assertThat(elder.file(id).state()).isEqualTo(State.SUBMITTED);
    assertThat(elder.page("/my/cases/" + id).text()).contains("已被补正材料替换");
  }

  @Test
  void anotherPersonsCaseCannotBeCorrected() throws Exception {
    UUID id =
        elder.corrected(elder.submitted(), new Marks.Mark("field", "care", "现在由谁照料", "与社区登记不一致"));
    web.perform(post("/my/cases/" + id + "/correction").with(As.person()).with(As.csrf()))
        .andExpect(status().isNotFound());
  }

  private int cases(String draft) {
    return database
        .sql("SELECT count(*) FROM casework.case_file WHERE draft_id = :id")
        .param("id", UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)))
        .query(Integer.class)
        .single();
  }

  private static String enc(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  @SafeVarargs
  private static <T> List<T> together(Callable<T>... works) throws Exception {
    var barrier = new CyclicBarrier(works.length);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<java.util.concurrent.Future<T>>();
      for (Callable<T> work : works) {
        futures.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return work.call();
                }));
      }
      var results = new ArrayList<T>();
      for (var future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }

  /** What the test's thread asks of the database. */
  private static final class Statements extends AppenderBase<ILoggingEvent> {
    private final Thread thread = Thread.currentThread();
    final List<String> list = new ArrayList<>();
    String answer = "";

    static Statements of(Callable<org.springframework.test.web.servlet.MvcResult> work)
        throws Exception {
      Logger jdbc = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core");
      var said = new Statements();
      said.start();
      jdbc.addAppender(said);
      jdbc.setLevel(Level.DEBUG);
      jdbc.setAdditive(false);
      try {
        said.answer = work.call().getResponse().getContentAsString();
      } finally {
        jdbc.setLevel(null);
        jdbc.setAdditive(true);
        jdbc.detachAppender(said);
      }
      return said;
    }

    @Override
    protected void append(ILoggingEvent event) {
      if (Thread.currentThread() == thread
          && event.getFormattedMessage().startsWith("Executing prepared SQL statement [")) {
        list.add(event.getFormattedMessage());
      }
    }
  }
}
