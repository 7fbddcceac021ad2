package org.yongtong.catalogue.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** The report of an import as a table to keep or to pass on. */
@Component
class ReportFile {

  private static final int AT_ONCE = 500;
  private static final List<String> HEADINGS =
      List.of("结果", "事项标识", "事项名称", "工作表", "行", "列", "说明", "原内容", "新内容");

  private final ReportTables report;

  ReportFile(ReportTables report) {
    this.report = report;
  }

  void write(Run run, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('\uFEFF');
    var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    printer.printRecord(HEADINGS);
    for (int after = 0; ; after += AT_ONCE) {
      List<Finding> findings = report.findings(run.id(), after, AT_ONCE);
      for (Finding finding : findings) {
        row(
            printer,
            "问题",
            finding.item(),
            "",
            finding.spot().sheet(),
            line(finding.spot()),
            finding.spot().column(),
            finding.message(),
            "",
            "");
      }
      if (findings.size() < AT_ONCE) {
        break;
      }
    }
    lines(run, printer);
    printer.flush();
  }

  private void lines(Run run, CSVPrinter printer) throws IOException {
    int after = 0;
    List<ReportTables.Numbered> some;
    do {
      some = report.lines(run.id(), null, after, AT_ONCE);
      for (ReportTables.Numbered each : some) {
        Line line = each.line();
        after = each.number();
        if (line.changes().isEmpty()) {
          row(
              printer,
              line.outcome().word(),
              line.item(),
              line.name(),
              line.spot().sheet(),
              line(line.spot()),
              "",
              "",
              "",
              "");
        }
        for (Change change : line.changes()) {
          row(
              printer,
              line.outcome().word(),
              line.item(),
              line.name(),
              line.spot().sheet(),
              line(line.spot()),
              change.element(),
              "",
              change.before(),
              change.after());
        }
      }
    } while (some.size() == AT_ONCE);
  }

  private static String line(Spot spot) {
    return spot.line() == 0 ? "" : Integer.toString(spot.line());
  }

  private static void row(CSVPrinter printer, String... cells) throws IOException {
    printer.printRecord(Arrays.stream(cells).map(CleanCell::out).toList());
  }
}
