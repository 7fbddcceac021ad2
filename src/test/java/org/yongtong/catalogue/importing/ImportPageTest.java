package org.yongtong.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.ItemDocuments;
import org.yongtong.catalogue.Publishing;
import org.yongtong.journal.Actor;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.web.Role;

/** From the upload to the catalogue, with four eyes, all or nothing. */
@YongtongTest
class ImportPageTest {

  private static final String START = "/desk/catalogue/import";
  private static final RequestPostProcessor EDITOR = As.staff("editor.market_regulation");
  private static final RequestPostProcessor OTHER = As.staff("editor.civil_affairs");
  private static final RequestPostProcessor APPROVER = As.staff("approve.approval");
  private static final RequestPostProcessor SECOND = As.staff("approve.organisation_office");
  private static final String PERMIT = "food-business-licence";

  @Autowired MockMvc web;
  @Autowired ImportRuns runs;
  @Autowired Journal journal;
  @Autowired JdbcClient database;
  @Autowired ItemDocuments documents;
  @Autowired Publishing publishing;
  @Autowired TransactionTemplate transaction;

  @Test
  void anEditorChecksAndSendsAnApproverAppliesAndItIsPublished() throws Exception {
    String path =
        upload(
            EDITOR,
            new SheetFixture()
                .with(PERMIT, "import-one", "000131911000")
                .with(PERMIT, "import-two", "000131912000"));
    Document checked = page(path, EDITOR);
    assertThat(checked.select(".lead").text()).contains("没有问题");
    assertThat(checked.select(".tab-count").eachText()).containsExactly("0", "0", "2", "0", "2");
    // who still watches the check gets the whole page anew
    var watching = web.perform(get(path + "/progress").with(EDITOR)).andExpect(status().isOk());
    assertThat(watching.andReturn().getResponse().getHeader("HX-Refresh")).isEqualTo("true");
    assertThat(watching.andReturn().getResponse().getContentAsString())
        .contains("hx-get=\"%s/progress\"".formatted(path), "<progress");
    post(path + "/send", EDITOR);
    assertThat(page(START, APPROVER).text()).contains("等待核对", "items.xlsx");
    assertThat(page("/desk", APPROVER).text()).contains("待核对的批量导入");
    // not without a look
    web.perform(MockMvcRequestBuilders.post(path + "/apply").with(APPROVER).with(As.csrf()))
        .andExpect(status().isUnprocessableContent());
    apply(path, APPROVER);
    Document applied = page(path, APPROVER);
    assertThat(applied.select(".lead").text()).contains("已全部导入并发布，共产生 2 个新版本");
    String item = page(path + "?show=new", EDITOR).select(".paper-name a").attr("href");
    assertThat(page(item, EDITOR).text()).contains("食品经营许可");
    List<Entry> acts = journal.about(new Subject("import", id(path).toString()));
    assertThat(acts)
        .extracting(Entry::kind)
        .containsExactly("catalogue.import_sent", "catalogue.import_applied");
    assertThat(acts.getLast().payload().get("new")).isEqualTo(2);
    assertThat(acts.getLast().payload().get("versions")).isEqualTo(2);
    assertThat(acts.getLast().payload().get("file_hash"))
        .isEqualTo(runs.find(id(path)).orElseThrow().fileHash());
    assertThat(journal.about(new Subject("item", "import-one")))
        .singleElement()
        .matches(
            act ->
                act.kind().equals("item.published")
                    && "批量导入（items.xlsx）".equals(act.payload().get("reason")));
  }

  @Test
  void whoUploadedItDoesNotApplyIt() throws Exception {
    String path = upload(APPROVER, new SheetFixture().with(PERMIT, "import-own", "000131913000"));
    post(path + "/send", APPROVER);
    assertThat(page(path, APPROVER).select("form[action$=apply]")).isEmpty();
    String answer =
        web.perform(
                MockMvcRequestBuilders.post(path + "/apply")
                    .param("confirmed", "true")
                    .with(APPROVER)
                    .with(As.csrf()))
            .andExpect(status().isUnprocessableContent())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(Jsoup.parse(answer).text()).contains("上传和导入不能是同一个人");
    apply(path, SECOND);
    assertThat(documents.find("import-own")).isPresent();
  }

  @Test
  void anEditorImportsOnlyItemsOfTheOwnDepartment() throws Exception {
    String path =
        upload(
            OTHER,
            new SheetFixture()
                .with(PERMIT, "import-foreign", "000131914000")
                .with("old-age-allowance", "import-ours", "000511914000"));
    Document page = page(path, OTHER);
    assertThat(page.select("tbody tr").eachText())
        .anyMatch(row -> row.contains("您只能导入本部门的事项") && row.contains("第 2 行“实施主体”列"));
    assertThat(page.select("form[action$=send]")).isEmpty();
    web.perform(MockMvcRequestBuilders.post(path + "/send").with(OTHER).with(As.csrf()))
        .andExpect(status().isUnprocessableContent());
    web.perform(get(path).with(EDITOR)).andExpect(status().isNotFound());
    web.perform(MockMvcRequestBuilders.post(path + "/apply").with(OTHER).with(As.csrf()))
        .andExpect(status().isForbidden());
    web.perform(get(START).with(As.role(Role.WINDOW))).andExpect(status().isForbidden());
  }

  @Test
  void whatChangedInTheCatalogueSinceTheCheckIsShownBeforeAnythingIsWritten() throws Exception {
    String known = "publication-retail-licence";
    Map<String, Object> before = documents.find(known).orElseThrow().data();
    String csv = "事项标识,事项简述\n%s,导入改过的简述，办理书报零售前应当取得许可。\n".formatted(known);
    String path = upload(APPROVER, "adjust.csv", csv.getBytes(StandardCharsets.UTF_8));
    Document report = page(path, APPROVER);
    assertThat(report.select(".import-changes tbody tr").text())
        .contains("事项简述", String.valueOf(before.get("summary")), "导入改过的简述");
    post(path + "/send", APPROVER);
    // somebody else publishes meanwhile
    var changed = new java.util.LinkedHashMap<>(before);
    changed.put("visits", Integer.valueOf(0).equals(before.get("visits")) ? 1 : 0);
    changed.put("visit_reason", "核对原件");
    transaction.executeWithoutResult(
        status ->
            publishing.publish(
                new ItemDocument(known, null, changed),
                new Publishing.Change("测试", null, null),
                Actor.system("test")));
    long versions = versions();
    apply(path, SECOND);
    Document again = page(path, SECOND);
    assertThat(again.text()).contains("目录在上次检查以后有了变化，没有写入任何内容");
    assertThat(versions()).isEqualTo(versions);
    apply(path, SECOND);
    assertThat(documents.find(known).orElseThrow().data())
        .containsEntry("summary", "导入改过的简述，办理书报零售前应当取得许可。")
        .containsEntry("visits", changed.get("visits"));
    assertThat(journal.about(new Subject("import", id(path).toString())))
        .extracting(Entry::kind)
        .containsOnlyOnce("catalogue.import_applied");
  }

  @Test
  void allOrNothing() throws Exception {
    String path =
        upload(
            EDITOR,
            new SheetFixture()
                .with(PERMIT, "import-first", "000131915000")
                .with(PERMIT, "import-last", "000131916000"));
    post(path + "/send", EDITOR);
    // between check and application the second code is taken
    var taken = new java.util.LinkedHashMap<>(PackFixture.item(PERMIT).data());
    taken.put("id", "import-taken");
    taken.put("base_code", "000131916000");
    taken.remove("claims");
    taken.remove("handling_no");
    var result = Tree.copy(taken.get("result"));
    var certificate = Tree.copy(result.get("certificate"));
    certificate.put("type", "IMPORT_TAKEN");
    result.put("certificate", certificate);
    taken.put("result", result);
    transaction.executeWithoutResult(
        status ->
            publishing.publish(
                new ItemDocument("import-taken", null, taken),
                new Publishing.Change("测试", null, null),
                Actor.system("test")));
    apply(path, APPROVER);
    assertThat(documents.find("import-first")).isEmpty();
    assertThat(documents.find("import-last")).isEmpty();
    Document page = page(path, APPROVER);
    assertThat(page.text()).contains("已经用在目录里的事项 import-taken");
    assertThat(page.select("form[action$=apply]")).isEmpty();
    web.perform(
            MockMvcRequestBuilders.post(path + "/return")
                .param("reason", "编码已经被别的事项用了，请更换")
                .with(APPROVER)
                .with(As.csrf()))
        .andExpect(redirectedUrl(path));
    assertThat(page(path, EDITOR).text()).contains("已退回", "编码已经被别的事项用了，请更换");
  }

  @Test
  void onePersonHasOneOpenFileAndCancelsIt() throws Exception {
    String first = upload(EDITOR, new SheetFixture().with(PERMIT, "import-a", "000131917000"));
    String second = upload(EDITOR, new SheetFixture().with(PERMIT, "import-b", "000131917000"));
    assertThat(page(first, EDITOR).text()).contains("已取消", "由后来上传的文件代替");
    post(second + "/cancel", EDITOR);
    assertThat(page(second, EDITOR).text()).contains("目录没有改动");
    assertThat(
            web.perform(MockMvcRequestBuilders.post(second + "/send").with(EDITOR).with(As.csrf()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("已取消");
    web.perform(multipart(START).file(file("x.csv", new byte[0])).with(EDITOR).with(As.csrf()))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void aFileAboveTheLimitThatThePageNamesIsRefusedBesideItsField() throws Exception {
    byte[] large = new byte[(int) ImportActions.MOST_BYTES + 1];
    Document page =
        Jsoup.parse(
            web.perform(multipart(START).file(file("大.xlsx", large)).with(EDITOR).with(As.csrf()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString());
    assertThat(page.select("#file-error").text()).contains("最多 20 MB");
    assertThat(page.select("#file-hint").text()).contains("最大 20 MB");
  }

  @Test
  void reportTemplateAndExportAreDownloaded() throws Exception {
    String path =
        upload(EDITOR, "bad.csv", "事项标识,事项名称\nno-such,=1+1\n".getBytes(StandardCharsets.UTF_8));
    String report =
        web.perform(get(path + "/report.csv").with(EDITOR))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(report).startsWith("\uFEFF结果,").contains("问题,no-such").doesNotContain("\n=");
    byte[] file =
        web.perform(get(path + "/file").with(EDITOR))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(new String(file, StandardCharsets.UTF_8)).contains("no-such,=1+1");
    post(path + "/cancel", EDITOR);
    byte[] template =
        web.perform(get(START + "/template").with(EDITOR))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    String check = upload(EDITOR, "模板.xlsx", template);
    assertThat(page(check, EDITOR).select(".tab-count").eachText())
        .containsExactly("0", "0", "0", "1", "1");
  }

  @Test
  void whatIsExportedIsImportedWithoutAChange() throws Exception {
    for (Format format : Format.values()) {
      byte[] file =
          web.perform(get("/desk/catalogue/export?format=" + format.key()).with(APPROVER))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsByteArray();
      String path = upload(APPROVER, "export" + format.ending(), file);
      Document page = page(path, APPROVER);
      assertThat(page.select(".lead").text()).as(format.name()).contains("文件与目录相同");
      List<String> counts = page.select(".tab-count").eachText();
      assertThat(counts.subList(0, 3)).containsExactly("0", "0", "0");
      assertThat(Integer.parseInt(counts.get(4)))
          .isEqualTo(
              database
                  .sql("SELECT count(*) FROM catalogue.item WHERE published")
                  .query(Integer.class)
                  .single());
      post(path + "/cancel", APPROVER);
    }
  }

  private String upload(RequestPostProcessor who, SheetFixture book) throws Exception {
    return upload(who, "items.xlsx", book.bytes());
  }

  /** Uploads and waits for the check. */
  private String upload(RequestPostProcessor who, String name, byte[] content) throws Exception {
    String path =
        java.util.Objects.requireNonNull(
            web.perform(multipart(START).file(file(name, content)).with(who).with(As.csrf()))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    settle(path);
    return path;
  }

  private static MockMultipartFile file(String name, byte[] content) {
    return new MockMultipartFile("file", name, "application/octet-stream", content);
  }

  private void apply(String path, RequestPostProcessor who) throws Exception {
    web.perform(
            MockMvcRequestBuilders.post(path + "/apply")
                .param("confirmed", "true")
                .with(who)
                .with(As.csrf()))
        .andExpect(redirectedUrl(path));
    settle(path);
  }

  private void settle(String path) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !runs.find(id(path)).orElseThrow().state().running());
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  private void post(String path, RequestPostProcessor who) throws Exception {
    web.perform(MockMvcRequestBuilders.post(path).with(who).with(As.csrf()))
        .andExpect(status().isSeeOther());
  }

  private long versions() {
    return database.sql("SELECT count(*) FROM catalogue.item_version").query(Long.class).single();
  }

  private Document page(String path, RequestPostProcessor who) throws Exception {
    return Jsoup.parse(
        web.perform(get(path).with(who))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString());
  }
}
