package org.yongtong.catalogue.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yongtong.catalogue.flow.FlowChart.Arrow;
import org.yongtong.catalogue.flow.FlowChart.Box;
import org.yongtong.catalogue.flow.FlowChart.Look;

/** A drawing can be read on a phone, on paper and aloud, whatever the graph looks like. */
class FlowDrawingTest {

  private static final double PHONE = 390;

  @Test
  void theLongestWayStandsStraightAndBranchesBesideIt() throws Exception {
    FlowChart chart = chart("立案>调查 立案>不予立案 调查>决定 决定>送达 决定>不予处罚 不予处罚>结案 送达>结案");
    List<double[]> boxes = boxes(chart);
    double way = boxes.getFirst()[0];
    assertThat(at(chart, boxes, "调查")[0]).isEqualTo(way);
    assertThat(at(chart, boxes, "结案")[0]).isEqualTo(way);
    assertThat(at(chart, boxes, "不予立案")[0]).isGreaterThan(way + 200);
    assertThat(at(chart, boxes, "不予处罚")[1]).isEqualTo(at(chart, boxes, "决定")[1]);
  }

  @Test
  void noTwoBoxesOverlap() throws Exception {
    for (String graph :
        List.of(
            "a>b a>c a>d b>e c>e d>e",
            "a>b b>c c>d d>e a>c a>d b>e e>b",
            "a>b a>c b>d c>d d>a d>f",
            "a>b b>a2 a2>b2 b2>b a>x x>y y>z z>b2 x>q q>z")) {
      List<double[]> boxes = boxes(chart(graph));
      for (int i = 0; i < boxes.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertThat(apart(boxes.get(i), boxes.get(j))).as(graph).isTrue();
        }
      }
    }
  }

  @Test
  void itsTypeIsNoSmallerThanFourteenPixelsOnAPhone() throws Exception {
    Document svg = svg(chart("立案>调查 立案>不予立案 调查>审核 审核>调查 审核>决定 审核>听证 听证>决定"));
    double width =
        Double.parseDouble(svg.getDocumentElement().getAttribute("viewBox").split(" ")[2]);
    assertThat(FlowLayout.TEXT_SIZE * Math.min(1, PHONE / width)).isGreaterThanOrEqualTo(14);
  }

  @Test
  void noLineOfTextIsWiderThanItsBox() throws Exception {
    var box =
        new Box(
            "a",
            Look.STEP,
            "核查并决定是否立案",
            "综合行政执法支队第三大队",
            "15 个工作日",
            "《市场监督管理行政处罚程序规定》第十八条第一款",
            null);
    var beside =
        new Box("b", Look.ASIDE, "一次性告知补正", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", null, null, null);
    FlowLayout.of(new FlowChart("图", List.of(box, beside), List.of(new Arrow("a", "b"))))
        .values()
        .forEach(
            place -> {
              place
                  .name()
                  .forEach(
                      line ->
                          assertThat(TextWidth.of(line) * FlowLayout.NAME_SIZE)
                              .isLessThanOrEqualTo(place.width() - 2 * FlowLayout.PAD));
              place
                  .details()
                  .forEach(
                      lines ->
                          lines.forEach(
                              line ->
                                  assertThat(TextWidth.of(line) * FlowLayout.TEXT_SIZE)
                                      .isLessThanOrEqualTo(place.width() - 2 * FlowLayout.PAD)));
            });
  }

  @Test
  void aScreenReaderHearsEveryBoxAndWhatFollows() throws Exception {
    Document svg = svg(chart("立案>调查 立案>不予立案 调查>结案"));
    Element root = svg.getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("aria-labelledby")).isEqualTo("x-t x-d");
    assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("试图");
    assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("共 4 个环节。1. 立案，之后：调查、不予立案。2. 调查，之后：结案。3. 不予立案。4. 结案。");
  }

  @Test
  void whatPeopleWroteStaysText() throws Exception {
    var box =
        new Box("a", Look.STEP, "<script>alert(1)</script> & \"x\"\u0007", null, null, null, null);
    Document svg = svg(new FlowChart("图 <b>", List.of(box), List.of()));
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getDocumentElement().getTextContent()).contains("图 <b>");
  }

  @Test
  void itsColoursAreThoseOfTheTokenFileAndNothingIsStyledInline() throws IOException {
    String tokens = Files.readString(Path.of("src/main/resources/static/yongtong.css"));
    String svg = FlowDrawing.svg(chart("a>b a>c b>d c>d d>a"), "x");
    var colour = Pattern.compile("#[0-9a-f]{3,6}").matcher(svg);
    var used = new ArrayList<String>();
    while (colour.find()) {
      used.add(colour.group());
    }
    assertThat(used).isNotEmpty().allMatch(each -> tokens.contains(each + ";"));
    assertThat(svg).doesNotContain("style=", "<style", "onload");
  }

  @Test
  void anArrowToNowhereIsRefused() {
    assertThatThrownBy(
            () ->
                new FlowChart(
                    "图",
                    List.of(new Box("a", Look.STEP, "甲", null, null, null, null)),
                    List.of(new Arrow("a", "b"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** {@code a>b b>c}: names are ids. */
  private static FlowChart chart(String graph) {
    var boxes = new ArrayList<Box>();
    var arrows = new ArrayList<Arrow>();
    for (String part : graph.split(" ")) {
      String[] ends = part.split(">");
      for (String end : ends) {
        if (boxes.stream().noneMatch(box -> box.id().equals(end))) {
          boxes.add(
              new Box(
                  end,
                  end.startsWith("不予") ? Look.REFUSED : Look.STEP,
                  end,
                  null,
                  null,
                  null,
                  null));
        }
      }
      arrows.add(new Arrow(ends[0], ends[1]));
    }
    return new FlowChart("试图", boxes, arrows);
  }

  private static Document svg(FlowChart chart) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(FlowDrawing.svg(chart, "x").getBytes(StandardCharsets.UTF_8)));
  }

  /** x, y, width, height of each box in the chart's order. */
  private static List<double[]> boxes(FlowChart chart) throws Exception {
    var rects = svg(chart).getElementsByTagName("rect");
    var boxes = new ArrayList<double[]>();
    for (int i = 0; i < rects.getLength(); i++) {
      var rect = (Element) rects.item(i);
      boxes.add(
          new double[] {
            Double.parseDouble(rect.getAttribute("x")),
            Double.parseDouble(rect.getAttribute("y")),
            Double.parseDouble(rect.getAttribute("width")),
            Double.parseDouble(rect.getAttribute("height"))
          });
    }
    assertThat(boxes).hasSameSizeAs(chart.boxes());
    return boxes;
  }

  private static double[] at(FlowChart chart, List<double[]> boxes, String id) {
    return boxes.get(chart.boxes().indexOf(chart.box(id)));
  }

  private static boolean apart(double[] one, double[] two) {
    return one[0] + one[2] <= two[0]
        || two[0] + two[2] <= one[0]
        || one[1] + one[3] <= two[1]
        || two[1] + two[3] <= one[1];
  }
}
