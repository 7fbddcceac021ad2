package org.yongtong.catalogue.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.YongtongTest;
import org.yongtong.catalogue.CaseMoves;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.StopRule;
import org.yongtong.catalogue.flow.FlowChart.Box;
import org.yongtong.catalogue.flow.FlowChart.Look;

/** The flow of an item is the life cycle that its cases run through, with its own steps in it. */
@YongtongTest
class ItemFlowTest {

  @Autowired MockMvc web;
  @Autowired Catalogue catalogue;
  @Autowired CaseMoves lifeCycle;
  @Autowired Flows flows;

  @Test
  void everyStepOfEveryItemStandsInItsFlowInOrder() {
    for (ServiceItem item : items()) {
      FlowChart chart = flows.of(item).chart();
      List<String> steps =
          chart.boxes().stream()
              .filter(box -> box.id().startsWith("step-"))
              .map(Box::name)
              .toList();
      assertThat(steps)
          .as(item.name())
          .containsExactlyElementsOf(item.steps().stream().map(ServiceItem.Step::name).toList());
      assertThat(chart.boxes().getFirst().look()).isEqualTo(Look.BEGIN);
      assertThat(chart.boxes()).filteredOn(box -> box.look() == Look.END).hasSize(1);
    }
  }

  @Test
  void everyTransitionOfTheLifeCycleIsSaid() {
    ServiceItem item = items().getFirst();
    String said = flows.of(item).chart().spoken();
    for (CaseMoves.Move move : lifeCycle.moves()) {
      boolean applicantAnswers =
          move.from().equals(move.to())
              && move.by().stream().allMatch(party -> party.key().equals("APPLICANT"));
      boolean decidesOnTheWay =
          move.from().equals(move.to()) && move.by().stream().allMatch(p -> p.key().equals("HEAD"));
      boolean straight =
          MainWay.of(lifeCycle.moves()).passes(move.from())
              && MainWay.of(lifeCycle.moves()).after(move.from()).equals(move.to());
      boolean backToTheWay = !MainWay.of(lifeCycle.moves()).passes(move.from());
      if (!applicantAnswers && !decidesOnTheWay && !straight && !backToTheWay) {
        assertThat(said).contains(move.action());
      }
    }
    assertThat(said).contains("不予受理", "一次性告知补正", "撤回申请", "视为受理", "退回审查");
  }

  @Test
  void aCorrectionLeadsBackToWhereItWasAskedFor() {
    FlowChart chart = flows.of(items().getFirst()).chart();
    Box correcting =
        chart.boxes().stream()
            .filter(box -> box.name().equals("一次性告知补正"))
            .findFirst()
            .orElseThrow();
    assertThat(chart.next(correcting)).containsExactly(chart.boxes().get(1).name());
  }

  @Test
  void aRefusalEndsButIsDeliveredToo() {
    FlowChart chart = flows.of(items().getFirst()).chart();
    Box refused =
        chart.boxes().stream()
            .filter(box -> box.id().equals("state-refused"))
            .findFirst()
            .orElseThrow();
    assertThat(refused.look()).isEqualTo(Look.REFUSED);
    assertThat(chart.next(refused)).isNotEmpty();
  }

  @Test
  void specialProceduresStandAsideWithTheirDaysAndWhetherTheseCount() {
    items().stream()
        .filter(item -> !item.more().special().isEmpty())
        .forEach(
            item -> {
              FlowChart chart = flows.of(item).chart();
              for (ServiceItem.Special special : item.more().special()) {
                assertThat(chart.boxes())
                    .anySatisfy(
                        box -> {
                          assertThat(box.look()).isEqualTo(Look.ASIDE);
                          assertThat(box.name()).isEqualTo(special.name());
                          assertThat(box.days())
                              .isEqualTo(
                                  special.days()
                                      + (StopRule.of(special).stops()
                                          ? " 个工作日，不计入办理时限"
                                          : " 个工作日，计入办理时限"));
                        });
              }
            });
  }

  @Test
  void theStraightWayEndsAtTheDeliveredResult() {
    MainWay way = MainWay.of(lifeCycle.moves());
    assertThat(way.states().getFirst()).isEqualTo(lifeCycle.moves().getFirst().from());
    assertThat(way.states().getLast().closed()).isTrue();
    assertThat(way.states()).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void anItemsFlowIsAPageAndAFile() throws Exception {
    ItemHead item = catalogue.leads().getFirst();
    String address = "/items/" + item.taskCode() + "/flow";
    var page =
        Jsoup.parse(
            web.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    assertThat(page.select("h1").text()).contains(item.name());
    assertThat(page.select("svg[role=img] desc").text()).startsWith("共 ");
    assertThat(page.select(".flow-word")).isNotEmpty();
    web.perform(get(address + ".svg"))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "image/svg+xml;charset=UTF-8"))
        .andExpect(header().exists("ETag"));
    web.perform(get("/items/x/flow")).andExpect(status().isNotFound());
  }

  private List<ServiceItem> items() {
    return catalogue.leads().stream().map(head -> catalogue.version(head.version())).toList();
  }
}
