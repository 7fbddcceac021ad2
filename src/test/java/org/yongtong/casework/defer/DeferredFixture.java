package org.yongtong.casework.defer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.As;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.DeskPages;
import org.yongtong.casework.ItemFixture;
import org.yongtong.casework.accept.AcceptCase;
import org.yongtong.casework.decide.DecideCase;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.review.ReviewCase;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/** Cases with deferred papers of an item of the test's own, over the pages. */
final class DeferredFixture {

  static final String CLERK = "clerk.civil_affairs";
  static final String REVIEWER = "review1.civil_affairs";
  static final String DECIDER = "decide.civil_affairs";
  static final String PAPER = "roll";

  private static final String FIELDS = "- {id: reason, label: 事由, kind: text, required: true}\n";

  private static final AtomicInteger SERIAL = new AtomicInteger();

  private final MockMvc web;
  private final ApplicationContext context;
  private final DeskPages desk;

  DeferredFixture(MockMvc web, ApplicationContext context) {
    this.web = web;
    this.context = context;
    this.desk = new DeskPages(web);
  }

  /**
   * An item with one paper that must be there and one that may follow.
   *
   * @param defer as an item's file has it
   */
  ServiceItem item(Map<String, Object> defer) {
    Map<String, Object> elements = new LinkedHashMap<>();
    elements.put("papers", List.of(paper("proof", "证明", null), paper(PAPER, "名册", defer)));
    if ("delivery".equals(defer.get("before"))) {
      elements.put("result", certificate());
    }
    return new ItemFixture(context).publish("容缺试验事项", FIELDS, Map.of("proof", "must"), elements);
  }

  private static Map<String, Object> certificate() {
    return Map.of(
        "kind",
        "certificate",
        "name",
        "容缺试验证",
        "certificate",
        Map.of(
            "type",
            "DEFERRED_TEST_" + SERIAL.incrementAndGet(),
            "validity_years",
            1,
            "number_prefix",
            "QT",
            "face",
            List.of(Map.of("label", "姓名", "from", "applicant.name"))));
  }

  private static Map<String, Object> paper(
      String id, String name, @org.jspecify.annotations.Nullable Map<String, Object> defer) {
    Map<String, Object> paper = new LinkedHashMap<>();
    paper.put("id", id);
    paper.put("name", "《" + name + "》");
    paper.put("required", defer == null ? "must" : "deferrable");
    if (defer != null) {
      paper.put("defer", defer);
    }
    paper.put("kind", "copy");
    paper.put("form", "either");
    paper.put("originals", 0);
    paper.put("copies", 1);
    paper.put("source", "other");
    paper.put("issuer", "开户银行");
    return paper;
  }

  /** A new draft with form and first paper; gives its address. */
  String draft(ServiceItem item, String login) throws Exception {
    Document start = page("/apply/" + item.taskCode(), login);
    var begin = post("/apply/" + item.taskCode()).with(As.login(login)).with(As.csrf());
    String open = start.select("input[name=instead]").attr("value");
    if (!open.isEmpty()) {
      begin.param("instead", open);
    }
    String first = location(web.perform(begin).andReturn().getResponse());
    String draft = first.substring(0, first.lastIndexOf('/'));
    assertThat(send(draft + "/form", login, "f.reason", "试验").getStatus()).isEqualTo(303);
    assertThat(upload(draft + "/papers/proof", login, Map.of()).getStatus()).isEqualTo(303);
    return draft;
  }

  /** A case handed in with the promise. */
  CaseFile promised(ServiceItem item, String login) throws Exception {
    String draft = draft(item, login);
    assertThat(send(draft + "/papers/" + PAPER + "/later", login, "later", "true").getStatus())
        .isEqualTo(303);
    String digest = page(draft + "/check", login).select("input[name=promise]").val();
    assertThat(digest).hasSize(64);
    String to = location(send(draft + "/submit", login, "agree", "true", "promise", digest));
    return file(UUID.fromString(to.substring("/my/cases/".length(), to.indexOf('?'))));
  }

  CaseFile accepted(ServiceItem item, String login) throws Exception {
    CaseFile file = promised(item, login);
    return done(bean(AcceptCase.class).accept(request(file), SampleSignIns.find(context, CLERK)));
  }

  CaseFile reviewed(CaseFile file) {
    return done(
        bean(ReviewCase.class)
            .giveOpinion(request(file), true, "材料齐全，情况属实", SampleSignIns.find(context, REVIEWER)));
  }

  CaseResult approve(CaseFile file) {
    return bean(DecideCase.class)
        .approve(request(file), "符合法定条件", SampleSignIns.find(context, DECIDER));
  }

  /** The applicant hands the paper in. */
  MockHttpServletResponse handIn(CaseFile file, String login) throws Exception {
    Document page = page("/my/cases/" + file.id() + "/later", login);
    var form = page.select("form.paper-upload").first();
    return form == null
        ? new MockHttpServletResponse()
        : upload(
            form.attr("action"),
            login,
            Map.of(
                "version", form.select("input[name=version]").val(),
                "key", form.select("input[name=key]").val(),
                "paper", form.select("input[name=paper]").val()));
  }

  MockHttpServletResponse check(CaseFile file, String login, boolean complete, String wrong)
      throws Exception {
    return desk.open(file, "later-check", login)
        .send("paper", PAPER, "complete", String.valueOf(complete), "wrong", wrong);
  }

  MockHttpServletResponse upload(String path, String login, Map<String, String> parameters)
      throws Exception {
    var request =
        multipart(path)
            .file(new MockMultipartFile("file", "名册.png", "image/png", png()))
            .with(SampleSignIns.find(context, login).staff() ? As.staff(login) : As.login(login))
            .with(As.csrf());
    parameters.forEach(request::param);
    return web.perform(request).andReturn().getResponse();
  }

  MockHttpServletResponse send(String path, String login, String... typed) throws Exception {
    var request =
        post(path)
            .with(SampleSignIns.find(context, login).staff() ? As.staff(login) : As.login(login))
            .with(As.csrf());
    for (int i = 0; i < typed.length; i += 2) {
      request.param(typed[i], typed[i + 1]);
    }
    return web.perform(request).andReturn().getResponse();
  }

  Document page(String path, String login) throws Exception {
    var response =
        web.perform(get(java.net.URI.create(path)).with(As.login(login))).andReturn().getResponse();
    assertThat(response.getStatus()).as(path).isEqualTo(200);
    return Jsoup.parse(response.getContentAsString());
  }

  static Document refused(MockHttpServletResponse response) throws Exception {
    assertThat(response.getStatus()).isEqualTo(422);
    return Jsoup.parse(response.getContentAsString());
  }

  static String location(MockHttpServletResponse response) {
    assertThat(response.getStatus()).isEqualTo(303);
    return String.valueOf(response.getHeader("Location"));
  }

  /** Forgets the promises of the sample people, so that each test begins anew. */
  void forget() {
    bean(JdbcClient.class)
        .sql(
            "UPDATE casework.promise SET state = 'RELEASED', settled_on = CURRENT_DATE WHERE state"
                + " IN ('OPEN', 'BROKEN')")
        .update();
    bean(JdbcClient.class)
        .sql("UPDATE casework.deferral SET stage = 'RELEASED' WHERE stage IN ('DUE', 'RETURNED')")
        .update();
  }

  /** Moves the last day. */
  void due(CaseFile file, java.time.LocalDate due, java.time.LocalDate begun) {
    bean(JdbcClient.class)
        .sql("UPDATE casework.deferral SET due_on = :due, begun_on = :begun WHERE case_id = :case")
        .param("due", due)
        .param("begun", begun)
        .param("case", file.id())
        .update();
  }

  CaseFile file(UUID id) {
    return bean(CaseFiles.class).find(id).orElseThrow();
  }

  CaseFile now(CaseFile file) {
    return file(file.id());
  }

  Deferral paper(CaseFile file) {
    return bean(Deferrals.class).find(file.id(), PAPER).orElseThrow();
  }

  String promise(CaseFile file) {
    return bean(JdbcClient.class)
        .sql("SELECT state FROM casework.promise WHERE case_id = :case")
        .param("case", file.id())
        .query(String.class)
        .single();
  }

  List<Entry> history(CaseFile file) {
    return bean(Journal.class).about(new Subject(CaseFiles.SUBJECT, file.id().toString()));
  }

  List<String> kinds(CaseFile file) {
    return history(file).stream().map(Entry::kind).toList();
  }

  int letters(CaseFile file, String what) {
    return bean(JdbcClient.class)
        .sql("SELECT count(*) FROM notification.letter WHERE effect LIKE :effect")
        .param("effect", "case:%s:%s%%".formatted(file.id(), what))
        .query(Integer.class)
        .single();
  }

  CaseActions.Request request(CaseFile file) {
    return new CaseActions.Request(file.id(), now(file).version(), UUID.randomUUID(), "test");
  }

  static CaseFile done(CaseResult result) {
    return result.fold(
        CaseResult.Done::caseFile,
        refusal -> {
          throw new AssertionError(refusal.message());
        });
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  static byte[] png() {
    try {
      return ApplicationFixture.png();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
