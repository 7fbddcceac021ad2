// long: the subscription loop with its parking and replay; split, its order would be hidden
package org.yongtong.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the journal for one subscription. Rows are taken in the order (tx, position) and only below
 * the oldest running transaction, so that no row can still appear before the checkpoint. One thread
 * calls {@link #step}; readers of other nodes are kept out by the lock on the checkpoint.
 */
final class Reader {

  static final int TRIES = 5;
  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
  private static final int BATCH = 100;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  /** Peeks between two looks at the stored checkpoint, which somebody may have set back. */
  private static final int PEEKS_PER_LOOK = 50;

  /** How far, in transactions, an idle subscription's checkpoint may lag behind. */
  private static final long IDLE_LAG = 10_000;

  private final Subscription subscription;
  private final JdbcTemplate database;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final String[] kinds;
  private Place from = new Place(0, 0);
  private int peeks;
  private int oneByOne;

  Reader(
      Subscription subscription,
      JdbcTemplate database,
      TransactionTemplate transaction,
      Clock clock) {
    this.subscription = subscription;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
    this.kinds = subscription.kinds().toArray(String[]::new);
  }

  String name() {
    return subscription.name();
  }

  /** Makes the checkpoint, at the very beginning, when there is none yet. */
  void open() {
    database.update(
        "INSERT INTO journal.checkpoint (name) VALUES (?) ON CONFLICT DO NOTHING", name());
  }

  /**
   * Handles the next rows.
   *
   * @return whether to come again at once; false when there is nothing to do now
   */
  boolean step() {
    if (!somethingNew()) {
      return false;
    }
    int limit = oneByOne > 0 ? 1 : BATCH;
    try {
      return Boolean.TRUE.equals(transaction.execute(ignored -> work(limit)));
    } catch (RowFailed failed) {
      if (limit > 1) {
        oneByOne =
            BATCH; // the batch is undone: go through it row by row, so that only one row fails
        return true;
      }
      return Boolean.TRUE.equals(transaction.execute(ignored -> failed(failed)));
    }
  }

  /** A look without a lock or a transaction id: idle subscriptions cost no write. */
  private boolean somethingNew() {
    if (peeks++ % PEEKS_PER_LOOK == 0) {
      Checkpoint stored = checkpoint("");
      from = stored == null ? from : stored.place();
    }
    Peek peek =
        database.queryForObject(
            """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, EXISTS (
              SELECT 1 FROM journal.entry
              WHERE (entry.tx, entry.position) > (?::xid8, ?)
                AND entry.tx < pg_snapshot_xmin(pg_current_snapshot())
                AND (cardinality(?::text[]) = 0 OR kind = ANY (?::text[]))) AS found
            """,
            (row, ignored) ->
                new Peek(Long.parseUnsignedLong(row.getString("horizon")), row.getBoolean("found")),
            from.txText(),
            from.position(),
            kinds,
            kinds);
    if (peek == null || peek.found()) {
      return true;
    }
    passOver(peek.horizon());
    return false;
  }

  /** Everything below the horizon has been looked through and is of no interest here. */
  private void passOver(long horizon) {
    boolean far = horizon - from.tx() > IDLE_LAG;
    from = new Place(horizon, 0);
    if (far) {
      database.update(
          """
          UPDATE journal.checkpoint SET tx = ?::xid8, position = 0
          WHERE name = ? AND failures = 0 AND tx < ?::xid8
          """,
          from.txText(),
          name(),
          from.txText());
    }
  }

  private boolean work(int limit) {
    Checkpoint checkpoint = checkpoint("FOR UPDATE SKIP LOCKED");
    if (checkpoint == null || checkpoint.pausedAt(clock.instant())) {
      return false;
    }
    List<Row> rows = rowsAfter(checkpoint.place(), limit);
    if (rows.isEmpty()) {
      from = checkpoint.place();
      return false;
    }
    for (Row row : rows) {
      try {
        subscription.handle(row.entry());
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
        throw new RowFailed(row, failure);
      }
    }
    moveTo(Place.of(rows.getLast()));
    oneByOne = Math.max(0, oneByOne - rows.size());
    return true;
  }

  /** Counts a failed try; after the last one the row is parked and the others go on. */
  private boolean failed(RowFailed failed) {
    Checkpoint checkpoint = checkpoint("FOR UPDATE SKIP LOCKED");
    if (checkpoint == null || !checkpoint.place().isBefore(Place.of(failed.row))) {
      return false;
    }
    int failures = checkpoint.failures() + 1;
    String error = error(failed.getCause());
    long position = failed.row.position();
    if (failures < TRIES) {
      Duration pause = FIRST_PAUSE.multipliedBy(1L << (2 * (failures - 1)));
      database.update(
          "UPDATE journal.checkpoint SET failures = ?, parked_until = ?, last_error = ? WHERE name"
              + " = ?",
          failures,
          clock.instant().plus(pause).atOffset(ZoneOffset.UTC),
          error,
          name());
      LOG.warn("{}: row {} failed, try {} of {}", name(), position, failures, TRIES);
      return false;
    }
    database.update(
        """
        INSERT INTO journal.parked (name, position, tx, tries, error, at) VALUES (?, ?, ?::xid8, ?, ?, ?)
        ON CONFLICT (name, position) DO UPDATE
          SET tries = parked.tries + excluded.tries, error = excluded.error, at = excluded.at
        """,
        name(),
        position,
        Long.toUnsignedString(failed.row.tx()),
        failures,
        error,
        clock.instant().atOffset(ZoneOffset.UTC));
    moveTo(Place.of(failed.row));
    LOG.error(
        "ALARM: subscription {} has parked row {} after {} tries ({}); replay it on the page"
            + " 全程留痕核验",
        name(),
        position,
        failures,
        failed.getCause().getClass().getName());
    return true;
  }

  /**
   * Handles a parked row once more.
   *
   * @return whether it succeeded; false also when the row is not parked (any more)
   */
  boolean replay(long position) {
    try {
      return Boolean.TRUE.equals(transaction.execute(ignored -> handleParked(position)));
    } catch (RowFailed failed) {
      database.update(
          "UPDATE journal.parked SET tries = tries + 1, error = ?, at = ? WHERE name = ? AND"
              + " position = ?",
          error(failed.getCause()),
          clock.instant().atOffset(ZoneOffset.UTC),
          name(),
          position);
      return false;
    }
  }

  private boolean handleParked(long position) {
    if (database.update(
            "DELETE FROM journal.parked WHERE name = ? AND position = ?", name(), position)
        == 0) {
      return false;
    }
    Row row =
        database.queryForObject(
            "SELECT " + Row.COLUMNS + " FROM journal.entry WHERE position = ? ORDER BY at LIMIT 1",
            (from, ignored) -> Row.read(from),
            position);
    try {
      subscription.handle(java.util.Objects.requireNonNull(row).entry());
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
      throw new RowFailed(row, failure);
    }
    return true;
  }

  private List<Row> rowsAfter(Place place, int limit) {
    return database.query(
        "SELECT "
            + Row.COLUMNS
            + """
             FROM journal.entry
            WHERE (entry.tx, entry.position) > (?::xid8, ?)
              AND entry.tx < pg_snapshot_xmin(pg_current_snapshot())
              AND (cardinality(?::text[]) = 0 OR kind = ANY (?::text[]))
            ORDER BY entry.tx, entry.position LIMIT ?
            """,
        (row, ignored) -> Row.read(row),
        place.txText(),
        place.position(),
        kinds,
        kinds,
        limit);
  }

  private @Nullable Checkpoint checkpoint(String lock) {
    return database
        .query(
            "SELECT tx::text AS tx, position, failures, parked_until FROM journal.checkpoint"
                + " WHERE name = ? "
                + lock,
            (row, ignored) -> {
              OffsetDateTime until = row.getObject("parked_until", OffsetDateTime.class);
              return new Checkpoint(
                  new Place(Long.parseUnsignedLong(row.getString("tx")), row.getLong("position")),
                  row.getInt("failures"),
                  until == null ? null : until.toInstant());
            },
            name())
        .stream()
        .findFirst()
        .orElse(null);
  }

  private void moveTo(Place place) {
    database.update(
        """
        UPDATE journal.checkpoint
        SET tx = ?::xid8, position = ?, failures = 0, parked_until = NULL, last_error = NULL
        WHERE name = ?
        """,
        place.txText(),
        place.position(),
        name());
  }

  private static String error(Throwable failure) {
    String text = failure.getClass().getName() + ": " + failure.getMessage();
    return text.substring(0, Math.min(500, text.length()));
  }

  /** A place in the order of reading. */
  private record Place(long tx, long position) {

    static Place of(Row row) {
      return new Place(row.tx(), row.position());
    }

    boolean isBefore(Place other) {
      return tx < other.tx || (tx == other.tx && position < other.position);
    }

    String txText() {
      return Long.toUnsignedString(tx);
    }
  }

  private record Peek(long horizon, boolean found) {}

  private record Checkpoint(Place place, int failures, @Nullable Instant pausedUntil) {

    boolean pausedAt(Instant now) {
      return pausedUntil != null && now.isBefore(pausedUntil);
    }
  }

  private static final class RowFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Row row;

    RowFailed(Row row, Throwable cause) {
      super(cause);
      this.row = row;
    }

    @Override
    public synchronized Throwable getCause() {
      return java.util.Objects.requireNonNull(super.getCause());
    }
  }
}
