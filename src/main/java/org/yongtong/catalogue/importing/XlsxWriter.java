package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * One workbook with all sheets. Sheets other than the one that is written stay in memory until the
 * end, so rows are kept aside in a file until their sheet's turn comes.
 */
final class XlsxWriter extends TableWriter {

  private static final int FLUSH = 200;

  private final Workbook workbook;
  private final RowStore store = new RowStore();
  private final Map<SheetForm, List<Long>> rows = new IdentityHashMap<>();

  XlsxWriter(OutputStream out, Names names) {
    super(names);
    workbook = new Workbook(out, "Yongtong", "1.0");
  }

  /** The workbook, for sheets before the items' own. */
  Workbook workbook() {
    return workbook;
  }

  @Override
  void row(SheetForm form, List<@Nullable Object> cells) throws IOException {
    rows.computeIfAbsent(form, ignored -> new java.util.ArrayList<>())
        .add(store.add(new RowStore.Row(0, cells)));
  }

  @Override
  public void close() throws IOException {
    try (store) {
      for (SheetForm form : Sheets.ALL) {
        sheet(form, rows.getOrDefault(form, List.of()));
      }
      workbook.finish();
    } finally {
      workbook.close();
    }
  }

  private void sheet(SheetForm form, List<Long> places) throws IOException {
    Worksheet sheet = workbook.newWorksheet(form.name());
    sheet.freezePane(1, 1);
    for (int i = 0; i < form.elements().size(); i++) {
      Element element = form.elements().get(i);
      sheet.width(i, width(element));
      sheet.value(0, i, element.header());
      sheet.style(0, i).bold().fillColor("DCE6F1").wrapText(true).set();
    }
    int line = 1;
    for (long place : places) {
      List<@Nullable Object> cells = store.row(place).values();
      for (int i = 0; i < cells.size(); i++) {
        switch (cells.get(i)) {
          case Integer number -> sheet.value(line, i, number);
          case String text -> sheet.inlineString(line, i, text);
          case null, default -> {}
        }
      }
      if (line % FLUSH == 0) {
        sheet.flush();
      }
      line++;
    }
    sheet.finish();
  }

  private static double width(Element element) {
    return switch (element.kind()) {
      case Kind.Whole ignored -> 12;
      case Kind.Word ignored -> 14;
      case Kind.Rule ignored -> 50;
      case Kind.Text(var most) -> most > 200 ? 50 : most > 60 ? 30 : 20;
      default -> 22;
    };
  }
}
