package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.Leaves;
import org.yongtong.form.Field;

/**
 * Draws a tree of questions as SVG from left to right. Answers that lead to the same are one
 * branch, so that the drawing shows what the questions decide; questions that decide nothing fall
 * out of it.
 */
final class QuestionDrawing {

  /** More ends than a picture can show. */
  static final int MOST = 60;

  private static final int COLUMN = 300;
  private static final int BOX = 190;
  private static final int ROW = 64;
  private static final int LINE = 18;
  private static final int SIZE = 13;
  private static final String FONT =
      "-apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei',"
          + " sans-serif";

  private sealed interface Node {
    String key();

    record Question(Field field, List<Branch> branches, String key) implements Node {}

    record End(LeafLine line, String key) implements Node {}
  }

  private record Branch(String answers, Node to) {}

  private final Leaves leaves;
  private final boolean departments;
  private final StringBuilder svg = new StringBuilder(8_000);
  private int rows;
  private int columns;

  private QuestionDrawing(Leaves leaves, boolean departments) {
    this.leaves = leaves;
    this.departments = departments;
  }

  /**
   * @param svg stands alone; may be put into a page once
   * @param ends different outcomes drawn
   */
  record Drawing(String svg, int ends) {}

  /** Null when there is nothing to draw, or too much. */
  static @Nullable Drawing of(Leaves leaves, List<LeafLine> lines) {
    if (leaves.questions().isEmpty() || lines.isEmpty()) {
      return null;
    }
    boolean departments = lines.stream().map(LeafLine::department).distinct().count() > 1;
    var drawing = new QuestionDrawing(leaves, departments);
    Node root = drawing.node(lines, leaves.questions());
    int ends = ends(root);
    return ends > MOST ? null : new Drawing(drawing.draw(root), ends);
  }

  private static int ends(Node node) {
    return switch (node) {
      case Node.End ignored -> 1;
      case Node.Question question ->
          question.branches().stream().mapToInt(branch -> ends(branch.to())).sum();
    };
  }

  private Node node(List<LeafLine> lines, List<Field> questions) {
    for (int i = 0; i < questions.size(); i++) {
      Field field = questions.get(i);
      Map<String, List<LeafLine>> byAnswer = new LinkedHashMap<>();
      for (LeafLine line : lines) {
        byAnswer
            .computeIfAbsent(
                line.answers().getOrDefault(field.id(), "—"), each -> new ArrayList<>())
            .add(line);
      }
      List<Field> rest = questions.subList(i + 1, questions.size());
      var answersOf = new LinkedHashMap<String, List<String>>();
      var nodes = new LinkedHashMap<String, Node>();
      byAnswer.forEach(
          (answer, group) -> {
            Node to = node(group, rest);
            nodes.putIfAbsent(to.key(), to);
            answersOf.computeIfAbsent(to.key(), each -> new ArrayList<>()).add(answer);
          });
      if (nodes.size() > 1) {
        var branches = new ArrayList<Branch>();
        nodes.forEach(
            (key, to) ->
                branches.add(
                    new Branch(
                        String.join("、", java.util.Objects.requireNonNull(answersOf.get(key))),
                        to)));
        return new Node.Question(
            field,
            branches,
            field.id()
                + branches.stream()
                    .map(branch -> branch.answers() + ">" + branch.to().key())
                    .collect(Collectors.joining("|", "(", ")")));
      }
    }
    return new Node.End(lines.getFirst(), lines.getFirst().outcome());
  }

  private String draw(Node root) {
    var body = new StringBuilder();
    place(root, 0, body);
    int width = 12 + columns * COLUMN + BOX + 12;
    int height = 12 + rows * ROW + 12;
    return svg.append(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tree-chart\" role=\"img\" aria-labelledby=\"tree-t tree-d\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">"
                .formatted(width, height, width, height))
        .append("<title id=\"tree-t\">情形问题树：")
        .append(text(leaves.item().name()))
        .append("</title><desc id=\"tree-d\">")
        .append(text(spoken(root)))
        .append("</desc><g font-family=\"")
        .append(FONT)
        .append("\" font-size=\"")
        .append(SIZE)
        .append("\">")
        .append(body)
        .append("</g></svg>")
        .toString();
  }

  /** Draws a node and what follows; gives the height of its middle. */
  private double place(Node node, int column, StringBuilder into) {
    columns = Math.max(columns, column);
    double x = 12 + column * (double) COLUMN;
    switch (node) {
      case Node.End end -> {
        double middle = 12 + rows * (double) ROW + ROW / 2.0;
        rows++;
        box(into, x, middle, end.line().summary(departments), fill(end), stroke(end), 20);
        return middle;
      }
      case Node.Question question -> {
        var middles = new ArrayList<Double>();
        for (Branch branch : question.branches()) {
          middles.add(place(branch.to(), column + 1, into));
        }
        double middle = (middles.getFirst() + middles.getLast()) / 2;
        double from = x + BOX;
        double bend = from + 14;
        for (int i = 0; i < middles.size(); i++) {
          double to = middles.get(i);
          into.append(
              "<path d=\"M%.1f %.1fH%.1fV%.1fH%.1f\" fill=\"none\" stroke=\"#0f4c81\" stroke-width=\"1.5\"/>"
                  .formatted(from, middle, bend, to, x + COLUMN));
          String answer = question.branches().get(i).answers();
          into.append(
              "<text x=\"%.1f\" y=\"%.1f\" fill=\"#0f4c81\" font-size=\"12\">%s<title>%s</title></text>"
                  .formatted(bend + 3, to - 5, text(cut(answer, 7)), text(answer)));
        }
        box(into, x, middle, wrapped(question.field().label()), "#eaf1f8", "#0f4c81", 6);
        return middle;
      }
    }
  }

  private static String fill(Node.End end) {
    return end.line().refusal() == null ? "#e8f5ec" : "#fff3ea";
  }

  private static String stroke(Node.End end) {
    return end.line().refusal() == null ? "#0e5a2f" : "#a03c08";
  }

  private static void box(
      StringBuilder into,
      double x,
      double middle,
      List<String> lines,
      String fill,
      String stroke,
      int radius) {
    double height = 14 + lines.size() * (double) LINE;
    into.append(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" rx=\"%d\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>"
            .formatted(x, middle - height / 2, BOX, height, Math.min(radius, 16), fill, stroke));
    double y = middle - height / 2 + 7 + 13;
    for (String line : lines) {
      into.append(
          "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"#17222e\">%s</text>"
              .formatted(x + BOX / 2.0, y, text(line)));
      y += LINE;
    }
  }

  private static List<String> wrapped(String label) {
    if (label.length() <= 13) {
      return List.of(label);
    }
    String second = label.substring(13);
    return List.of(label.substring(0, 13), cut(second, 13));
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most - 1) + "…" : text;
  }

  private String spoken(Node node) {
    return switch (node) {
      case Node.End end -> String.join("，", end.line().summary(departments)) + "。";
      case Node.Question question ->
          question.branches().stream()
              .map(
                  branch ->
                      "“%s”答“%s”：%s"
                          .formatted(
                              question.field().label(), branch.answers(), spoken(branch.to())))
              .collect(Collectors.joining(" "));
    };
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
