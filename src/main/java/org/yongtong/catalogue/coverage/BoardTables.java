package org.yongtong.catalogue.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The board's figures as tables for office programs, with the same numbers. */
@Component
class BoardTables {

  private final Coverage coverage;
  private final BoardFigures figures;

  BoardTables(Coverage coverage, BoardFigures figures) {
    this.coverage = coverage;
    this.figures = figures;
  }

  /** A table of the board, the head first; empty for a table that there is not. */
  List<List<String>> table(String name, Measure measure) {
    Coverage.Snapshot now = coverage.now();
    List<Row> rows = now.rows();
    return switch (name) {
      case "measures" -> measures(now);
      case "departments" -> table("部门", figures.departments(rows, measure), measure);
      case "districts" -> table("地区", figures.districts(rows, measure), measure);
      case "levels" -> table("行使层级", figures.levels(rows, measure), measure);
      case "ranges" -> table("通办范围", figures.ranges(rows), null);
      case "trend" -> trend(now.trend());
      default -> List.of();
    };
  }

  private List<List<String>> measures(Coverage.Snapshot now) {
    var table = new ArrayList<List<String>>();
    table.add(List.of("指标", "计数单位", "达到", "总数", "占比"));
    for (Measure each : Measure.values()) {
      table.add(cells(each.word(), "事项", Share.count(each, now.leads())));
      table.add(cells(each.word(), "实施清单", Share.count(each, now.rows())));
    }
    table.add(cells("权责清单公开", "权力", figures.powers(now.rows())));
    return table;
  }

  private static List<String> cells(String name, String unit, Share share) {
    return List.of(
        name, unit, String.valueOf(share.reached()), String.valueOf(share.of()), share.words());
  }

  private static List<List<String>> table(
      String head, List<BoardFigures.Line> lines, @Nullable Measure measure) {
    String word = measure == null ? "通办范围" : measure.word();
    return Stream.concat(
            Stream.of(List.of(head, "指标", "达到", "总数", "占比")),
            lines.stream().map(line -> cells(line.name(), word, line.share())))
        .toList();
  }

  private static List<List<String>> trend(Trend trend) {
    var head = new ArrayList<>(List.of("月份", "事项"));
    Trend.MEASURES.forEach(measure -> head.addAll(List.of(measure.word(), measure.word() + "占比")));
    var table = new ArrayList<List<String>>();
    table.add(head);
    for (Trend.Month month : trend.months()) {
      var line = new ArrayList<String>();
      line.add(month.month().toString());
      line.add(String.valueOf(month.items()));
      for (Measure measure : Trend.MEASURES) {
        Share share = month.share(measure);
        line.add(String.valueOf(share.reached()));
        line.add(share.words());
      }
      table.add(line);
    }
    return table;
  }
}
