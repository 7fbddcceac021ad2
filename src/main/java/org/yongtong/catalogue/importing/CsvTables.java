package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file: UTF-8 with or without mark, UTF-16 with mark (Excel's “Unicode text”), or GB 18030;
 * commas, semicolons or tabs.
 */
final class CsvTables {

  private static final int HEAD = 1 << 16;

  private CsvTables() {}

  static void read(String name, TextScan.Content content, Tables tables)
      throws BadFile, IOException {
    Tables.Rows rows = tables.begin(name);
    if (rows == null) {
      return;
    }
    Charset charset = TextScan.charset(name, content, true);
    try (Reader reader = TextScan.reader(content, charset);
        CSVParser parser = format(separator(content, charset)).parse(reader)) {
      int line = 0;
      for (CSVRecord row : parser) {
        line++;
        if (line > Measure.ROWS) {
          throw new BadFile(Spot.ofSheet(name), "超过 %d 行：请拆分成几个文件".formatted(Measure.ROWS));
        }
        List<Cell> cells = cells(row);
        if (!cells.stream().allMatch(cell -> cell instanceof Cell.Empty)) {
          rows.row(line, cells);
        }
      }
      rows.end();
    } catch (UncheckedIOException | IllegalStateException broken) {
      throw new BadFile(Spot.ofSheet(name), "CSV 格式不对，可能有引号没有成对：请用 Excel 或者 WPS 重新另存为 CSV");
    }
  }

  private static List<Cell> cells(CSVRecord row) {
    var cells = new ArrayList<Cell>(row.size());
    for (int i = 0; i < Math.min(row.size(), Measure.COLUMNS + 1); i++) {
      String text = row.get(i);
      cells.add(text.isBlank() ? new Cell.Empty() : new Cell.Text(text));
    }
    return cells;
  }

  private static CSVFormat format(char separator) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(false)
        .setLenientEof(false)
        .get();
  }

  /** The sign that stands most often in the first line, outside quotes. */
  private static char separator(TextScan.Content content, Charset charset) throws IOException {
    var counts = new int[3];
    boolean quoted = false;
    try (Reader reader = TextScan.reader(content, charset)) {
      for (int i = 0; i < HEAD; i++) {
        int c = reader.read();
        if (c < 0 || c == '\n' && !quoted) {
          break;
        }
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && ",;\t".indexOf(c) >= 0) {
          counts[",;\t".indexOf(c)]++;
        }
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return ",;\t".charAt(best);
  }
}
