package org.yongtong.catalogue.importing;

import java.util.Comparator;

/**
 * Where something stands in an uploaded file.
 *
 * @param sheet name of the sheet or file; empty for the whole upload
 * @param line from 1; 0 for the whole sheet
 * @param column heading; empty for the whole row
 */
record Spot(String sheet, int line, String column) implements Comparable<Spot> {

  static final Spot WHOLE = new Spot("", 0, "");

  private static final Comparator<Spot> IN_ORDER =
      Comparator.comparingInt((Spot spot) -> Sheets.order(spot.sheet))
          .thenComparing(Spot::sheet)
          .thenComparingInt(Spot::line)
          .thenComparing(Spot::column);

  static Spot ofSheet(String sheet) {
    return new Spot(sheet, 0, "");
  }

  @Override
  public int compareTo(Spot other) {
    return IN_ORDER.compare(this, other);
  }

  String words() {
    if (sheet.isEmpty()) {
      return "整个文件";
    }
    return "“%s”".formatted(sheet)
        + (line == 0 ? "" : " 第 %d 行".formatted(line))
        + (column.isEmpty() ? "" : "“%s”列".formatted(column));
  }
}
