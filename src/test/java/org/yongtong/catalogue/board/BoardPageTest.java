package org.yongtong.catalogue.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.edit.EditorForms;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

@YongtongTest
class BoardPageTest {

  private static final String EDITOR = "editor.market_regulation";
  private static final String BOARD = "/desk/catalogue/quality";

  @Autowired MockMvc web;
  @Autowired Quality quality;
  @Autowired Journal journal;

  private EditorForms pages;

  @BeforeEach
  void prepare() {
    pages = new EditorForms(web);
  }

  @Test
  void everyNumberOpensItsList() throws Exception {
    Document board = pages.page(BOARD, "supervise1");
    for (Rule rule : Rule.values()) {
      String path = BOARD + "/" + rule.key();
      String number = board.select("td.num a[href='" + path + "']").getFirst().ownText().strip();
      Document list = pages.page(path, "supervise1");
      assertThat(list.select("h1 small").text()).as(rule.name()).isEqualTo(number + " 处");
    }
    assertThat(pages.get(BOARD + "/no-such-rule", "supervise1").getStatus()).isEqualTo(404);
  }

  @Test
  void aDepartmentSeesItsOwnFindingsOnly() throws Exception {
    Document board = pages.page(BOARD, EDITOR);
    assertThat(board.select("#departments-title + .table-frame tbody th").eachText())
        .allMatch(name -> name.equals("市市场监管局"));
  }

  @Test
  void aChangedLawIsFoundUntilSomebodyHasLookedAtIt() throws Exception {
    String list = BOARD + "/law-changed";
    String item = "food-business-licence";
    assertThat(laws(item)).isNotEmpty().allMatch(text -> text.contains("食品安全法"));
    Document page = pages.page(list, EDITOR);
    assertThat(page.select("a[href*='" + item + "/revise?purpose=ADJUST&page=bases']"))
        .isNotEmpty();
    // not for others to say
    MockHttpServletResponse foreign =
        pages.open(list, EDITOR).send("item", "old-age-allowance", "subject", "law:x");
    assertThat(foreign.getStatus()).isEqualTo(404);
    var form = pages.open(list, "checker.market_regulation");
    for (int i = 0; i < 2; i++) { // pressed twice it is written once
      MockHttpServletResponse marked = form.send("item", item, "subject", "law:中华人民共和国食品安全法");
      assertThat(marked.getStatus()).isEqualTo(303);
    }
    assertThat(
            journal.about(new Subject("item", item)).stream()
                .filter(entry -> entry.kind().equals("item.reviewed")))
        .hasSize(1);
    assertThat(laws(item)).isEmpty();
  }

  private List<String> laws(String item) {
    return quality.now().findings().stream()
        .filter(finding -> finding.rule() == Rule.LAW_CHANGED && finding.item().equals(item))
        .map(Finding::message)
        .toList();
  }

  @Test
  void theTableCanBeTakenAway() throws Exception {
    MockHttpServletResponse csv = pages.get(BOARD + ".csv", "supervise1");
    assertThat(csv.getStatus()).isEqualTo(200);
    assertThat(csv.getContentType()).startsWith("text/csv");
    String text = csv.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF问题,事项,事项编号,部门,说明\r\n");
    assertThat(text.lines().count()).isEqualTo(quality.now().findings().size() + 1L);
  }
}
