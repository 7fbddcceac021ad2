package org.yongtong.catalogue.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemBodies;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.Mode;
import org.yongtong.catalogue.OwnItem;
import org.yongtong.catalogue.WhoRuns;

/** One item, one standard, and everybody can see who runs it where. */
@YongtongTest
class BaseCataloguePageTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Catalogue catalogue;
  @Autowired ItemBodies bodies;

  @Test
  void everyLeadStandsInTheBaseCatalogue() throws Exception {
    Document page = page("/catalogue");
    assertThat(page.select(".items-count").text())
        .startsWith("共 " + catalogue.leads().size() + " 项");
    assertThat(page.select(".base-main")).isNotEmpty();
    ItemHead lead = catalogue.leads().getFirst();
    Document found = page("/catalogue?q=" + lead.baseCode());
    assertThat(found.select("a[href=/items/" + lead.taskCode() + "]")).isNotEmpty();
    assertThat(found.select("a[href=/catalogue/" + lead.id() + "]").text()).contains("市级 1");
  }

  @Test
  void theCatalogueIsFilteredByKindAndBody() throws Exception {
    ItemHead lead = catalogue.leads().getFirst();
    long same =
        catalogue.leads().stream()
            .filter(each -> each.department().equals(lead.department()))
            .count();
    assertThat(page("/catalogue?department=" + lead.department()).select(".items-count").text())
        .contains("符合条件的 " + same + " 项");
    assertThat(page("/catalogue?q=没有这样的事项").select(".empty-state a").attr("href"))
        .isEqualTo("/catalogue");
  }

  @Test
  void whoRunsAnItemIsShownByLevelWithTheWayToEachGuide() throws Exception {
    try (var item = new OwnItem(context)) {
      item.claim("approval-450103", Mode.CLAIMED).claim("town-450103001", Mode.DELEGATED);
      WhoRuns who = bodies.of(item.id(), item.taskCode());
      assertThat(who.total()).isEqualTo(3);
      assertThat(who.levels())
          .extracting(WhoRuns.OnLevel::level)
          .containsExactly(Level.CITY, Level.COUNTY, Level.TOWN);
      Document page = page("/catalogue/" + item.id());
      List<ItemHead> all = catalogue.implementations(item.id());
      assertThat(all).hasSize(3);
      for (ItemHead each : all) {
        assertThat(page.select("a[href=/items/" + each.taskCode() + "]")).hasSize(1);
      }
      assertThat(page.select(".level-place summary").text()).contains("青秀区", "1 个");
      assertThat(page.text()).contains("共 3 个单位办理", "认领", "下放");
    }
    web.perform(get("/catalogue/no-such-item")).andExpect(status().isNotFound());
  }

  @Test
  void handlingItemsOfOneMainItemShareItsName() {
    ItemHead one = catalogue.leads().getFirst();
    assertThat(
            BaseCataloguePages.commonName(
                List.of(named(one, "食品经营许可（新办）"), named(one, "食品经营许可（变更）"))))
        .isEqualTo("食品经营许可");
    assertThat(BaseCataloguePages.commonName(List.of(named(one, "甲事"), named(one, "乙事"))))
        .isEqualTo("甲事");
  }

  private static ItemHead named(ItemHead head, String name) {
    return new ItemHead(
        head.version(),
        head.versionNumber(),
        head.id(),
        head.lead(),
        head.mode(),
        head.level(),
        head.state(),
        head.taskCode(),
        head.baseCode(),
        name,
        head.aliases(),
        head.summary(),
        head.kind(),
        head.handling(),
        head.audience(),
        head.department(),
        head.division(),
        head.personThemes(),
        head.legalThemes(),
        head.lifeEvents(),
        head.legalDays(),
        head.promisedDays(),
        head.visits(),
        head.depth(),
        head.sample(),
        head.publishedAt(),
        head.texts());
  }

  private Document page(String address) throws Exception {
    return Jsoup.parse(
        web.perform(get(address))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8));
  }
}
