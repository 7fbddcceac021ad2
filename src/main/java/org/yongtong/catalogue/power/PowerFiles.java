package org.yongtong.catalogue.power;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Power lists as tables and data to take away. */
final class PowerFiles {

  private static final String FOR_EXCEL = "\uFEFF"; // else it takes UTF-8 for something else
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PowerFiles() {}

  static String csv(List<PowerRow> rows) {
    var table = new ArrayList<List<String>>();
    table.add(
        List.of(
            "事项编码", "基本编码", "权力名称", "主项", "权力类型", "状态", "行使层级", "设定依据", "行使对象", "行使主体", "责任事项",
            "办理时限", "运行流程图"));
    for (PowerRow row : rows) {
      table.add(
          List.of(
              row.code(),
              row.baseCode(),
              row.name(),
              Objects.requireNonNullElse(row.mainName(), ""),
              row.kindWord(),
              Objects.requireNonNullElse(row.state(), "在用"),
              row.levelWords(),
              String.join("；", row.bases()),
              row.objects(),
              row.body(),
              String.join("\n", row.duties()),
              Objects.requireNonNullElse(row.limit(), ""),
              row.flowPath()));
    }
    return csvOf(table);
  }

  /** Bodies by kinds. */
  static String csv(PowersPage page) {
    var table = new ArrayList<List<String>>();
    var head = new ArrayList<String>(List.of("层级", "行使主体"));
    page.kinds().forEach(kind -> head.add(kind.word()));
    head.add("合计");
    table.add(head);
    for (PowersPage.Group group : page.groups()) {
      for (PowersPage.Row row : group.rows()) {
        var line = new ArrayList<String>(List.of(group.word(), row.name()));
        row.counts().forEach(count -> line.add(count.toString()));
        line.add(String.valueOf(row.total()));
        table.add(line);
      }
    }
    return csvOf(table);
  }

  static String json(List<PowerRow> rows) {
    return JSON.writeValueAsString(rows);
  }

  private static String csvOf(List<List<String>> table) {
    var out = new StringWriter();
    try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
      for (List<String> line : table) {
        printer.printRecord(line.stream().map(PowerFiles::harmless).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return FOR_EXCEL + out;
  }

  /** A cell that begins like a formula would be run by a spreadsheet. */
  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
