package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The sheets of an XLSX workbook, streamed. */
final class XlsxTables {

  private static final Pattern AREA = Pattern.compile("[A-Z]+(\\d+):[A-Z]+(\\d+)");

  private XlsxTables() {}

  static void read(Path file, Tables tables) throws BadFile, IOException {
    Map<String, List<String>> merged = WorkbookGuard.check(file);
    try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        Tables.Rows rows = tables.begin(sheet.getName());
        if (rows != null) {
          read(sheet, rows, areas(merged, sheet));
          rows.end();
        }
      }
    } catch (ExcelReaderException | IllegalStateException | IndexOutOfBoundsException broken) {
      throw new BadFile("工作簿的内容不完整，读不下去：请用 Excel 或者 WPS 打开后另存为 .xlsx 再上传");
    }
  }

  /** The library names sheets by their place, and writers number their parts in that order. */
  private static List<String> areas(Map<String, List<String>> merged, Sheet sheet) {
    return merged.getOrDefault(
        "xl/worksheets/sheet%d.xml".formatted(sheet.getIndex() + 1), List.of());
  }

  private static void read(Sheet sheet, Tables.Rows rows, List<String> merged)
      throws IOException, BadFile {
    TreeMap<Integer, Integer> tall = tall(merged);
    try (Stream<Row> stream = sheet.openStream()) {
      for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
        Row row = each.next();
        if (row.getPhysicalCellCount() == 0) {
          continue;
        }
        List<Cell> cells = cells(row);
        if (cells.stream().allMatch(cell -> cell instanceof Cell.Empty)) {
          continue;
        }
        int line = row.getRowNum();
        var area = tall.lowerEntry(line);
        if (area != null && area.getValue() >= line) {
          rows.covered(line, area.getKey(), area.getValue());
        } else {
          rows.row(line, cells);
        }
      }
    }
  }

  /** Merged cells over several rows, by their first: rows below the first lose their content. */
  private static TreeMap<Integer, Integer> tall(List<String> merged) {
    var tall = new TreeMap<Integer, Integer>();
    for (String area : merged) {
      Matcher corners = AREA.matcher(area.toUpperCase(Locale.ROOT));
      if (corners.matches() && corners.group(1).length() < 8 && corners.group(2).length() < 8) {
        tall.merge(Integer.valueOf(corners.group(1)), Integer.valueOf(corners.group(2)), Math::max);
      }
    }
    return tall;
  }

  private static List<Cell> cells(Row row) {
    var cells = new ArrayList<Cell>(row.getCellCount());
    for (int i = 0; i < Math.min(row.getCellCount(), Measure.COLUMNS + 1); i++) {
      cells.add(cell(row.hasCell(i) ? row.getCell(i) : null));
    }
    return cells;
  }

  private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return new Cell.Empty();
    }
    if (cell.getFormula() != null) {
      return new Cell.Formula(cell.getFormula());
    }
    Object value = cell.getValue();
    if (value == null) {
      return new Cell.Empty();
    }
    return switch (cell.getType()) {
      case NUMBER -> new Cell.Number((BigDecimal) value, day(cell.getDataFormatString()));
      case BOOLEAN -> new Cell.Flag((Boolean) value);
      case ERROR -> new Cell.Faulty(value.toString());
      default -> {
        String text = unescaped(value.toString());
        yield text.isBlank() ? new Cell.Empty() : new Cell.Text(text);
      }
    };
  }

  private static boolean day(@Nullable String format) {
    if (format == null) {
      return false;
    }
    String plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return plain.contains("yy")
        || plain.contains("m/d")
        || plain.contains("d/m")
        || plain.contains("年");
  }

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** Office writes characters that XML cannot hold as _x000D_. */
  private static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPE
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        : text;
  }
}
