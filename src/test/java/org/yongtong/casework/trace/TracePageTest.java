package org.yongtong.casework.trace;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.yongtong.casework.file.CaseFile;

@YongtongTest
class TracePageTest {

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
  void aSupervisorSeesEveryRowOfAnyCaseWithItsHash() throws Exception {
    CaseFile file = cases.pendingDecision();
    Document page = desk.page("/desk/trace?number=" + file.number(), "supervise1");
    assertThat(page.select("tbody tr")).hasSize(3);
    assertThat(page.select("tbody strong").eachText()).containsExactly("提交申请", "受理", "提出审查意见");
    assertThat(page.select("tbody td:last-child .pill").eachText())
        .allMatch(word -> word.equals("已封存，验证一致") || word.equals("等待封存"));
    assertThat(page.select(".hash").text()).containsPattern("SM3 [0-9a-f]{64}");
  }

  @Test
  void anUnknownNumberIsSaidToBeUnknown() throws Exception {
    assertThat(desk.page("/desk/trace?number=1", "supervise1").select(".field-error").text())
        .contains("没有找到这个办件");
    assertThat(desk.get("/desk/trace", CaseFixture.CLERK).getStatus()).isEqualTo(403);
  }

  @Test
  void lateCasesAreCountedByDepartmentAndExported() throws Exception {
    CaseFile file = cases.submitted();
    database
        .sql("UPDATE casework.case_file SET due_on = CURRENT_DATE - 20 WHERE id = :id")
        .param("id", file.id())
        .update();
    Document page = desk.page("/desk/supervision?department=market_regulation", "supervise1");
    assertThat(page.select("a[href='/desk/cases/" + file.id() + "']")).isNotEmpty();
    assertThat(page.select("main").text()).contains("南宁市市场监督管理局", "超期");
    String csv =
        desk.get("/desk/supervision.csv?department=market_regulation", "supervise1")
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF办件编号").contains(file.number());
    assertThat(desk.get("/desk/supervision", CaseFixture.HEAD).getStatus()).isEqualTo(403);
    database
        .sql("UPDATE casework.case_file SET due_on = CURRENT_DATE + 9 WHERE id = :id")
        .param("id", file.id())
        .update();
  }

  @Test
  void aCellNeverBecomesAFormula() {
    assertThat(SupervisionController.cell("=HYPERLINK(1)")).isEqualTo("'=HYPERLINK(1)");
    assertThat(SupervisionController.cell("-1")).isEqualTo("'-1");
    assertThat(SupervisionController.cell("@x")).isEqualTo("'@x");
    assertThat(SupervisionController.cell("食品经营许可")).isEqualTo("食品经营许可");
  }
}
