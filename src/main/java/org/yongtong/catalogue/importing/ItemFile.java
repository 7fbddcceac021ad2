package org.yongtong.catalogue.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file, read into entries: a workbook, a CSV file or several packed together, YAML
 * documents in one file or in many packed together. What it is, its content says, not its name.
 */
final class ItemFile implements Closeable {

  private final RowStore store = new RowStore();
  private final Findings findings = new Findings();
  private final Names names;
  private @Nullable Book book;
  private @Nullable YamlItems documents;
  private boolean unreadable;

  private ItemFile(Names names) {
    this.names = names;
  }

  /** Reads a file; what cannot be read at all is a finding like any other. */
  static ItemFile read(Path file, String name, Names names) throws IOException {
    var read = new ItemFile(names);
    try {
      read.whole(file, name);
    } catch (BadFile bad) {
      read.findings.add(bad.finding());
      read.unreadable = true;
    } catch (IOException | RuntimeException failure) {
      read.close();
      throw failure;
    }
    return read;
  }

  Findings findings() {
    return findings;
  }

  List<Entry> entries(Known known) throws IOException {
    if (unreadable) {
      return List.of(); // half a file would be reported as full of errors
    }
    List<Entry> entries =
        book != null ? book.entries(known) : documents != null ? documents.entries() : List.of();
    if (entries.isEmpty() && findings.isEmpty()) {
      findings.add(Spot.WHOLE, "", "文件里没有事项：请把内容填进模板的工作表，再上传");
    }
    if (entries.size() > Measure.ITEMS) {
      findings.add(
          Spot.WHOLE,
          "",
          "文件里有 %d 个事项，一次最多 %d 个：请拆分成几个文件".formatted(entries.size(), Measure.ITEMS));
      return List.of();
    }
    return entries;
  }

  private void whole(Path file, String name) throws BadFile, IOException {
    long size = Files.size(file);
    if (size == 0) {
      throw new BadFile("文件是空的：请检查后重新上传");
    }
    if (size > Measure.FILE) {
      throw new BadFile("文件有 %d MB，最多 %d MB：请拆分成几个文件".formatted(size >> 20, Measure.FILE >> 20));
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(8);
    }
    if (head.length > 3 && head[0] == 'P' && head[1] == 'K') {
      packed(file);
    } else if (head.length > 3 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF) {
      throw new BadFile("这是旧版 Excel 文件（.xls）或者加了密码的文件：请去掉密码，另存为 .xlsx 再上传");
    } else if (head.length > 3 && head[0] == '%' && head[1] == 'P' && head[2] == 'D') {
      throw new BadFile("这是 PDF 文件：请上传 Excel 工作簿、CSV 或者 YAML 文件");
    } else if (tabular(file, name)) {
      Book tables = newBook();
      String sheet = plainName(name);
      SheetForm form = Sheets.find(sheet).orElse(Sheets.ITEMS);
      CsvTables.read(
          form.name(), () -> Files.newInputStream(file), each -> tables.begin(form, form.name()));
    } else {
      newDocuments().read(fileName(name), () -> Files.newInputStream(file));
    }
  }

  private Book newBook() {
    var tables = new Book(names, store, findings);
    book = tables;
    return tables;
  }

  private YamlItems newDocuments() {
    var items = new YamlItems(store, findings);
    documents = items;
    return items;
  }

  /** By its ending, else by its first line: a heading row has separators and no colon. */
  private static boolean tabular(Path file, String name) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv") || lower.endsWith(".txt") || lower.endsWith(".tsv")) {
      return true;
    }
    if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(2_000), java.nio.charset.StandardCharsets.UTF_8);
      String line = start.lines().findFirst().orElse("");
      return line.matches(".*[,;\\t].*") && !line.contains(": ");
    }
  }

  private void packed(Path file) throws BadFile, IOException {
    try (ZipFile zip = ZipGuard.open(file)) {
      if (zip.getEntry("[Content_Types].xml") != null) {
        XlsxTables.read(file, newBook());
        return;
      }
      if (ZipGuard.has(zip, "", ".ods") || zip.getEntry("content.xml") != null) {
        throw new BadFile("这是 OpenDocument 表格：请另存为 .xlsx 再上传");
      }
      parts(zip);
    } catch (ZipGuard.Bomb bomb) {
      throw ZipGuard.Bomb.words();
    }
  }

  private void parts(ZipFile zip) throws BadFile, IOException {
    ZipGuard.measure(zip);
    List<? extends ZipEntry> parts =
        Collections.list(zip.entries()).stream()
            .filter(part -> !part.isDirectory() && !hidden(part.getName()))
            .sorted(Comparator.comparing(ZipEntry::getName))
            .toList();
    List<? extends ZipEntry> tables =
        parts.stream().filter(part -> ends(part, ".csv", ".txt", ".tsv")).toList();
    List<? extends ZipEntry> yaml =
        parts.stream().filter(part -> ends(part, ".yaml", ".yml")).toList();
    if (tables.isEmpty() && yaml.isEmpty()) {
      throw new BadFile("压缩包里没有 CSV 或者 YAML 文件：请放入模板各工作表的 CSV，或者事项的 YAML 文件");
    }
    if (!tables.isEmpty() && !yaml.isEmpty()) {
      throw new BadFile("压缩包里既有 CSV 又有 YAML：请分成两个压缩包上传");
    }
    if (tables.size() > Measure.SHEETS) {
      throw new BadFile("压缩包里的 CSV 超过 %d 个：请只放模板里的工作表".formatted(Measure.SHEETS));
    }
    for (ZipEntry part : tables) {
      Book into = book == null ? newBook() : book;
      CsvTables.read(plainName(part.getName()), () -> zip.getInputStream(part), into);
    }
    for (ZipEntry part : yaml) {
      YamlItems into = documents == null ? newDocuments() : documents;
      into.read(fileName(part.getName()), () -> zip.getInputStream(part));
    }
  }

  private static boolean hidden(String name) {
    return name.startsWith("__MACOSX/") || fileName(name).startsWith(".");
  }

  private static boolean ends(ZipEntry part, String... endings) {
    String name = part.getName().toLowerCase(Locale.ROOT);
    return List.of(endings).stream().anyMatch(name::endsWith);
  }

  static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** File name without ending: the name of the sheet. */
  private static String plainName(String path) {
    String name = fileName(path);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
