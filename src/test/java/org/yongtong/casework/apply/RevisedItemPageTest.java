package org.yongtong.casework.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.yongtong.casework.ApplicationFixture.location;
import static org.yongtong.casework.ApplicationFixture.png;
import static org.yongtong.casework.ApplicationFixture.refused;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.Eventually;
import org.yongtong.YongtongTest;
import org.yongtong.casework.ApplicationFixture;
import org.yongtong.casework.ItemFixture;
import org.yongtong.casework.file.State;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SampleSignIns;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

/** What happens to drafts and cases when their item is revised, suspended or cancelled. */
@YongtongTest
class RevisedItemPageTest {

  private static final String BEFORE =
      """
      - {id: kind, label: 业态, kind: choice, required: true, options: [餐饮, 零售]}
      - {id: shop, label: 店名, kind: text, required: true, max: 60}
      - {id: staff_size, label: 从业人数, kind: integer}
      - {id: slogan, label: 宣传口号, kind: text}
      """;
  private static final String AFTER =
      """
      - {id: kind, label: 业态, kind: choice, required: true, options: [零售, 批发]}
      - {id: shop, label: 店名, kind: text, required: true, max: 60, hint: 与招牌一致}
      - {id: staff_size, label: 从业人数, kind: text}
      - {id: owner_mail, label: 电子邮箱, kind: email, required: true}
      """;

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient database;
  @Autowired Journal journal;
  ItemFixture items;
  ApplicationFixture elder;
  ServiceItem item;
  String draft;

  @BeforeEach
  void begun() throws Exception {
    items = new ItemFixture(context);
    elder = new ApplicationFixture(web, context);
    item =
        items.publish(
            "小店登记" + UUID.randomUUID().toString().substring(0, 4),
            BEFORE,
            papers("lease", "must", "layout", "must"));
    draft = begin(item);
    elder.fill(
        draft + "/form",
        Map.of("f.kind", "餐饮", "f.shop", "邕江小馆", "f.staff_size", "12", "f.slogan", "好吃不贵"));
    location(elder.upload(draft, "lease", "租约.png", png()));
    location(elder.upload(draft, "layout", "布局.png", png()));
  }

  @AfterEach
  void ended() {
    items.cancel(item, null, "试验结束");
  }

  @Test
  void theDraftFollowsTheItemKeepsWhatFitsAndSaysWhatChanged() throws Exception {
    items.change(item, AFTER, papers("lease", "optional", "safety", "must"));
    Document form = elder.page(draft + "/form");
    String notice = form.select("section[aria-labelledby=revision-title]").text();
    assertThat(notice)
        .contains("现行的第 2 版", "业态 本次修订有变化 您原来填写的：餐饮")
        .contains("从业人数 本次修订有变化 您原来填写的：12")
        .contains("电子邮箱 本次修订新增", "宣传口号 不再需要 您原来填写的：好吃不贵")
        .contains("《lease》 本次修订有变化", "《safety》 本次修订新增", "《layout》 不再需要 您原来上传的：布局.png")
        .doesNotContain("店名");
    assertThat(form.select("input[name=f.shop]").val()).isEqualTo("邕江小馆");
    assertThat(form.select("input[name=f.kind][checked]")).isEmpty();
    assertThat(form.select("#f-owner_mail-news").text()).isEqualTo("本次修订新增");
    Document papers = elder.page(draft + "/papers");
    assertThat(papers.select("#paper-lease .form-news").text()).isEqualTo("本次修订有变化");
    assertThat(papers.select("#paper-lease .paper-name").text()).contains("租约.png");
    assertThat(papers.select("#paper-layout")).isEmpty();
    var acts = journal.about(new Subject("draft", id()));
    assertThat(acts).singleElement().extracting(act -> act.kind()).isEqualTo("draft.rebased");
    assertThat(acts.getFirst().payload().get("new")).isEqualTo(List.of("F:owner_mail", "P:safety"));
    assertThat(acts.toString()).doesNotContain("好吃不贵");

    assertThat(location(elder.send(post(draft + "/revision")))).isEqualTo(draft + "/form");
    Document later = elder.page(draft + "/form");
    assertThat(later.select("#revision-title, .form-news")).isEmpty();
    elder.fill(
        draft + "/form",
        Map.of("f.kind", "批发", "f.staff_size", "12 人", "f.owner_mail", "a@example.cn"));
    location(elder.upload(draft, "safety", "安全.png", png()));
    UUID id = elder.submit(draft);
    assertThat(elder.page("/my/cases/" + id).text())
        .contains("批发", "安全.png")
        .doesNotContain("好吃不贵");
  }

  @Test
  void twoRevisionsBeforeTheOwnerLooksAreOneNotice() throws Exception {
    items.change(item, AFTER, papers("lease", "must", "layout", "must"));
    elder.page(draft + "/form");
    items.change(
        item,
        AFTER.replace("电子邮箱", "联系邮箱") + "- {id: note, label: 备注, kind: text}\n",
        papers("lease", "must", "layout", "must"));
    String notice =
        elder.page(draft + "/form").select("section[aria-labelledby=revision-title]").text();
    assertThat(notice).contains("现行的第 3 版", "联系邮箱 本次修订新增", "备注 本次修订新增", "您原来填写的：好吃不贵");
  }

  @Test
  void whatWasReadOnAnOlderVersionIsNotSubmittedUnseen() throws Exception {
    Document check = elder.page(draft + "/check");
    String version = check.select("input[name=version]").val();
    assertThat(version).isEqualTo(item.version().toString());
    items.change(
        item,
        BEFORE + "- {id: note, label: 备注, kind: text}\n",
        papers("lease", "must", "layout", "must"));
    Document page =
        refused(
            elder.send(post(draft + "/submit").param("agree", "true").param("version", version)));
    assertThat(page.text()).contains("刚刚修订", "备注 本次修订新增");
    UUID id = elder.submit(draft);
    assertThat(elder.file(id).itemVersion()).isNotEqualTo(item.version());
  }

  @Test
  void aRunningCaseKeepsItsVersionAndSoDoesItsCorrection() throws Exception {
    UUID id = elder.submit(draft);
    items.change(item, AFTER, papers("lease", "must"));
    assertThat(elder.file(id).itemVersion()).isEqualTo(item.version());
    elder.corrected(
        id, new org.yongtong.casework.file.Marks.Mark("field", "slogan", "宣传口号", "请写全"));
    String form = location(elder.send(post("/my/cases/" + id + "/correction")));
    assertThat(elder.page(form).select("input[name=f.slogan]").val()).isEqualTo("好吃不贵");
  }

  @Test
  void aSuspendedItemIsNotSubmittedUntilItIsResumed() throws Exception {
    items.suspend(item, "系统升级");
    Document page = elder.page(draft + "/check");
    assertThat(page.text()).contains("暂停办理", "系统升级", "恢复办理后可以接着提交");
    assertThat(page.select("form[action$=/submit]")).isEmpty();
    assertThat(refused(elder.send(post(draft + "/submit").param("agree", "true"))).text())
        .contains("不能提交申请");
    assertThat(elder.page("/apply/" + item.taskCode()).text()).contains("现在不能办理", "系统升级");
    refused(elder.send(post("/apply/" + item.taskCode())));
    items.resume(item);
    elder.submit(draft);
  }

  @Test
  void aCancelledItemNamesItsSuccessorAndWhatFitsIsTakenAlong() throws Exception {
    ServiceItem next = items.publish("小店登记（合并）", AFTER, Map.of());
    elder.fill(draft + "/applicant", Map.of("applicant.phone", "19900000008"));
    items.cancel(item, next, "合并办理");
    Document page = elder.page(draft + "/check");
    assertThat(page.select("a[href=/items/" + next.taskCode() + "]").text()).isEqualTo("小店登记（合并）");
    assertThat(page.text()).contains("已经取消", "合并办理");
    assertThat(page.select("form[action$=/submit]")).isEmpty();
    refused(elder.send(post(draft + "/submit").param("agree", "true")));
    String begun = location(elder.send(post(draft + "/successor")));
    assertThat(begun).startsWith("/apply/drafts/").doesNotContain(draft);
    assertThat(elder.page(begun).select("input[name=applicant.phone]").val())
        .isEqualTo("19900000008");
    Document form = elder.page(begun.replace("/applicant", "/form"));
    assertThat(form.select("input[name=f.shop]").val()).isEqualTo("邕江小馆");
    assertThat(form.select("input[name=f.kind][checked]")).isEmpty();
    assertThat(elder.page(draft + "/form").select("input[name=f.slogan]").val()).isEqualTo("好吃不贵");
    items.cancel(next, null, "试验结束");
  }

  @Test
  void ownersOfDraftsAndCasesGetOneLetterEach() throws Exception {
    UUID running = elder.submit(draft);
    String second = begin(item);
    items.suspend(item, "系统升级");
    Eventually.holds(() -> letters("系统升级").size() == 2);
    assertThat(letters("系统升级"))
        .anySatisfy(text -> assertThat(text).contains("草稿", "恢复办理后"))
        .anySatisfy(text -> assertThat(text).contains("不受影响", elder.file(running).number()));
    items.cancel(item, null, "机构改革");
    Eventually.holds(() -> letters("机构改革").size() == 2);
    assertThat(elder.file(running).state()).isEqualTo(State.SUBMITTED);
    items.resume(item);
    elder.send(post(second + "/discard"));
    items.cancel(item, null, "再次取消");
    Eventually.holds(() -> letters("再次取消").size() == 1);
    assertThat(letters("系统升级")).as("nobody is told twice").hasSize(2);
  }

  private List<String> letters(String reason) {
    return database
        .sql(
            "SELECT text FROM notification.letter WHERE account = :me AND text LIKE '%' || :name ||"
                + " '%' AND text LIKE '%' || :reason || '%' AND effect LIKE '%item-stop%'")
        .param("me", SampleSignIns.find(context, ApplicationFixture.ELDER).account())
        .param("name", item.name())
        .param("reason", reason)
        .query(String.class)
        .list();
  }

  private String begin(ServiceItem of) throws Exception {
    String first = location(elder.send(post("/apply/" + of.taskCode())));
    return first.substring(0, first.lastIndexOf('/'));
  }

  private String id() {
    return draft.substring(draft.lastIndexOf('/') + 1);
  }

  private static Map<String, String> papers(String... pairs) {
    Map<String, String> papers = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      papers.put(pairs[i], pairs[i + 1]);
    }
    return papers;
  }
}
