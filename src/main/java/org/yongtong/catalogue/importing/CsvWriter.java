package org.yongtong.catalogue.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** One CSV file per sheet, packed together; UTF-8 with mark, as spreadsheet programs like it. */
final class CsvWriter extends TableWriter {

  private final ZipOutputStream out;
  private final Map<SheetForm, Sheet> sheets = new IdentityHashMap<>();

  CsvWriter(OutputStream out, Names names) {
    super(names);
    this.out = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  private record Sheet(Path file, CSVPrinter printer) {}

  @Override
  void row(SheetForm form, List<@Nullable Object> cells) throws IOException {
    Sheet sheet = sheets.get(form);
    if (sheet == null) {
      sheet = begin(form);
      sheets.put(form, sheet);
    }
    sheet.printer.printRecord(cells);
  }

  private static Sheet begin(SheetForm form) throws IOException {
    Path file = Files.createTempFile("yongtong-export", ".csv");
    Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8), 1 << 16);
    writer.write('\uFEFF');
    var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    printer.printRecord(form.elements().stream().map(Element::header).toList());
    return new Sheet(file, printer);
  }

  /** Parts of a packed file are written one after another. */
  @Override
  public void close() throws IOException {
    try (out) {
      for (SheetForm form : Sheets.ALL) {
        Sheet sheet = sheets.get(form);
        if (sheet != null) {
          sheet.printer.close(true);
          out.putNextEntry(new ZipEntry(form.name() + ".csv"));
          Files.copy(sheet.file, out);
          out.closeEntry();
        }
      }
      if (sheets.isEmpty()) {
        out.putNextEntry(new ZipEntry(Sheets.ITEMS.name() + ".csv"));
        out.closeEntry();
      }
    } finally {
      for (Sheet sheet : sheets.values()) {
        sheet.printer.close();
        Files.deleteIfExists(sheet.file);
      }
    }
  }
}
