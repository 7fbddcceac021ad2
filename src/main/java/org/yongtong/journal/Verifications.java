package org.yongtong.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.platform.Ids;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs verifications of the whole journal and keeps what they found. One at a time per node. */
@Component
class Verifications {

  private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
  private static final Subject JOURNAL = new Subject("journal", "main");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private final JdbcTemplate database;
  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;
  private final Journal journal;
  private final Clock clock;
  private @Nullable CompletableFuture<Void> running;

  Verifications(
      JdbcTemplate database, TransactionTemplate transaction, Journal journal, Clock clock) {
    this.database = database;
    this.transaction = transaction;
    this.snapshot =
        new TransactionTemplate(
            java.util.Objects.requireNonNull(transaction.getTransactionManager()));
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
    this.journal = journal;
    this.clock = clock;
  }

  /** Starts a verification, unless one is running, and waits for its end for at most this long. */
  void start(Actor by, Duration patience) {
    CompletableFuture<Void> run;
    synchronized (this) {
      run = running == null || running.isDone() ? inBackground(by) : running;
      running = run;
    }
    try {
      run.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException goesOn) {
      LOG.info("A verification of the journal goes on in the background");
    } catch (ExecutionException failure) {
      throw new IllegalStateException("verification failed", failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private CompletableFuture<Void> inBackground(Actor by) {
    var run = new CompletableFuture<Void>();
    Thread.ofVirtual()
        .name("journal-verification")
        .start(
            () -> {
              try {
                verify(by);
                run.complete(null);
              } catch (RuntimeException failure) {
                LOG.error("A verification of the journal has failed", failure);
                run.completeExceptionally(failure);
              }
            });
    return run;
  }

  synchronized boolean running() {
    return running != null && !running.isDone();
  }

  private void verify(Actor by) {
    Verdict verdict = read(connection -> JournalRead.verify(connection, null));
    if (!verdict.intact()) {
      LOG.error("ALARM: the journal has been tampered with: {} faults", verdict.faults());
    }
    transaction.executeWithoutResult(
        ignored -> {
          database.update(
              """
              INSERT INTO journal.verification (id, at, run_by, rows, sealed_rows, seals, head, faults, findings)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::json)
              """,
              Ids.next(clock),
              clock.instant().atOffset(ZoneOffset.UTC),
              by.name(),
              verdict.rows(),
              verdict.sealedRows(),
              verdict.seals(),
              verdict.head(),
              verdict.faults(),
              JSON.writeValueAsString(verdict.findings()));
          record(
              "journal.verified",
              by,
              Map.of("rows", verdict.rows(), "seals", verdict.seals(), "faults", verdict.faults()));
        });
  }

  Optional<VerificationPage.Done> latest() {
    return database
        .query(
            "SELECT at, run_by, rows, sealed_rows, seals, head, faults, findings::text AS findings"
                + " FROM journal.verification ORDER BY at DESC LIMIT 1",
            (row, ignored) ->
                new VerificationPage.Done(
                    row.getObject("at", OffsetDateTime.class)
                        .atZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                        .toOffsetDateTime(),
                    row.getString("run_by"),
                    new Verdict(
                        row.getLong("rows"),
                        row.getLong("sealed_rows"),
                        row.getLong("seals"),
                        row.getString("head"),
                        List.of(),
                        row.getLong("faults"),
                        JSON.readValue(row.getString("findings"), FINDINGS))))
        .stream()
        .findFirst();
  }

  /** Writes a dump and records who took it. */
  void export(Actor by, OutputStream to) {
    transaction.executeWithoutResult(ignored -> record("journal.exported", by, Map.of()));
    read(connection -> Dump.write(connection, clock.instant(), to));
  }

  void record(String kind, Actor by, Map<String, ?> payload) {
    journal.append(new Act(JOURNAL, kind, by, null, null, null, payload));
  }

  private <T> T read(Reading<T> reading) {
    ConnectionCallback<T> inside =
        connection -> {
          try {
            return reading.from(connection);
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        };
    T result = snapshot.execute(ignored -> database.execute(inside));
    return java.util.Objects.requireNonNull(result);
  }

  private interface Reading<T> {
    T from(Connection connection) throws SQLException, IOException;
  }
}
