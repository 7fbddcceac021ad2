package org.yongtong.platform.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each line of a paper stands. Margins and sizes after GB/T 9704-2012: 37 mm above, 28 mm on
 * the left, a text area of 156 mm × 225 mm, title in 22 points.
 */
final class PaperLayout {

  private static final double WIDTH = 210 * Canvas.MM;
  private static final double HEIGHT = 297 * Canvas.MM;
  private static final double LEFT = 28 * Canvas.MM;
  private static final double RIGHT = LEFT + 156 * Canvas.MM;
  private static final double TOP = 37 * Canvas.MM;
  private static final double BOTTOM = TOP + 225 * Canvas.MM;
  private static final double TITLE = 22;
  private static final double QR = 25 * Canvas.MM;
  private static final double PADDING = 6;

  private final Canvas canvas;
  private final OfficialPaper paper;
  private final double size;
  private final double leading;
  private final double tableSize;
  private final double tableLeading;
  private final List<List<Runnable>> pages = new ArrayList<>();
  private double y;

  PaperLayout(Canvas canvas, OfficialPaper paper, double size) {
    this.canvas = canvas;
    this.paper = paper;
    this.size = size;
    this.leading = size * 1.8;
    this.tableSize = size - 2;
    this.tableLeading = tableSize * 1.5;
    nextPage();
    heading();
    addressee();
    paragraphs();
    table();
    signature();
    check();
  }

  int pageCount() {
    return pages.size();
  }

  void draw() {
    for (int i = 0; i < pages.size(); i++) {
      canvas.page((float) WIDTH, (float) HEIGHT);
      if (paper.sample()) {
        canvas.watermark("示例", WIDTH, 150);
      }
      pages.get(i).forEach(Runnable::run);
      String number = "第 %d 页　共 %d 页".formatted(i + 1, pages.size());
      canvas.right(number, RIGHT, BOTTOM + 20 * Canvas.MM, 10.5, Ink.GREY);
    }
  }

  private void heading() {
    double whole = canvas.width(paper.title(), TITLE);
    double lines = Math.ceil(whole / (RIGHT - LEFT));
    // a long title stands in lines of like length, not as one full line and a rest
    double width = lines > 1 ? Math.min(whole / lines + TITLE, RIGHT - LEFT) : RIGHT - LEFT;
    for (String line : canvas.lines(paper.title(), TITLE, width)) {
      advance(TITLE * 1.6);
      centred(line, TITLE, true);
    }
    if (!paper.number().isBlank()) {
      for (String line : canvas.lines(paper.number(), size, RIGHT - LEFT)) {
        advance(leading);
        centred(line, size, false);
      }
    }
    y += leading * 0.6;
  }

  private void addressee() {
    String addressee = paper.addressee().strip();
    if (!addressee.isEmpty()) {
      paragraph(addressee.endsWith("：") ? addressee : addressee + "：", 0, 0);
    }
  }

  private void paragraphs() {
    List<String> all =
        paper.paragraphs().stream()
            .flatMap(String::lines)
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    for (int i = 0; i < all.size(); i++) {
      boolean last = i == all.size() - 1 && paper.rows().isEmpty();
      paragraph(all.get(i), 2 * size, last ? signatureHeight() : 0);
    }
  }

  /**
   * One paragraph.
   *
   * @param indent of its first line
   * @param below height that must stand on the same page as its last two lines, so that no
   *     signature stands on a page alone
   */
  private void paragraph(String text, double indent, double below) {
    var breaking = new LineBreaking(piece -> canvas.width(piece, size));
    List<String> lines = breaking.lines(text, RIGHT - LEFT, indent);
    int tail = Math.max(0, lines.size() - 2);
    for (int i = 0; i < lines.size(); i++) {
      need(i == tail ? leading * (lines.size() - i) + below : leading);
      advance(leading);
      String line = lines.get(i);
      double start = i == 0 ? indent : 0;
      double spacing = i < lines.size() - 1 ? spacing(line, RIGHT - LEFT - start) : 0;
      double at = y;
      page().add(() -> canvas.text(line, LEFT + start, at, size, Ink.BLACK, false, spacing));
    }
  }

  /** What to add behind each character, so that a full line ends at the margin. */
  private double spacing(String line, double width) {
    double rest = width - canvas.width(line, size);
    int gaps = line.codePointCount(0, line.length()) - 1;
    return gaps > 0 && rest < 2.5 * size ? rest / gaps : 0;
  }

  private void table() {
    if (paper.rows().isEmpty()) {
      return;
    }
    double labelWidth = 4 * tableSize;
    for (var row : paper.rows()) {
      labelWidth = Math.max(labelWidth, canvas.width(row.label(), tableSize));
    }
    double column = Math.min(labelWidth + 2 * PADDING, (RIGHT - LEFT) * 0.34);
    y += leading * 0.5;
    for (int i = 0; i < paper.rows().size(); i++) {
      var row = paper.rows().get(i);
      List<String> label = cell(row.label(), column);
      List<String> value = cell(row.value(), RIGHT - LEFT - column);
      row(label, value, column, i == paper.rows().size() - 1 ? signatureHeight() : 0);
    }
  }

  private List<String> cell(String text, double width) {
    return canvas.lines(text.isBlank() ? "—" : text, tableSize, width - 2 * PADDING);
  }

  /** A row; one that no page holds goes on overleaf. */
  private void row(List<String> label, List<String> value, double column, double below) {
    double whole = rowHeight(Math.max(label.size(), value.size()));
    if (whole + below <= BOTTOM - TOP) {
      need(whole + below);
    }
    int from = 0;
    int count = Math.max(label.size(), value.size());
    while (from < count) {
      need(rowHeight(1));
      int fit = (int) ((BOTTOM - y - 2 * PADDING) / tableLeading);
      int to = Math.min(count, from + Math.max(1, fit));
      cells(part(label, from, to), part(value, from, to), to - from, column);
      from = to;
    }
  }

  private void cells(List<String> label, List<String> value, int count, double column) {
    double top = y;
    double high = rowHeight(count);
    page()
        .add(
            () -> {
              canvas.frame(LEFT, top, column, high, 0.6, Ink.LINE);
              canvas.frame(LEFT + column, top, RIGHT - LEFT - column, high, 0.6, Ink.LINE);
              column(label, LEFT + PADDING, top);
              column(value, LEFT + column + PADDING, top);
            });
    y += high;
  }

  private void column(List<String> lines, double x, double top) {
    for (int i = 0; i < lines.size(); i++) {
      double base = top + PADDING + tableLeading * i + tableSize * 1.1;
      canvas.text(lines.get(i), x, base, tableSize, Ink.BLACK);
    }
  }

  private double rowHeight(int lines) {
    return lines * tableLeading + 2 * PADDING;
  }

  private static List<String> part(List<String> lines, int from, int to) {
    return lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size()));
  }

  /** Issuer above date, both around one axis, two characters from the margin (§7.3.5). */
  private void signature() {
    need(signatureHeight());
    y += leading * 1.6;
    String date = ChineseDate.of(paper.date());
    List<String> issuer = canvas.lines(paper.issuer(), size, RIGHT - LEFT - 4 * size);
    double widest = canvas.width(date, size);
    for (String line : issuer) {
      widest = Math.max(widest, canvas.width(line, size));
    }
    double axis = RIGHT - 2 * size - widest / 2;
    var lines = new ArrayList<>(issuer);
    lines.add(date);
    for (String line : lines) {
      advance(leading);
      double at = y;
      page().add(() -> canvas.centred(line, axis, at, size, Ink.BLACK, false));
    }
  }

  private double signatureHeight() {
    int lines = canvas.lines(paper.issuer(), size, RIGHT - LEFT - 4 * size).size() + 1;
    return leading * (lines + 1.6);
  }

  /** The QR code stands below the text area of the last page. */
  private void check() {
    String url = paper.verifyUrl();
    if (url == null) {
      return;
    }
    double top = BOTTOM + 3 * Canvas.MM;
    double x = LEFT + QR + 6;
    page()
        .add(
            () -> {
              canvas.qr(url, LEFT - 6, top, QR);
              canvas.text("扫码核验真伪，或者打开", x - 6, top + 22, 9, Ink.GREY);
              double line = top + 22;
              for (String part : canvas.lines(url, 8, 62 * Canvas.MM)) {
                line += 12;
                canvas.text(part, x - 6, line, 8, Ink.GREY);
              }
            });
  }

  private void centred(String text, double textSize, boolean bold) {
    double at = y;
    page().add(() -> canvas.centred(text, (LEFT + RIGHT) / 2, at, textSize, Ink.BLACK, bold));
  }

  /** Turns to the next page when so much does not fit below. */
  private void need(double height) {
    if (y + height > BOTTOM && y > TOP) {
      nextPage();
    }
  }

  private void advance(double height) {
    y += height;
  }

  private void nextPage() {
    pages.add(new ArrayList<>());
    y = TOP;
  }

  private List<Runnable> page() {
    return pages.getLast();
  }
}
