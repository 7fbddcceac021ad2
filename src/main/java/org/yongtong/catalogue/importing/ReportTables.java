package org.yongtong.catalogue.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The report of an import: a line for each item, and what must be mended. */
@Component
class ReportTables {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};
  private static final int BATCH = 500;

  private final JdbcClient database;
  private final JdbcTemplate batches;

  ReportTables(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  /** A line with its number in the report. */
  record Numbered(int number, Line line) {}

  void clear(UUID run) {
    database.sql("DELETE FROM catalogue.import_line WHERE run = ?").param(run).update();
    database.sql("DELETE FROM catalogue.import_finding WHERE run = ?").param(run).update();
  }

  /** Writes lines as they come; {@link Lines#end} writes the last ones. */
  final class Lines implements Consumer<Line> {
    private final UUID run;
    private final List<Object[]> waiting = new ArrayList<>();
    private int number;

    Lines(UUID run) {
      this.run = run;
    }

    @Override
    public void accept(Line line) {
      waiting.add(
          new Object[] {
            run,
            ++number,
            line.item(),
            line.name(),
            line.department(),
            line.spot().sheet(),
            line.spot().line(),
            line.outcome().name(),
            JSON.writeValueAsString(line.changes())
          });
      if (waiting.size() >= BATCH) {
        end();
      }
    }

    void end() {
      batches.batchUpdate(
          """
          INSERT INTO catalogue.import_line (run, number, item, name, department, sheet, line, outcome, changes)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::json)
          """,
          waiting);
      waiting.clear();
    }
  }

  Lines lines(UUID run) {
    return new Lines(run);
  }

  void add(UUID run, List<Finding> findings) {
    var rows = new ArrayList<Object[]>();
    for (Finding finding : findings) {
      rows.add(
          new Object[] {
            run,
            rows.size() + 1,
            finding.spot().sheet(),
            finding.spot().line(),
            finding.spot().column(),
            finding.item(),
            finding.message()
          });
    }
    batches.batchUpdate(
        """
        INSERT INTO catalogue.import_finding (run, number, sheet, line, column_name, item, message)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  List<Finding> findings(UUID run, int after, int most) {
    return database
        .sql(
            """
            SELECT sheet, line, column_name, item, message FROM catalogue.import_finding
            WHERE run = ? AND number > ? ORDER BY number LIMIT ?
            """)
        .params(run, after, most)
        .query(
            (row, n) ->
                new Finding(
                    new Spot(row.getString(1), row.getInt(2), row.getString(3)),
                    row.getString(4),
                    row.getString(5)))
        .list();
  }

  /**
   * @param outcome null = all
   */
  List<Numbered> lines(UUID run, @Nullable Outcome outcome, int after, int most) {
    return database
        .sql(
            """
            SELECT number, item, name, department, sheet, line, outcome, changes FROM catalogue.import_line
            WHERE run = :run AND number > :after AND (:outcome::text IS NULL OR outcome = :outcome)
            ORDER BY number LIMIT :most
            """)
        .param("run", run)
        .param("after", after)
        .param("outcome", outcome == null ? null : outcome.name())
        .param("most", most)
        .query(ReportTables::line)
        .list();
  }

  private static Numbered line(ResultSet row, int ignored) throws SQLException {
    return new Numbered(
        row.getInt("number"),
        new Line(
            row.getString("item"),
            row.getString("name"),
            row.getString("department"),
            new Spot(row.getString("sheet"), row.getInt("line"), ""),
            Outcome.valueOf(row.getString("outcome")),
            JSON.readValue(row.getString("changes"), CHANGES)));
  }
}
