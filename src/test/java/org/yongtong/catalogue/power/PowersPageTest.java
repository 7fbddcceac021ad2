package org.yongtong.catalogue.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.Powers;

/** What a body may do, how, and what it answers for, can be found and taken away. */
@YongtongTest
class PowersPageTest {

  private static final String BODY = "market_regulation";

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;
  @Autowired Powers powers;
  @Autowired Catalogue catalogue;

  private PublishedPowers own;

  @BeforeEach
  void publish() {
    own = new PublishedPowers(context);
  }

  @AfterEach
  void takeBack() {
    own.close();
  }

  @Test
  void everyBodyWithPowersIsListedWithItsCounts() throws Exception {
    Document page = page("/powers");
    int applied =
        (int)
            catalogue.listPublished().stream()
                .filter(item -> PowerKinds.power(item.kind()))
                .count();
    assertThat(page.select("#kinds").text()).startsWith("共 " + (applied + 3) + " 项");
    assertThat(page.select(".bars-row:contains(行政处罚) .bars-count").text()).startsWith("1");
    assertThat(page.select("tr:has(a[href=/powers/water]) td:last-child").text()).isNotEmpty();
  }

  @Test
  void aListShowsServiceItemsAndOtherPowersTogether() throws Exception {
    Document page = page("/powers/" + BODY);
    assertThat(page.select(".power-card .tag").eachText()).contains("行政许可");
    Document penalties = page("/powers/" + BODY + "?kind=02");
    assertThat(penalties.select(".power-card")).hasSize(1);
    assertThat(penalties.select(".power-card").text())
        .contains("对发布虚假广告的处罚", "《中华人民共和国广告法》第五十五条第一款", "90 日", "个人、法人", "责任事项 3 项");
    ItemHead permit = permit();
    assertThat(page.select("a[href=/items/" + permit.taskCode() + "]")).isNotEmpty();
    assertThat(page.select("a[href=/items/" + permit.taskCode() + "/flow]")).isNotEmpty();
  }

  @Test
  void aListIsFilteredByKindLevelAndWords() throws Exception {
    assertThat(page("/powers/" + BODY + "?q=广告法").select(".power-card")).hasSize(1);
    assertThat(page("/powers/water?kind=04&level=4").select(".power-card")).isEmpty();
    Document empty = page("/powers/" + BODY + "?q=没有这样的事");
    assertThat(empty.select(".empty-state").text()).contains("没有符合这些条件的事项");
    assertThat(empty.select(".empty-state a").attr("href")).isEqualTo("/powers/" + BODY);
    Document chip = page("/powers/" + BODY + "?kind=06");
    assertThat(chip.select(".chip[aria-current]").text()).startsWith("行政检查");
    assertThat(chip.select(".chip[aria-current]").attr("href")).isEqualTo("/powers/" + BODY);
  }

  @Test
  void aPowerShowsItsBasisFlowDutiesAndRemedies() throws Exception {
    PowerItem power = penalty();
    Document page = page("/powers/" + BODY + "/" + power.code());
    assertThat(page.select("h1").text()).isEqualTo("对发布虚假广告的处罚");
    assertThat(page.select("#bases").text()).contains("发布虚假广告的，由市场监督管理部门责令停止发布广告");
    assertThat(page.select("#punishment").text()).contains("责令停止发布、罚款、吊销营业执照");
    assertThat(page.select("#discretion tbody tr")).hasSize(3);
    assertThat(page.select("#flow svg[role=img]")).hasSize(1);
    assertThat(page.select("#flow .flow-word")).hasSize(power.steps().size());
    assertThat(page.select("#responsibility li")).hasSize(3);
    assertThat(page.select("#accountability").text()).contains("第七十六条");
    assertThat(page.select("#rights").text()).contains("60 日", "6 个月");
    assertThat(page.select("#complain").text()).contains("12345");
  }

  @Test
  void onPaperEverythingStandsWithoutNavigation() throws Exception {
    Document paper = page("/powers/" + BODY + "/" + penalty().code() + "?print=1");
    assertThat(paper.select(".guide-index, .bar, .foot")).isEmpty();
    assertThat(paper.select("#flow svg")).hasSize(1);
  }

  @Test
  void aDrawingIsAFileOfItsOwnThatIsLoadedOnce() throws Exception {
    String address = "/powers/" + BODY + "/" + penalty().code() + "/flow.svg";
    var answer =
        web.perform(get(address))
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Type", "image/svg+xml;charset=UTF-8"))
            .andReturn()
            .getResponse();
    assertThat(answer.getHeader("Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''");
    assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).startsWith("<svg ");
    web.perform(
            get(address)
                .header(
                    "If-None-Match", java.util.Objects.requireNonNull(answer.getHeader("ETag"))))
        .andExpect(status().isNotModified());
  }

  @Test
  void listsCanBeTakenAwayAsTableAndAsData() throws Exception {
    String table =
        web.perform(get("/powers/" + BODY + ".csv"))
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(table).startsWith("\uFEFF事项编码,基本编码,权力名称").contains(penalty().code());
    String data =
        web.perform(get("/powers/" + BODY + ".json"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(data).contains("\"code\":\"" + penalty().code() + "\"");
    String counts =
        web.perform(get("/powers.csv"))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(counts).contains("市级,南宁市水利局,");
  }

  @Test
  void aServiceItemInAPowerListLeadsToItsGuide() throws Exception {
    ItemHead permit = permit();
    web.perform(get("/powers/" + BODY + "/" + permit.taskCode()))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", "/items/" + permit.taskCode()));
  }

  @Test
  void whatThereIsNotIsNotFound() throws Exception {
    web.perform(get("/powers/nobody")).andExpect(status().isNotFound());
    web.perform(get("/powers/water/" + penalty().code())).andExpect(status().isNotFound());
    web.perform(get("/powers/" + BODY + "/x/flow.svg")).andExpect(status().isNotFound());
    Document empty = page("/powers/audit");
    if (powers.of("audit").isEmpty()) {
      assertThat(empty.select(".empty-state").text()).contains("没有公布的行政权力");
    }
  }

  @Test
  void cancelledAndDelegatedItemsHaveAPageOfTheirOwn() throws Exception {
    Document page = page("/powers/changes");
    assertThat(page.select("h1").text()).isEqualTo("取消、下放和承接的事项");
    assertThat(page.select(".wide-table tbody tr, .empty-state")).isNotEmpty();
  }

  @Test
  void intermediaryServicesAreListedAndNoAgencyIsInvented() throws Exception {
    Document page = page("/intermediaries");
    assertThat(page.select(".alert").text()).contains("没有中介机构名录", "不得指定");
    assertThat(page.select(".wide-table tbody tr, .empty-state")).isNotEmpty();
  }

  private ItemHead permit() {
    return catalogue.leads().stream()
        .filter(lead -> lead.department().equals(BODY))
        .filter(lead -> lead.kind() == org.yongtong.catalogue.ServiceItem.Kind.PERMIT)
        .min(java.util.Comparator.comparing(ItemHead::taskCode))
        .orElseThrow();
  }

  private PowerItem penalty() {
    return powers.of(BODY).stream()
        .filter(power -> power.kind() == PowerItem.Kind.PENALTY)
        .findFirst()
        .orElseThrow();
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
