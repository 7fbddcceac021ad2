package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one sheet: finds the headings, and keeps the rows by the item they belong to. */
final class SheetRows implements Tables.Rows {

  private static final int ROWS_ABOVE_HEADINGS = 5;

  private final SheetForm form;
  private final String sheet;
  private final Names names;
  private final RowStore store;
  private final Findings findings;
  private final Map<String, List<Long>> rows = new LinkedHashMap<>();
  private final Map<String, Integer> firstLine = new HashMap<>();
  private final Set<String> present = new HashSet<>();

  /** Which element stands in which column; -1 where none does. */
  private int @Nullable [] columns;

  private String latest = "";
  private int passedOver;
  private int count;

  SheetRows(SheetForm form, String sheet, Names names, RowStore store, Findings findings) {
    this.form = form;
    this.sheet = sheet;
    this.names = names;
    this.store = store;
    this.findings = findings;
  }

  SheetForm form() {
    return form;
  }

  String sheet() {
    return sheet;
  }

  int count() {
    return count;
  }

  /** Whether the sheet has the column. */
  boolean has(Element element) {
    return present.contains(element.path());
  }

  /** What rows call the items they belong to, in order. */
  Set<String> references() {
    return rows.keySet();
  }

  List<RowStore.Row> rows(String reference) throws IOException {
    var read = new ArrayList<RowStore.Row>();
    for (long at : rows.getOrDefault(reference, List.of())) {
      read.add(store.row(at));
    }
    return read;
  }

  /** A row that did not say which item it is belongs to this one. */
  void rename(String reference, String id) {
    List<Long> moved = rows.remove(reference);
    if (moved != null) {
      rows.computeIfAbsent(id, ignored -> new ArrayList<>(2)).addAll(moved);
      firstLine.putIfAbsent(id, firstLine.getOrDefault(reference, 0));
    }
  }

  int firstLine(String reference) {
    return firstLine.getOrDefault(reference, 0);
  }

  @Override
  public void row(int line, List<Cell> cells) throws BadFile, IOException {
    if (columns == null) {
      headings(line, cells);
    } else {
      content(line, cells, columns);
    }
  }

  private void headings(int line, List<Cell> cells) {
    Map<String, Element> known = form.byHeading();
    int[] found = new int[cells.size()];
    boolean item = false;
    for (int i = 0; i < found.length; i++) {
      Element element =
          cells.get(i) instanceof Cell.Text(var text) ? known.get(SheetForm.plain(text)) : null;
      found[i] = element == null ? -1 : form.elements().indexOf(element);
      item |= found[i] == 0;
    }
    if (!item) {
      passedOver++;
      if (passedOver == ROWS_ABOVE_HEADINGS) {
        findings.add(new Spot(sheet, line, ""), "", noHeadings());
      }
      return;
    }
    for (int i = 0; i < cells.size(); i++) {
      Element element = found[i] < 0 ? null : form.elements().get(found[i]);
      if (element != null && !present.add(element.path())) {
        findings.add(
            new Spot(sheet, line, element.header()),
            "",
            "列名“%s”出现了两次（第 %d 列又是一次）：请删去一列".formatted(element.header(), i + 1));
        found[i] = -1;
      } else if (element == null && !(cells.get(i) instanceof Cell.Empty)) {
        findings.add(new Spot(sheet, line, text(cells.get(i))), "", unknown(text(cells.get(i)), i));
      }
    }
    columns = found;
  }

  private String noHeadings() {
    return "没有找到列名那一行：第一行应当是列名，其中要有“%s”；请使用模板".formatted(form.item().header());
  }

  private String unknown(String heading, int column) {
    String nearest =
        Likeness.nearest(heading, form.elements().stream().map(Element::header).toList());
    return "不认识第 %d 列的列名“%s”%s：请改成模板里的列名，或者删去这一列"
        .formatted(
            column + 1,
            CleanCell.shortened(heading),
            nearest.isEmpty() ? "" : "，是不是“" + nearest + "”");
  }

  private static String text(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> CleanCell.shortened(text);
      case Cell.Number(var number, var day) -> number.toPlainString();
      case Cell.Formula(var formula) -> "=" + CleanCell.shortened(formula);
      default -> "";
    };
  }

  private void content(int line, List<Cell> cells, int[] columns) throws IOException {
    String reference = reference(line, cells, columns);
    if (reference.isEmpty()) {
      return;
    }
    latest = reference;
    var values = new ArrayList<@Nullable Object>();
    for (int i = 0; i < form.elements().size(); i++) {
      values.add(null);
    }
    boolean none = false;
    for (int i = 0; i < cells.size(); i++) {
      int place = i < columns.length ? columns[i] : -1;
      Cell cell = cells.get(i);
      if (place < 0) {
        if (i >= columns.length && !(cell instanceof Cell.Empty)) {
          findings.add(
              new Spot(sheet, line, ""), reference, "第 %d 列有内容，却没有列名：请补上列名或者删去".formatted(i + 1));
        }
        continue;
      }
      Element element = form.elements().get(place);
      if (place > 0 && none(cell)) {
        none = true;
        continue;
      }
      try {
        values.set(place, element.kind().read(cell, names));
      } catch (BadCell bad) {
        findings.add(new Spot(sheet, line, element.header()), reference, bad.words());
      }
    }
    keep(reference, new RowStore.Row(none ? -line : line, values));
  }

  private boolean none(Cell cell) {
    return form.use() == SheetForm.Use.ENTRIES
        && cell instanceof Cell.Text(var text)
        && Set.of("（无）", "(无)").contains(text.strip());
  }

  private String reference(int line, List<Cell> cells, int[] columns) {
    Cell cell = new Cell.Empty();
    for (int i = 0; i < Math.min(columns.length, cells.size()); i++) {
      cell = columns[i] == 0 ? cells.get(i) : cell;
    }
    try {
      Object read = form.item().kind().read(cell, names);
      if (read != null) {
        return read.toString();
      }
      if (form.use() == SheetForm.Use.CLAIMS) {
        return "#" + line; // its id follows from lead and body
      }
      findings.add(new Spot(sheet, line, form.item().header()), "", "没有写事项标识：请填上，才知道这一行属于哪个事项");
    } catch (BadCell bad) {
      findings.add(new Spot(sheet, line, form.item().header()), "", bad.words());
    }
    return "";
  }

  private void keep(String reference, RowStore.Row row) throws IOException {
    count++;
    int line = Math.abs(row.line());
    if (form.use() == SheetForm.Use.ITEMS || form.use() == SheetForm.Use.CLAIMS) {
      Integer other = firstLine.get(reference);
      if (other != null) {
        findings.add(
            new Spot(sheet, line, form.item().header()),
            reference,
            "事项标识“%s”与第 %d 行重复：一个事项只能有一行".formatted(CleanCell.shortened(reference), other));
        return;
      }
    }
    firstLine.putIfAbsent(reference, line);
    rows.computeIfAbsent(reference, ignored -> new ArrayList<>(2)).add(store.add(row));
  }

  @Override
  public void covered(int line, int first, int last) {
    if (columns != null) {
      findings.add(
          new Spot(sheet, first, ""),
          latest,
          "第 %d 行到第 %d 行有合并的单元格：请取消合并，并把内容填到每一行".formatted(first, last));
    }
  }

  @Override
  public void end() {
    if (columns == null && passedOver < ROWS_ABOVE_HEADINGS && passedOver > 0) {
      findings.add(Spot.ofSheet(sheet), "", noHeadings());
    }
  }
}
