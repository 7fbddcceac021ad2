package org.yongtong.catalogue.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.edit.EditorForms;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionFixture;
import org.yongtong.catalogue.revise.Revisions;

@YongtongTest
class CatalogueDeskPageTest {

  private static final String EDITOR = RevisionFixture.EDITOR;

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;

  private RevisionFixture fixture;
  private EditorForms pages;

  @BeforeEach
  void prepare() {
    fixture = new RevisionFixture(context);
    pages = new EditorForms(web);
  }

  @Test
  void eachSeesWhatWaitsForHim() throws Exception {
    Revision draft = fixture.written();
    assertThat(listed("mine", EDITOR)).contains(draft.name());
    Revision submitted = fixture.submitted();
    assertThat(listed("waiting", RevisionFixture.CHECKER)).contains(submitted.name());
    assertThat(listed("waiting", "checker.health")).doesNotContain(submitted.name());
    Revision checked = fixture.departmentPassed();
    assertThat(listed("waiting", RevisionFixture.LEGAL)).contains(checked.name());
    assertThat(listed("waiting", RevisionFixture.CHECKER)).doesNotContain(checked.name());
    Revision legal = fixture.legalPassed();
    assertThat(listed("waiting", RevisionFixture.APPROVER)).contains(legal.name());
    Revision soon = fixture.approved(fixture.today().plusDays(9));
    assertThat(listed("soon", EDITOR)).contains(soon.name());
    assertThat(listed("soon", "editor.health")).doesNotContain(soon.name());
    assertThat(listed("open", "supervise1")).contains(draft.name(), soon.name());
  }

  private List<String> listed(String tab, String login) throws Exception {
    return pages.page("/desk/catalogue?tab=" + tab, login).select("tr[data-row] th a").eachText();
  }

  @Test
  void pagesOfTheListLoseNothing() throws Exception {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      made.add("/desk/catalogue/revisions/" + fixture.fresh().id());
    }
    List<String> seen = new ArrayList<>();
    String next = "/desk/catalogue?tab=mine";
    while (!next.isEmpty()) {
      Document page = pages.page(next, EDITOR);
      seen.addAll(page.select("tr[data-row] th a").eachAttr("href"));
      next = page.select("a[rel=next]").attr("href");
    }
    assertThat(seen).doesNotHaveDuplicates().containsAll(made);
  }

  @Test
  void itemsAreThoseOfTheOwnDepartmentAndCanBeFiltered() throws Exception {
    Document page = pages.page("/desk/catalogue?tab=items", EDITOR);
    assertThat(page.select("tr[data-row] th a").eachAttr("href"))
        .contains("/desk/catalogue/items/old-age-allowance")
        .doesNotContain("/desk/catalogue/items/food-business-licence");
    assertThat(
            pages
                .page("/desk/catalogue?tab=items&kind=permit&q=%E9%AB%98%E9%BE%84", EDITOR)
                .select(".empty-state")
                .text())
        .contains("没有符合");
    List<String> all = new ArrayList<>();
    String next = "/desk/catalogue?tab=items&level=city";
    while (!next.isEmpty()) {
      Document one = pages.page(next, "supervise1");
      all.addAll(one.select("tr[data-row] th a").eachAttr("href"));
      next = one.select("a[rel=next]").attr("href");
    }
    assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(30);
  }

  @Test
  void aCountySeesWhatItCanClaim() throws Exception {
    Document page = pages.page("/desk/catalogue?tab=claimable", "editor.approval-450103");
    assertThat(page.select("tr[data-row]")).isNotEmpty();
    assertThat(page.select("tr[data-row] a.btn").attr("href")).contains("/revise?purpose=CLAIM");
    assertThat(pages.page("/desk/catalogue", EDITOR).select(".work-tabs").text())
        .doesNotContain("可以认领");
  }

  @Test
  void theItemPageShowsVersionsAndWhatCanBeStarted() throws Exception {
    Document page = pages.page("/desk/catalogue/items/old-age-allowance", EDITOR);
    assertThat(page.select(".decision-bar a").eachText()).contains("调整", "下放", "委托", "暂停", "取消");
    assertThat(page.select("#versions-title + .table-frame tbody tr")).isNotEmpty();
    assertThat(page.select(".mark-section summary").eachText()).contains("设定依据", "申请材料", "常见问题");
    Document other = pages.page("/desk/catalogue/items/old-age-allowance", "editor.health");
    assertThat(other.select(".decision-bar a")).isEmpty();
    assertThat(
            pages
                .get("/desk/catalogue/items/old-age-allowance/revise?purpose=SET_UP", EDITOR)
                .getStatus())
        .isEqualTo(404);
    MockHttpServletResponse foreign =
        pages
            .open("/desk/catalogue/items/old-age-allowance/revise?purpose=ADJUST", "editor.health")
            .send("reason", "不归我管");
    assertThat(foreign.getStatus()).isEqualTo(404);
  }

  @Test
  void aNewItemIsSetUpOnceHoweverOftenTheButtonIsPressed() throws Exception {
    var form = pages.open("/desk/catalogue/new", EDITOR);
    assertThat(form.send("name", "试", "kind", "").getStatus()).isEqualTo(422);
    MockHttpServletResponse first = form.send("name", "两次按下的试验", "kind", "SERVICE", "reason", "试验");
    MockHttpServletResponse second =
        form.send("name", "两次按下的试验", "kind", "SERVICE", "reason", "试验");
    assertThat(first.getStatus()).isEqualTo(303);
    assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location"));
  }

  @Test
  void aHandlingItemBeginsWithTheTextOfItsItem() throws Exception {
    MockHttpServletResponse begun =
        pages
            .open("/desk/catalogue/new", EDITOR)
            .send("name", "高龄津贴（停发）", "way", "HANDLING", "of", "old-age-allowance");
    assertThat(begun.getStatus()).isEqualTo(303);
    String location = String.valueOf(begun.getHeader("Location"));
    var id =
        java.util.UUID.fromString(
            location.replaceFirst(".*/revisions/", "").replaceFirst("\\?.*", ""));
    Revision revision = fixture.get(id);
    assertThat(revision.content()).containsEntry("name", "高龄津贴（停发）").containsKeys("handling_no");
    assertThat((List<?>) revision.content().get("papers")).isNotEmpty();
    assertThat(revision.item()).endsWith("-" + revision.content().get("handling_no"));
    assertThat(context.getBean(Revisions.class).findOpen(revision.item())).isPresent();
  }

  @Test
  void theDeskShowsACardForWhatWaits() throws Exception {
    fixture.submitted();
    Document desk = pages.page("/desk", RevisionFixture.CHECKER);
    assertThat(desk.select("a.tile[href='/desk/catalogue']")).isNotEmpty();
    assertThat(desk.select("nav.side a").eachAttr("href"))
        .contains("/desk/catalogue", "/desk/catalogue/quality");
  }
}
