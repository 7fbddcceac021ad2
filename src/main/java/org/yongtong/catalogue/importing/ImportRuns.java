// long: every statement over the runs stands here
package org.yongtong.catalogue.importing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code catalogue.import_run} and the uploaded files. */
@Component
class ImportRuns {

  private static final int PIECE = 1 << 20;

  private final JdbcClient database;
  private final Clock clock;

  ImportRuns(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void add(Run run) {
    database
        .sql(
            """
            INSERT INTO catalogue.import_run (id, state, account, account_name, department, scope, file_name,
              file_size, file_hash, uploaded_at, beat_at)
            VALUES (:id, 'CHECKING', :account, :name, :department, :scope, :file, :size, :hash, :at, :at)
            """)
        .param("id", run.id())
        .param("account", run.account())
        .param("name", run.accountName())
        .param("department", run.department())
        .param("scope", run.scope())
        .param("file", run.fileName())
        .param("size", run.fileSize())
        .param("hash", run.fileHash())
        .param("at", now())
        .update();
  }

  void keep(UUID run, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int number = 0;
      for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
        database
            .sql("INSERT INTO catalogue.import_piece (run, number, content) VALUES (?, ?, ?)")
            .params(run, number++, piece)
            .update();
      }
    }
  }

  /** Writes the uploaded file out again, piece by piece. */
  void write(UUID run, OutputStream out) throws IOException {
    for (int number = 0; ; number++) {
      Optional<byte[]> piece =
          database
              .sql("SELECT content FROM catalogue.import_piece WHERE run = ? AND number = ?")
              .params(run, number)
              .query(byte[].class)
              .optional();
      if (piece.isEmpty()) {
        return;
      }
      out.write(piece.get());
    }
  }

  Path copy(UUID run) {
    try {
      Path file = Files.createTempFile("yongtong-import", ".upload");
      try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
        write(run, out);
      }
      return file;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  Optional<Run> find(UUID id) {
    return database
        .sql("SELECT * FROM catalogue.import_run WHERE id = ?")
        .param(id)
        .query(ImportRuns::run)
        .optional();
  }

  /** Holds the row until the transaction ends. */
  Optional<Run> lock(UUID id) {
    return database
        .sql("SELECT * FROM catalogue.import_run WHERE id = ? FOR UPDATE")
        .param(id)
        .query(ImportRuns::run)
        .optional();
  }

  /** The newest ones of a person. */
  List<Run> ofAccount(UUID account, int most) {
    return database
        .sql(
            """
            SELECT * FROM catalogue.import_run WHERE account = ? ORDER BY uploaded_at DESC LIMIT ?
            """)
        .params(account, most)
        .query(ImportRuns::run)
        .list();
  }

  /** What waits for an approver, oldest first. */
  List<Run> waiting(int most) {
    return database
        .sql(
            """
            SELECT * FROM catalogue.import_run WHERE state IN ('SENT', 'APPLYING') ORDER BY sent_at LIMIT ?
            """)
        .param(most)
        .query(ImportRuns::run)
        .list();
  }

  /** What was applied lately, newest first. */
  List<Run> applied(int most) {
    return database
        .sql(
            """
            SELECT * FROM catalogue.import_run WHERE state = 'APPLIED' ORDER BY ended_at DESC LIMIT ?
            """)
        .param(most)
        .query(ImportRuns::run)
        .list();
  }

  int countWaiting(UUID exceptOf) {
    return database
        .sql("SELECT count(*) FROM catalogue.import_run WHERE state = 'SENT' AND account <> ?")
        .param(exceptOf)
        .query(Integer.class)
        .single();
  }

  Optional<Run> open(UUID account) {
    return database
        .sql(
            """
            SELECT * FROM catalogue.import_run WHERE account = ? AND state IN ('CHECKING', 'CHECKED') FOR UPDATE
            """)
        .param(account)
        .query(ImportRuns::run)
        .optional();
  }

  /**
   * @return false when the run is no longer in the state it was in
   */
  boolean move(Run run, RunState to, String note) {
    if (!run.state().next().contains(to)) {
      return false;
    }
    boolean over = to.next().isEmpty();
    if (to == RunState.CANCELLED) {
      database.sql("DELETE FROM catalogue.import_piece WHERE run = ?").param(run.id()).update();
    }
    return database
            .sql(
                """
                UPDATE catalogue.import_run SET state = :to, note = :note, beat_at = :now, stage = '', done = 0,
                  total = 0, sent_at = CASE WHEN :to = 'SENT' AND sent_at IS NULL THEN :now ELSE sent_at END,
                  ended_at = CASE WHEN :over THEN :now ELSE ended_at END,
                  applier = CASE WHEN :to = 'SENT' THEN NULL ELSE applier END,
                  applier_name = CASE WHEN :to = 'SENT' THEN NULL ELSE applier_name END
                WHERE id = :id AND state = :from
                """)
            .param("to", to.name())
            .param("note", note)
            .param("now", now())
            .param("over", over)
            .param("id", run.id())
            .param("from", run.state().name())
            .update()
        == 1;
  }

  /** An approver begins to apply it. */
  boolean take(Run run, UUID applier, String name) {
    return database
            .sql(
                """
                UPDATE catalogue.import_run SET state = 'APPLYING', note = '', beat_at = :now, stage = '', done = 0,
                  total = 0, applier = :applier, applier_name = :name
                WHERE id = :id AND state = 'SENT' AND account <> :applier
                """)
            .param("now", now())
            .param("applier", applier)
            .param("name", name)
            .param("id", run.id())
            .update()
        == 1;
  }

  /** Sign of life; false when nobody wants the work any more. */
  boolean beat(UUID run, String stage, int done, int total) {
    return database
            .sql(
                """
                UPDATE catalogue.import_run SET stage = :stage, done = :done, total = :total, beat_at = :now
                WHERE id = :id AND state IN ('CHECKING', 'APPLYING')
                """)
            .param("stage", stage)
            .param("done", done)
            .param("total", total)
            .param("now", now())
            .param("id", run)
            .update()
        == 1;
  }

  /** The check came to its end. */
  boolean checked(Run run, Tally tally, RunState to, String note) {
    return database
            .sql(
                """
                UPDATE catalogue.import_run SET state = :to, note = :note, checked_at = :now, beat_at = :now,
                  stage = '', new_items = :new, adjusted = :adjusted, unchanged = :unchanged, faulty = :faulty,
                  findings = :findings, fingerprint = :fingerprint, applier = NULL, applier_name = NULL
                WHERE id = :id AND state = :from
                """)
            .param("to", to.name())
            .param("note", note)
            .param("now", now())
            .param("new", tally.count(Outcome.NEW))
            .param("adjusted", tally.count(Outcome.ADJUSTED))
            .param("unchanged", tally.count(Outcome.UNCHANGED))
            .param("faulty", tally.count(Outcome.FAULTY))
            .param("findings", tally.found())
            .param("fingerprint", tally.fingerprint())
            .param("id", run.id())
            .param("from", run.state().name())
            .update()
        == 1;
  }

  boolean applied(Run run, int versions) {
    return database
            .sql(
                """
                UPDATE catalogue.import_run SET state = 'APPLIED', versions = :versions, ended_at = :now, stage = ''
                WHERE id = :id AND state = 'APPLYING' AND applier = :applier
                """)
            .param("versions", versions)
            .param("now", now())
            .param("id", run.id())
            .param("applier", run.applier())
            .update()
        == 1;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static Run run(ResultSet row, int ignored) throws SQLException {
    return new Run(
        row.getObject("id", UUID.class),
        RunState.valueOf(row.getString("state")),
        row.getObject("account", UUID.class),
        row.getString("account_name"),
        row.getString("department"),
        row.getString("scope"),
        row.getString("file_name"),
        row.getLong("file_size"),
        row.getString("file_hash"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        instant(row, "checked_at"),
        instant(row, "sent_at"),
        instant(row, "ended_at"),
        row.getString("stage"),
        row.getInt("done"),
        row.getInt("total"),
        row.getObject("beat_at", OffsetDateTime.class).toInstant(),
        row.getInt("new_items"),
        row.getInt("adjusted"),
        row.getInt("unchanged"),
        row.getInt("faulty"),
        row.getInt("findings"),
        row.getInt("versions"),
        row.getString("fingerprint"),
        row.getString("note"),
        row.getObject("applier", UUID.class),
        row.getString("applier_name"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
