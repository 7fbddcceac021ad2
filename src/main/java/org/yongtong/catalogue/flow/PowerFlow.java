package org.yongtong.catalogue.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.flow.FlowChart.Arrow;
import org.yongtong.catalogue.flow.FlowChart.Box;
import org.yongtong.catalogue.flow.FlowChart.Look;

/** The flow of a power: its steps as the power list defines them. */
final class PowerFlow {

  /** Names of ends at which the power was not used, such as 不予立案、撤销案件. */
  private static final List<String> UNUSED = List.of("不予", "不再", "撤销", "终止", "免予", "不实施");

  private PowerFlow() {}

  static FlowChart of(PowerItem power, UnaryOperator<String> bodyName) {
    var boxes = new ArrayList<Box>();
    var arrows = new ArrayList<Arrow>();
    for (PowerItem.Step step : power.steps()) {
      @Nullable Integer days = step.days();
      @Nullable String body = step.body();
      boxes.add(
          new Box(
              step.id(),
              look(step, boxes.isEmpty()),
              step.name(),
              body == null ? null : bodyName.apply(body),
              days == null ? null : days == 0 ? "当场" : days + " " + step.unit().word(),
              step.basis(),
              step.duty()));
      step.next().stream().distinct().forEach(next -> arrows.add(new Arrow(step.id(), next)));
    }
    return new FlowChart(power.name() + "运行流程图", boxes, arrows);
  }

  private static Look look(PowerItem.Step step, boolean first) {
    if (first) {
      return Look.BEGIN;
    }
    if (!step.next().isEmpty()) {
      return Look.STEP;
    }
    return UNUSED.stream().anyMatch(step.name()::startsWith) ? Look.REFUSED : Look.END;
  }
}
