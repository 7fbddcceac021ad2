package org.yongtong.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is uploaded, the answer is a sentence, soon, and the memory stays small. */
@Timeout(120)
class HostileFilesTest {

  private static final String HEAD = "事项标识,事项名称\n";

  @TempDir Path folder;

  @Test
  void aFileOverTheLimitIsNotRead() throws Exception {
    Path file = folder.resolve("big.csv");
    try (var big = new RandomAccessFile(file.toFile(), "rw")) {
      big.setLength(201L << 20); // sparse
    }
    assertThat(said(file)).singleElement().asString().contains("文件有 201 MB，最多 200 MB");
  }

  @Test
  void twoHundredMegabytesOfNothingAreRefusedQuickly() throws Exception {
    Path file = folder.resolve("zeros.csv");
    try (var big = new RandomAccessFile(file.toFile(), "rw")) {
      big.setLength(200L << 20);
    }
    assertThat(said(file)).singleElement().asString().contains("文字编码");
  }

  @Test
  void aZipBombIsLeftPacked() throws Exception {
    for (String part : new String[] {"事项基本信息.csv", "xl/worksheets/sheet1.xml"}) {
      Path file = folder.resolve("bomb" + part.hashCode() + ".zip");
      try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
        if (part.startsWith("xl")) {
          put(zip, "[Content_Types].xml", "<Types/>");
        }
        zip.putNextEntry(new ZipEntry(part));
        zip.write("<worksheet>".getBytes(StandardCharsets.UTF_8));
        fill(zip, part.startsWith("xl") ? "<v></v>" : "x,y\n", 720L << 20);
        zip.closeEntry();
      }
      assertThat(Files.size(file)).isLessThan(20L << 20);
      assertThat(said(file)).singleElement().asString().contains("压缩炸弹");
    }
  }

  @Test
  void aMillionEmptyRowsAreNoContent() throws Exception {
    Path csv = folder.resolve("empty.csv");
    try (OutputStream out = Files.newOutputStream(csv)) {
      out.write(HEAD.getBytes(StandardCharsets.UTF_8));
      fill(out, ",,,,\n", 5_000_000);
    }
    assertThat(said(csv)).singleElement().asString().contains("文件里没有事项");
    Path xlsx = folder.resolve("empty.xlsx");
    workbook(
        xlsx,
        "<sheet name=\"事项基本信息\" sheetId=\"1\" r:id=\"rId1\"/>",
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>事项标识</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" s=\"0\"/></row>".repeat(1_000_000));
    assertThat(said(xlsx)).singleElement().asString().contains("文件里没有事项");
  }

  @Test
  void moreRowsThanASpreadsheetHasAreRefused() throws Exception {
    Path xlsx = folder.resolve("tall.xlsx");
    workbook(
        xlsx,
        "<sheet name=\"事项基本信息\" sheetId=\"1\" r:id=\"rId1\"/>",
        "<row r=\"2000000\"><c r=\"A2000000\" t=\"n\"><v>1</v></c></row>");
    assertThat(said(xlsx)).singleElement().asString().contains("超过 1048576 行");
  }

  @Test
  void thousandsOfSheetsAreRefused() throws Exception {
    Path xlsx = folder.resolve("sheets.xlsx");
    var sheets = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      sheets.append("<sheet name=\"s%d\" sheetId=\"%d\" r:id=\"rId1\"/>".formatted(i, i + 1));
    }
    workbook(xlsx, sheets.toString(), "");
    assertThat(said(xlsx)).singleElement().asString().contains("工作表超过 60 个");
  }

  @Test
  void aColumnBeyondTheLastIsRefusedBeforeTheLibraryReadsIt() throws Exception {
    for (String address : List.of("ZZZZZZ1", "&#65;AAAAA1")) {
      Path xlsx = folder.resolve("wide.xlsx");
      workbook(
          xlsx,
          "<sheet name=\"事项基本信息\" sheetId=\"1\" r:id=\"rId1\"/>",
          "<row r=\"1\"><c r=\"%s\" t=\"n\"><v>1</v></c></row>".formatted(address));
      assertThat(said(xlsx)).singleElement().asString().contains("不存在的单元格");
    }
  }

  @Test
  void outsideEntitiesAreNeverFetched() throws Exception {
    Path xlsx = folder.resolve("entity.xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(xlsx))) {
      put(zip, "[Content_Types].xml", "<Types/>");
      put(
          zip,
          "xl/workbook.xml",
          "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook>&e;</workbook>");
    }
    assertThat(said(xlsx)).singleElement().asString().contains("工作簿");
  }

  @Test
  void endlessMarkupIsNoXml() throws Exception {
    Path xlsx = folder.resolve("endless.xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(xlsx))) {
      put(zip, "[Content_Types].xml", "<Types/>");
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<workbook a=\"".getBytes(StandardCharsets.UTF_8));
      fill(zip, "aaaaaaaaaa", 500L << 20);
    }
    assertThat(said(xlsx)).singleElement().asString().contains("损坏");
  }

  @ParameterizedTest
  @CsvSource({
    "x.xlsx,PK\u0003\u0004 cut off,损坏",
    "x.xls,\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1,旧版 Excel",
    "x.pdf,%PDF-1.7,PDF",
    "x.csv,'',空的",
    "x.csv,'a,b',没有找到列名那一行",
    "x.csv,'事项标识,\"开口',引号没有成对",
    "x.yaml,'- x',键: 值",
    "x.yaml,'id: a\n\tname: b',制表符",
    "x.yaml,'name: b',没有写 id",
  })
  void brokenFilesAreNamedAsSuch(String name, String content, String words) throws Exception {
    Path file = folder.resolve(name);
    Files.write(
        file,
        content.getBytes(
            StandardCharsets.ISO_8859_1.newEncoder().canEncode(content)
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8));
    assertThat(said(file)).isNotEmpty().anyMatch(each -> each.contains(words));
  }

  @Test
  void aCellWithoutEndDoesNotFillTheMemory() throws Exception {
    Path open = folder.resolve("open.csv");
    try (OutputStream out = Files.newOutputStream(open)) {
      out.write((HEAD + "a,\"").getBytes(StandardCharsets.UTF_8));
      fill(out, "xxxxxxxx\n", 150L << 20);
    }
    assertThat(said(open)).singleElement().asString().contains("引号没有成对", "第 2 行");
    Path wide = folder.resolve("wide.csv");
    try (OutputStream out = Files.newOutputStream(wide)) {
      fill(out, ",,,,,,,,", 150L << 20);
    }
    assertThat(said(wide)).singleElement().asString().contains("列");
  }

  @Test
  void yamlThatRefersToItselfIsRefused() throws Exception {
    Path file = folder.resolve("laughs.yaml");
    var text = new StringBuilder("id: laughs\na0: &a0 [x, x, x]\n");
    for (int i = 1; i < 45; i++) {
      text.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    Files.writeString(file, text);
    assertThat(said(file)).singleElement().asString().contains("不能用 & 和 * 引用");
    Files.writeString(file, "id: me\nself: &s [*s]\n");
    assertThat(said(file)).singleElement().asString().contains("不能用 & 和 * 引用");
    Files.writeString(file, "id: deep\nx: " + "[".repeat(100_000));
    assertThat(said(file)).isNotEmpty();
  }

  @Test
  void anEndlessYamlDocumentIsCutOff() throws Exception {
    Path file = folder.resolve("long.yaml");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("id: long\nfaq:\n".getBytes(StandardCharsets.UTF_8));
      fill(out, "- {q: abc, a: def}\n", 150L << 20);
    }
    assertThat(said(file)).singleElement().asString().contains("内容太长");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void everyEncodingAndSeparatorIsUnderstood(String encoding) throws Exception {
    for (String separator : List.of(",", ";", "\t")) {
      String text = "事项标识,事项名称\nold-age-allowance,高龄津贴（𠮷）".replace(",", separator);
      if (!encoding.equals("GB18030")) {
        text = "\uFEFF" + text;
      }
      Path file = folder.resolve("items.csv");
      Files.write(file, text.getBytes(Charset.forName(encoding)));
      try (ItemFile read = ItemFile.read(file, "items.csv", PackFixture.NAMES)) {
        List<Entry> entries = read.entries(PackFixture.KNOWN);
        assertThat(read.findings().listed()).isEmpty();
        assertThat(entries).extracting(Entry::id).containsExactly("old-age-allowance");
        var known = PackFixture.item("old-age-allowance").data();
        assertThat(entries.getFirst().content(known))
            .containsEntry("name", "高龄津贴（𠮷）")
            .containsEntry("summary", known.get("summary"));
      }
    }
  }

  @Test
  void aWrongEncodingIsNamedWithItsLine() throws Exception {
    Path file = folder.resolve("mixed.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write((HEAD + "a,好\n").getBytes(StandardCharsets.UTF_8));
      out.write(new byte[] {'b', ',', (byte) 0xFF, (byte) 0xFF, '\n'});
    }
    assertThat(said(file)).singleElement().asString().contains("第 3 行", "文字编码");
  }

  @Test
  void namesOfPackedPartsMayBeWrittenByWindows() throws Exception {
    Path file = folder.resolve("windows.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file), Charset.forName("GBK"))) {
      put(zip, "目录/事项基本信息.csv", HEAD + "old-age-allowance,高龄津贴\n");
      put(zip, "__MACOSX/._x.csv", "junk");
    }
    assertThat(said(file)).isEmpty();
  }

  @Test
  void formulasAreReadAsNothingAndWrittenHarmless() throws Exception {
    for (String formula : List.of("=1+1", "+A1(2)", "-2+3|cmd", "@SUM(A1)")) {
      Path file = folder.resolve("formula.csv");
      Files.writeString(file, HEAD + "old-age-allowance,\"" + formula + "\"\n");
      assertThat(said(file)).as(formula).singleElement().asString().contains("公式");
    }
    for (String text : List.of("=1+1", "-5", "+86 771", "@微信", "'=x", "''x", "'x", "\t=x", "平常")) {
      String written = CleanCell.out(text);
      assertThat(written).as(text).matches("(?s)[^=+\\-@\\t\\r].*");
      assertThat(CleanCell.in(written)).isEqualTo(text);
    }
    assertThatCode(() -> CleanCell.in("-5")).doesNotThrowAnyException();
  }

  private List<String> said(Path file) throws IOException {
    long start = System.nanoTime();
    try (ItemFile read = ItemFile.read(file, file.getFileName().toString(), PackFixture.NAMES)) {
      read.entries(PackFixture.KNOWN);
      return read.findings().listed().stream()
          .map(found -> found.spot().words() + "：" + found.message())
          .toList();
    } finally {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    }
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void fill(OutputStream out, String text, long bytes) throws IOException {
    byte[] block = text.repeat(1 << 12).getBytes(StandardCharsets.UTF_8);
    for (long written = 0; written < bytes; written += block.length) {
      out.write(block);
    }
  }

  private static void workbook(Path file, String sheets, String rows) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
              + " PartName=\"/xl/workbook.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
              + " PartName=\"/xl/styles.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
      put(zip, "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId1\""
              + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
              + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
              + sheets
              + "</sheets></workbook>");
      put(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }
  }
}
