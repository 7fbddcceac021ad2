package org.yongtong.catalogue.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook under construction: items of the pack as rows, changed as a test needs it. */
final class SheetFixture extends TableWriter {

  /** A formula instead of a value. */
  record Formula(String expression) {}

  private final Map<String, List<List<@Nullable Object>>> sheets = new LinkedHashMap<>();
  private final List<int[]> merged = new ArrayList<>();
  private String mergedSheet = "";

  SheetFixture() {
    super(PackFixture.NAMES);
  }

  /** Items of the pack under other names and codes. */
  SheetFixture with(String id, String newId, String baseCode) throws IOException {
    var data = new LinkedHashMap<>(PackFixture.item(id).data());
    data.put("id", newId);
    data.put("base_code", baseCode);
    // nobody finds it by what people say of the real one
    data.put("name", "试验" + data.get("name"));
    data.put("aliases", List.of("试验叫法一", "试验叫法二", "试验叫法三", "试验叫法四", "试验叫法五"));
    data.remove("claims");
    data.remove("sub_item_of");
    data.remove("handling_no");
    var result = new LinkedHashMap<>(Tree.copy(data.get("result")));
    if (result.get("certificate") != null) {
      Map<String, Object> certificate = Tree.copy(result.get("certificate"));
      certificate.put("type", newId.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
      result.put("certificate", certificate);
      data.put("result", result);
    }
    write(new Known.Own(newId, null, "", null, null, null, data));
    return this;
  }

  @Override
  void row(SheetForm form, List<@Nullable Object> cells) {
    rows(form.name()).add(new ArrayList<>(cells));
  }

  private List<List<@Nullable Object>> rows(String sheet) {
    return sheets.computeIfAbsent(
        sheet,
        name -> {
          var rows = new ArrayList<List<@Nullable Object>>();
          rows.add(
              new ArrayList<>(
                  Sheets.find(name).orElseThrow().elements().stream()
                      .map(Element::header)
                      .toList()));
          return rows;
        });
  }

  /** Line of an item's n-th row on a sheet, as the spreadsheet counts it. */
  int line(String sheet, String item, int nth) {
    List<List<@Nullable Object>> rows = rows(sheet);
    int seen = 0;
    for (int i = 1; i < rows.size(); i++) {
      if (item.equals(rows.get(i).getFirst()) && seen++ == nth) {
        return i + 1;
      }
    }
    throw new AssertionError("no row " + nth + " of " + item + " on " + sheet);
  }

  SheetFixture set(String sheet, int line, String column, @Nullable Object value) {
    List<@Nullable Object> row = rows(sheet).get(line - 1);
    int at = column(sheet, column);
    while (row.size() <= at) {
      row.add(null);
    }
    row.set(at, value);
    return this;
  }

  int column(String sheet, String column) {
    int at = rows(sheet).getFirst().indexOf(column);
    if (at < 0) {
      throw new AssertionError("no column " + column + " on " + sheet);
    }
    return at;
  }

  SheetFixture head(String sheet, int column, String text) {
    List<@Nullable Object> row = rows(sheet).getFirst();
    while (row.size() <= column) {
      row.add(null);
    }
    row.set(column, text);
    return this;
  }

  int width(String sheet) {
    return rows(sheet).getFirst().size();
  }

  int add(String sheet, @Nullable Object... cells) {
    rows(sheet).add(new ArrayList<>(java.util.Arrays.asList(cells)));
    return rows(sheet).size();
  }

  SheetFixture remove(String sheet, int line) {
    rows(sheet).remove(line - 1);
    return this;
  }

  SheetFixture merge(String sheet, int fromLine, int toLine, int column) {
    mergedSheet = sheet;
    merged.add(new int[] {fromLine, toLine, column});
    return this;
  }

  SheetFixture drop(String sheet) {
    sheets.remove(sheet);
    return this;
  }

  byte[] bytes() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "Test", "1.0")) {
      for (var each : sheets.entrySet()) {
        Worksheet sheet = workbook.newWorksheet(each.getKey());
        for (int line = 0; line < each.getValue().size(); line++) {
          List<@Nullable Object> cells = each.getValue().get(line);
          for (int column = 0; column < cells.size(); column++) {
            cell(sheet, line, column, cells.get(column));
          }
        }
        if (each.getKey().equals(mergedSheet)) {
          merged.forEach(
              area ->
                  sheet.range(area[0] - 1, area[2], area[1] - 1, area[2]).style().merge().set());
        }
      }
    }
    return out.toByteArray();
  }

  private static void cell(Worksheet sheet, int line, int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Formula formula -> sheet.formula(line, column, formula.expression());
      case LocalDate day -> {
        sheet.value(line, column, day);
        sheet.style(line, column).format("yyyy-mm-dd").set();
      }
      case Number number -> sheet.value(line, column, number);
      case Boolean flag -> sheet.value(line, column, flag);
      default -> sheet.value(line, column, Objects.toString(value));
    }
  }

  @Override
  public void close() {}
}
