package org.yongtong.catalogue.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads through an XLSX file once, before the library does: nothing in it may be larger than a
 * spreadsheet can be, so that the library, which believes what it reads, stays within memory. Notes
 * merged cells on the way, which the library passes over.
 */
final class WorkbookGuard {

  private static final XMLInputFactory XML = factory();
  private static final Pattern ADDRESS = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}");
  private static final int LONGEST_TEXT = 2 * CleanCell.LONGEST;

  private final ZipGuard.Counter counter = new ZipGuard.Counter();
  private final Map<String, List<String>> merged = new HashMap<>();

  private WorkbookGuard() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /**
   * @return merged cells such as {@code A3:B4} by part of the file, e.g. {@code
   *     xl/worksheets/sheet1.xml}
   */
  static Map<String, List<String>> check(Path file) throws BadFile, IOException {
    var guard = new WorkbookGuard();
    try (ZipFile zip = ZipGuard.open(file)) {
      for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
        guard.part(zip, parts.nextElement());
      }
    } catch (ZipGuard.Bomb bomb) {
      throw ZipGuard.Bomb.words();
    } catch (ZipException | XMLStreamException broken) {
      if (broken instanceof XMLStreamException wrapped
          && wrapped.getNestedException() instanceof ZipGuard.Bomb) {
        throw ZipGuard.Bomb.words();
      }
      throw new BadFile("工作簿已经损坏，打不开：请用 Excel 或者 WPS 打开后另存为 .xlsx 再上传");
    }
    return guard.merged;
  }

  private void part(ZipFile zip, ZipEntry part) throws IOException, BadFile, XMLStreamException {
    try (var in = new BufferedInputStream(new ShortTags(counter.counted(zip, part)))) {
      in.mark(4);
      int first = in.read();
      in.reset();
      if (first == '<' || first == 0xEF || first == ' ' || first == '\n' || first == '\r') {
        xml(part.getName(), in);
      } else if (first == 0 || first == 0xFE || first == 0xFF) {
        throw new BadFile("工作簿用了不支持的编码：请用 Excel 或者 WPS 另存为 .xlsx 再上传");
      } else {
        try (InputStream other = counter.counted(zip, part)) {
          other.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  private void xml(String part, InputStream in) throws XMLStreamException, BadFile {
    XMLStreamReader reader = XML.createXMLStreamReader(in);
    try {
      var seen = new Seen(part);
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new BadFile("工作簿里有不允许的内容（DTD）：请用 Excel 或者 WPS 另存为 .xlsx 再上传");
          case XMLStreamConstants.START_ELEMENT -> start(reader, seen);
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              seen.text(reader.getTextLength());
          default -> {}
        }
      }
    } finally {
      reader.close();
    }
  }

  private void start(XMLStreamReader reader, Seen seen) throws BadFile {
    switch (reader.getLocalName()) {
      case "row" -> seen.row(reader.getAttributeValue(null, "r"));
      case "c" -> seen.cell(reader.getAttributeValue(null, "r"));
      case "si" -> seen.text();
      case "sst" -> seen.table();
      case "sheetData" -> seen.cells();
      case "sheet" -> seen.sheet();
      case "mergeCell" -> {
        String area = reader.getAttributeValue(null, "ref");
        List<String> areas = merged.computeIfAbsent(seen.part, ignored -> new ArrayList<>());
        if (area != null && areas.size() < Measure.FINDINGS) {
          areas.add(area);
        }
      }
      default -> {}
    }
  }

  /** No mark-up is as long as this; a reader would hold it in memory whole. */
  private static final class ShortTags extends FilterInputStream {
    private static final int LONGEST = 1 << 20;
    private int since;

    ShortTags(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      for (int i = 0; i < read; i++) {
        if (bytes[from + i] == '>') {
          since = 0;
        } else if (++since > LONGEST) {
          throw new ZipException("mark-up without end");
        }
      }
      return read;
    }
  }

  /** What has been seen of one part. */
  private static final class Seen {
    private final String part;
    private int rows;
    private int sheets;
    private long texts;
    private int length;
    private boolean cells;
    private boolean table;

    Seen(String part) {
      this.part = part;
    }

    void row(@Nullable String number) throws BadFile {
      rows++;
      length = 0;
      if (rows > Measure.ROWS
          || number != null
              && (!number.matches("\\d{1,7}") || Integer.parseInt(number) > Measure.ROWS)) {
        throw new BadFile("工作表超过 %d 行：请删去多余的空行，或者拆分成几个文件".formatted(Measure.ROWS));
      }
    }

    void cell(@Nullable String address) throws BadFile {
      length = 0;
      if (address == null) {
        return;
      }
      if (!ADDRESS.matcher(address).matches()) {
        throw new BadFile(
            "工作表里有不存在的单元格 %s：请用 Excel 或者 WPS 另存为 .xlsx 再上传"
                .formatted(CleanCell.shortened(address)));
      }
    }

    void text() {
      length = 0;
    }

    /** The part holds cells. */
    void cells() {
      cells = true;
      length = 0;
    }

    /** The part is the table of texts. */
    void table() {
      table = true;
      cells();
    }

    void sheet() throws BadFile {
      if (++sheets > Measure.SHEETS) {
        throw new BadFile("工作簿里的工作表超过 %d 个：请只保留模板里的工作表".formatted(Measure.SHEETS));
      }
    }

    void text(int characters) throws BadFile {
      length += characters;
      if (cells && length > LONGEST_TEXT) {
        throw new BadFile("有单元格超过 %d 个字：请缩短".formatted(CleanCell.LONGEST));
      }
      if (table) {
        texts += characters;
        if (texts > Measure.SHARED_TEXTS) {
          throw new BadFile("工作簿里的文字太多，一次读不下：请拆分成几个文件，或者用 CSV、YAML");
        }
      }
    }
  }
}
