package org.yongtong.journal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal as a file that can be checked anywhere: gzip'd lines of JSON. First a line with the
 * format and the public keys, then each seal before its rows, at last a line with counts and head.
 */
final class Dump {

  private static final String FORMAT = "yongtong-journal-dump-1";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HexFormat HEX = HexFormat.of();

  private Dump() {}

  /** Counts and head of what has been written. */
  record End(long rows, long seals, @Nullable String head) {}

  /** Exactly one of the three is there. */
  private record Line(@Nullable RowLine row, @Nullable SealLine seal, @Nullable End end) {}

  private record Begin(String format, Instant exportedAt, Map<String, String> keys) {}

  private record RowLine(
      long position,
      long tx,
      String subjectType,
      String subjectId,
      String kind,
      String actor,
      @Nullable String onBehalfOf,
      String actorName,
      @Nullable String division,
      @Nullable String department,
      long at,
      @Nullable Long dueAt,
      String payload,
      String hash) {

    static RowLine of(Row row) {
      return new RowLine(
          row.position(),
          row.tx(),
          row.subjectType(),
          row.subjectId(),
          row.kind(),
          row.actor(),
          row.onBehalfOf(),
          row.actorName(),
          row.division(),
          row.department(),
          row.at(),
          row.dueAt(),
          row.payload(),
          HEX.formatHex(row.hash()));
    }

    Row row() {
      return new Row(
          position,
          tx,
          subjectType,
          subjectId,
          kind,
          actor,
          onBehalfOf,
          actorName,
          division,
          department,
          at,
          dueAt,
          payload,
          HEX.parseHex(hash));
    }
  }

  private record SealLine(Seal seal, List<Long> positions, String leaves) {}

  /**
   * @param connection in a transaction, see {@link JournalRead}
   */
  static End write(Connection connection, Instant at, OutputStream to)
      throws SQLException, IOException {
    try (var out =
        new BufferedWriter(
            new OutputStreamWriter(new GZIPOutputStream(to, 64 * 1024), StandardCharsets.UTF_8))) {
      line(out, new Begin(FORMAT, at, JournalRead.keys(connection)));
      var lines = new Lines(out);
      JournalRead.all(connection, lines);
      var end = new End(lines.rows, lines.seals, lines.head);
      line(out, new Line(null, null, end));
      return end;
    }
  }

  /**
   * @throws IOException when the file cannot be read to its end or is no dump
   */
  static Verdict verify(InputStream from, @Nullable String head) throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(from, 64 * 1024), StandardCharsets.UTF_8))) {
      var verifier = new JournalVerifier(keys(in.readLine()), head);
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        Line line = JSON.readValue(text, Line.class);
        if (line.row() != null) {
          verifier.row(line.row().row());
        } else if (line.seal() != null) {
          verifier.seal(
              new SealedRows(
                  line.seal().seal(),
                  line.seal().positions(),
                  SealedRows.leavesApart(HEX.parseHex(line.seal().leaves()))));
        } else if (line.end() != null) {
          return verifier.finish();
        }
      }
      throw new IOException("the dump ends too early: its last line is missing");
    } catch (JacksonException | IllegalArgumentException unreadable) {
      throw new IOException("not a readable dump: " + unreadable.getMessage(), unreadable);
    }
  }

  private static Map<String, String> keys(@Nullable String first) throws IOException {
    Begin begin = first == null ? null : JSON.readValue(first, Begin.class);
    if (begin == null || !FORMAT.equals(begin.format())) {
      throw new IOException("not a dump of the journal in format " + FORMAT);
    }
    return begin.keys();
  }

  private static void line(Writer out, Object value) throws IOException {
    out.write(JSON.writeValueAsString(value));
    out.write('\n');
  }

  private static final class Lines implements JournalRead.Into {

    private final Writer out;
    private long rows;
    private long seals;
    private @Nullable String head;

    Lines(Writer out) {
      this.out = out;
    }

    @Override
    public void seal(SealedRows sealed) throws IOException {
      seals++;
      head = sealed.seal().hash();
      String leaves = HEX.formatHex(sealed.leavesTogether());
      line(out, new Line(null, new SealLine(sealed.seal(), sealed.positions(), leaves), null));
    }

    @Override
    public void row(Row row) throws IOException {
      rows++;
      line(out, new Line(RowLine.of(row), null, null));
    }
  }
}
