package org.yongtong.journal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class JdbcJournal implements Journal {

  private static final String INSERT =
      """
      INSERT INTO journal.entry (position, subject_type, subject_id, kind, actor, on_behalf_of, actor_name,
                                 division, department, at, due_at, payload, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?)
      """;
  private static final String INSERT_ONE = INSERT + "RETURNING tx::text::bigint";
  private static final String ABOUT =
      "SELECT "
          + Row.COLUMNS
          + " FROM journal.entry WHERE subject_type = ? AND subject_id = ? ORDER BY entry.tx,"
          + " entry.position";

  private final JdbcTemplate database;
  private final Positions positions;
  private final Clock clock;
  private final Signal signal;

  JdbcJournal(JdbcTemplate database, Positions positions, Clock clock, Signal signal) {
    this.database = database;
    this.positions = positions;
    this.clock = clock;
    this.signal = signal;
  }

  @Override
  public Entry append(Act act) {
    refuseOutsideTransaction(act);
    Row row = Row.of(positions.next(), act, clock.instant());
    Long tx = database.queryForObject(INSERT_ONE, Long.class, columns(row));
    signal.afterCommit();
    return new Entry(
        row.position(),
        Objects.requireNonNull(tx),
        Row.instant(row.at()),
        act,
        HexFormat.of().formatHex(row.hash()));
  }

  @Override
  public void appendAll(List<Act> acts) {
    if (acts.isEmpty()) {
      return;
    }
    refuseOutsideTransaction(acts.getFirst());
    database.batchUpdate(
        INSERT,
        acts.stream().map(act -> columns(Row.of(positions.next(), act, clock.instant()))).toList());
    signal.afterCommit();
  }

  private static void refuseOutsideTransaction(Act act) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalTransactionStateException(
          "no transaction for " + act.kind() + ": an act is recorded together with its effect");
    }
  }

  private static Object[] columns(Row row) {
    return new Object[] {
      row.position(),
      row.subjectType(),
      row.subjectId(),
      row.kind(),
      row.actor(),
      row.onBehalfOf(),
      row.actorName(),
      row.division(),
      row.department(),
      time(row.at()),
      row.dueAt() == null ? null : time(row.dueAt()),
      row.payload(),
      row.hash()
    };
  }

  @Override
  public List<Entry> about(Subject subject) {
    return database.query(
        ABOUT, (from, ignored) -> Row.read(from).entry(), subject.type(), subject.id());
  }

  private static @Nullable OffsetDateTime time(long micros) {
    return Row.instant(micros).atOffset(ZoneOffset.UTC);
  }
}
