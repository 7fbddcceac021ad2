package org.yongtong.catalogue.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yongtong.catalogue.coverage.CoveragePage.Dot;
import org.yongtong.catalogue.coverage.CoveragePage.Label;
import org.yongtong.catalogue.coverage.CoveragePage.TrendLine;
import org.yongtong.catalogue.coverage.CoveragePage.TrendRow;
import org.yongtong.catalogue.coverage.CoveragePage.TrendView;

/**
 * Draws a trend into a box of 360 by 200: per cent upwards, months to the right. The lines differ
 * in their dashes too, so that colour is not needed.
 */
final class TrendDrawing {

  static final int LEFT = 40;
  static final int RIGHT = 348;
  static final int TOP = 12;
  static final int BOTTOM = 172;

  private static final List<String> STYLES = List.of("is-solid", "is-dashed", "is-dotted");
  private static final int MOST_LABELS = 6;

  private TrendDrawing() {}

  static TrendView of(Trend trend) {
    List<Trend.Month> months = trend.months();
    List<TrendRow> rows =
        months.stream()
            .map(
                month ->
                    new TrendRow(
                        "%d年%d月".formatted(month.month().getYear(), month.month().getMonthValue()),
                        month.items(),
                        Trend.MEASURES.stream()
                            .map(measure -> said(month.share(measure)))
                            .toList()))
            .toList();
    List<String> heads = Trend.MEASURES.stream().map(Measure::word).toList();
    if (months.size() < 2) {
      return new TrendView(heads, rows, List.of(), List.of());
    }
    var lines = new ArrayList<TrendLine>();
    for (int i = 0; i < Trend.MEASURES.size(); i++) {
      Measure measure = Trend.MEASURES.get(i);
      var dots = new ArrayList<Dot>();
      for (int m = 0; m < months.size(); m++) {
        dots.add(new Dot(x(m, months.size()), y(months.get(m).share(measure).percent())));
      }
      lines.add(
          new TrendLine(
              measure.word(),
              STYLES.get(i),
              dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" ")),
              dots));
    }
    return new TrendView(heads, rows, lines, labels(months));
  }

  private static String said(Share share) {
    return "%s（%d / %d）".formatted(share.words(), share.reached(), share.of());
  }

  private static List<Label> labels(List<Trend.Month> months) {
    int step = Math.ceilDiv(months.size(), MOST_LABELS);
    var labels = new ArrayList<Label>();
    for (int m = months.size() - 1; m >= 0; m -= step) {
      labels.addFirst(new Label(x(m, months.size()), months.get(m).month().getMonthValue() + "月"));
    }
    return labels;
  }

  private static int x(int month, int months) {
    return LEFT + 8 + (RIGHT - LEFT - 16) * month / (months - 1);
  }

  private static int y(double percent) {
    return (int) Math.round(BOTTOM - (BOTTOM - TOP) * percent / 100);
  }
}
