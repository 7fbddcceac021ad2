package org.yongtong.catalogue.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Looks through a text file before it is parsed: whether the encoding fits, and, of a CSV file,
 * that no cell and no row is so large that a parser would fill the memory with it.
 */
final class TextScan {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST = 4 * CleanCell.LONGEST;
  private static final int WIDEST = 10 * Measure.COLUMNS;

  private final String name;
  private final boolean table;
  private int line = 1;
  private int row = 1;
  private int rowOfQuote = 1;
  private boolean quoted;
  private int length;
  private int width;

  private TextScan(String name, boolean table) {
    this.name = name;
    this.table = table;
  }

  /** Opens the same content again and again. */
  interface Content {
    InputStream open() throws IOException;
  }

  /**
   * The encoding in which the whole content can be read.
   *
   * @param table whether it is a CSV file
   */
  static Charset charset(String name, Content content, boolean table) throws IOException, BadFile {
    try (InputStream in = content.open()) {
      byte[] mark = in.readNBytes(2);
      if (mark.length == 2 && (mark[0] & 0xFF) == 0xFF && (mark[1] & 0xFF) == 0xFE) {
        return fitting(name, content, table, StandardCharsets.UTF_16LE);
      }
      if (mark.length == 2 && (mark[0] & 0xFF) == 0xFE && (mark[1] & 0xFF) == 0xFF) {
        return fitting(name, content, table, StandardCharsets.UTF_16BE);
      }
    }
    return fitting(name, content, table, StandardCharsets.UTF_8, GB18030);
  }

  private static Charset fitting(String name, Content content, boolean table, Charset... charsets)
      throws IOException, BadFile {
    int furthest = 0;
    for (Charset charset : charsets) {
      int bad = new TextScan(name, table).firstBadLine(content, charset);
      if (bad < 0) {
        return charset;
      }
      furthest = Math.max(furthest, bad);
    }
    throw new BadFile(
        new Spot(name, furthest, ""),
        "文字编码既不是 UTF-8 也不是 GB 18030，从这一行起读不出来：请另存为 UTF-8（表格请另存为“CSV UTF-8”）");
  }

  /** Without the mark in front. */
  static Reader reader(Content content, Charset charset) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(content.open(), charset.newDecoder()), 1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** Line in which the encoding first fails; -1 when it fits. */
  private int firstBadLine(Content content, Charset charset) throws IOException, BadFile {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var bytes = ByteBuffer.allocate(BUFFER);
    var characters = CharBuffer.allocate(BUFFER);
    try (InputStream in = content.open()) {
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(bytes, characters, end);
        characters.flip();
        while (characters.hasRemaining()) {
          char c = characters.get();
          if (c == 0) {
            return line;
          }
          if (table) {
            see(c);
          } else if (c == '\n') {
            line++;
          }
        }
        characters.clear();
        if (result.isError()) {
          return line;
        }
        bytes.compact();
      }
    }
    if (quoted) {
      throw unpaired();
    }
    return -1;
  }

  private void see(char c) throws BadFile {
    length++;
    switch (c) {
      case '"' -> {
        quoted = !quoted;
        if (quoted) {
          rowOfQuote = row;
        }
      }
      case '\n' -> {
        line++;
        if (!quoted) {
          row++;
          width = 0;
          length = 0;
        }
      }
      case ',', ';', '\t' -> {
        if (!quoted) {
          length = 0;
          width++;
        }
      }
      default -> {}
    }
    if (length > LONGEST) {
      if (quoted) {
        throw unpaired();
      }
      throw new BadFile(new Spot(name, row, ""), "有单元格超过 %d 个字：请缩短".formatted(CleanCell.LONGEST));
    }
    if (width > WIDEST) {
      throw new BadFile(new Spot(name, row, ""), "超过 %d 列：请只保留模板里的列".formatted(WIDEST));
    }
  }

  private BadFile unpaired() {
    return new BadFile(new Spot(name, rowOfQuote, ""), "从这一行起引号没有成对：请用 Excel 或者 WPS 重新另存为 CSV");
  }
}
