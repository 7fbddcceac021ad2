package org.yongtong.catalogue.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.w3c.dom.Element;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.Mode;
import org.yongtong.catalogue.OwnItem;

/** Everybody can see what changed in the catalogue, when, why, and what exactly. */
@YongtongTest
@Timeout(120)
class ChangesDbTest {

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired ChangeTable changes;

  private OwnItem item;

  @BeforeEach
  void publish() {
    item = new OwnItem(context);
  }

  @AfterEach
  void end() {
    item.close();
  }

  @Test
  void theLifeOfAnItemStandsInTheListInOrder() {
    item.publish(Map.of("visits", 1, "visit_reason", "试验")).suspend().resume().cancel(null);
    List<CatalogueChange> all = taken(5);
    assertThat(all)
        .extracting(CatalogueChange::what)
        .containsExactly(What.CANCELLED, What.RESUMED, What.SUSPENDED, What.ADJUSTED, What.SET_UP);
    assertThat(all).extracting(CatalogueChange::reason).contains("试验取消", "试验恢复", "试验暂停", "试验调整");
    assertThat(all).allMatch(each -> each.name().equals(item.name()));
    assertThat(all.get(3).differences())
        .extracting(each -> each.place() + " " + each.after())
        .contains("到现场次数 1 次");
  }

  @Test
  void manyBodiesThatTakeAnItemOverStandInOneLineForAllAndInTheirOwnLists() {
    item.claim("approval-450103", Mode.DELEGATED);
    assertThat(taken(2).getFirst())
        .matches(each -> each.what() == What.DELEGATED)
        .matches(each -> each.bodies() == 1);
    assertThat(changes.newest(new ChangeTable.Filter("approval-450103", null, null), null, 50))
        .anyMatch(each -> item.id().equals(each.lead()) && each.what() == What.DELEGATED);
    // what the lead adjusts is adjusted for its claimants too, and said once
    item.publish(Map.of("summary", "试验摘要。"));
    List<CatalogueChange> all = taken(3);
    assertThat(all.getFirst().what()).isEqualTo(What.ADJUSTED);
    assertThat(all.getFirst().lead()).isNull();
    assertThat(
            changes.newest(
                new ChangeTable.Filter("approval-450103", null, What.ADJUSTED), null, 50))
        .anyMatch(each -> item.id().equals(each.lead()));
  }

  @Test
  void aChangeIsFoundByDepartmentThemeAndKind() throws Exception {
    item.suspend();
    taken(2);
    Document page = page("/changes?department=market_regulation&what=suspended");
    assertThat(page.select(".change-name").getFirst().text()).isEqualTo("暂停 " + item.name());
    assertThat(page.select("#department option[selected]").attr("value"))
        .isEqualTo("market_regulation");
    assertThat(page("/changes?theme=legal:010&what=suspended").text()).contains(item.name());
    assertThat(page("/changes?theme=person:155&what=suspended").text()).doesNotContain(item.name());
  }

  @Test
  void anAdjustmentShowsBothVersionsSideBySide() throws Exception {
    item.publish(Map.of("summary", "试验摘要。"));
    taken(2);
    Document page = page("/changes?department=market_regulation&what=adjusted");
    assertThat(
            page.select(".change-list li").getFirst().select(".difference-table tbody tr").text())
        .contains("事项简述", "试验摘要。");
  }

  @Test
  void theListIsTurnedPageByPageWithoutLossOrDoubling() {
    List<CatalogueChange> all = changes.newest(ChangeTable.Filter.ALL, null, 1_000);
    List<CatalogueChange> paged = new java.util.ArrayList<>();
    CatalogueChange.Place after = null;
    while (true) {
      List<CatalogueChange> page = changes.newest(ChangeTable.Filter.ALL, after, 7);
      paged.addAll(page);
      if (page.size() < 7 || paged.size() >= all.size()) {
        break;
      }
      after = page.getLast().place();
    }
    assertThat(paged.subList(0, Math.min(paged.size(), all.size())))
        .extracting(CatalogueChange::place)
        .isEqualTo(all.stream().map(CatalogueChange::place).limit(paged.size()).toList());
  }

  @Test
  void aFilterThatFindsNothingSaysWhatToDo() throws Exception {
    Document page = page("/changes?department=audit&what=entrusted");
    assertThat(page.select(".empty-state a").attr("href")).isEqualTo("/changes");
  }

  @Test
  void theFeedIsAtomByTheSameFilters() throws Exception {
    item.suspend();
    taken(2);
    String address = "/changes.atom?department=market_regulation&what=suspended";
    var answer =
        web.perform(get(address))
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Type", "application/atom+xml;charset=UTF-8"))
            .andReturn()
            .getResponse();
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element feed =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.getContentAsByteArray()))
            .getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    for (String needed : List.of("id", "title", "updated", "author")) {
      assertThat(feed.getElementsByTagName(needed).getLength()).as(needed).isPositive();
    }
    assertThat(((Element) feed.getElementsByTagName("link").item(0)).getAttribute("href"))
        .isEqualTo("http://localhost" + address);
    var entry = (Element) feed.getElementsByTagName("entry").item(0);
    assertThat(entry.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("暂停：" + item.name());
    for (String needed : List.of("id", "updated", "summary", "link")) {
      assertThat(entry.getElementsByTagName(needed).getLength()).as(needed).isOne();
    }
    web.perform(
            get(address)
                .header(
                    "If-None-Match", java.util.Objects.requireNonNull(answer.getHeader("ETag"))))
        .andExpect(status().isNotModified());
  }

  @Test
  void everyVersionIsListedWithItsDaysAndDifferencesAndStaysReadable() throws Exception {
    item.publish(Map.of("summary", "第二版的摘要。")).publish(Map.of("summary", "第三版的摘要。"));
    String code = item.taskCode();
    Document page = page("/items/" + code + "/versions");
    assertThat(page.select(".change-name").eachText()).containsExactly("第 3 版", "第 2 版", "第 1 版");
    assertThat(page.select(".change-list li").get(0).text()).contains("现行", "第二版的摘要。", "第三版的摘要。");
    for (int number = 1; number <= 3; number++) {
      web.perform(get("/items/" + code + "/versions/" + number)).andExpect(status().isOk());
    }
    item.cancel(null);
    assertThat(page("/items/" + code + "/versions").text()).contains("这个事项已经不再办理", "第 3 版");
    web.perform(get("/items/" + code + "/versions/2")).andExpect(status().isOk());
    web.perform(get("/items/x/versions")).andExpect(status().isNotFound());
  }

  /** What has been taken in about the own item for all bodies, newest first, once it is so many. */
  private List<CatalogueChange> taken(int count) {
    while (true) {
      List<CatalogueChange> own =
          changes.newest(ChangeTable.Filter.ALL, null, 200).stream()
              .filter(each -> item.id().equals(each.id()) || item.id().equals(each.lead()))
              .toList();
      if (own.size() >= count) {
        assertThat(own).hasSize(count);
        return own;
      }
      Thread.onSpinWait();
    }
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
