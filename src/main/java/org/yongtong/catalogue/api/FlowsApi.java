package org.yongtong.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.Powers;
import org.yongtong.catalogue.flow.FlowChart;
import org.yongtong.catalogue.flow.Flows;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Flows as graphs. */
@RestController
@Allow(Who.ANYONE)
@Tag(name = "流程 Flows", description = "办理和运行流程，由实际运行的规则生成")
class FlowsApi {

  private final Catalogue catalogue;
  private final Powers powers;
  private final Flows flows;

  FlowsApi(Catalogue catalogue, Powers powers, Flows flows) {
    this.catalogue = catalogue;
    this.powers = powers;
    this.flows = flows;
  }

  /**
   * @param svg where the drawing is
   */
  record Graph(
      String code,
      String title,
      List<FlowChart.Box> steps,
      List<FlowChart.Arrow> arrows,
      String svg) {}

  @GetMapping("/api/v1/flows/{code}")
  @Operation(summary = "一个事项或者一项权力的流程")
  Graph flow(@PathVariable String code) {
    return catalogue
        .findPublished(code)
        .map(item -> graph(code, flows.of(item).chart(), "/items/" + code + "/flow.svg"))
        .or(
            () ->
                powers
                    .find(code)
                    .map(
                        power ->
                            graph(
                                code,
                                flows.of(power).chart(),
                                "/powers/" + power.department() + "/" + code + "/flow.svg")))
        .orElseThrow(() -> Problem.notFound("没有这个编码的事项或者权力"));
  }

  private static Graph graph(String code, FlowChart chart, String svg) {
    return new Graph(code, chart.title(), chart.boxes(), chart.arrows(), svg);
  }
}
