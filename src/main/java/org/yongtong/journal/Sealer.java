package org.yongtong.journal;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.platform.crypto.Sm2Signer;

/** Makes the next seal. Any node may; at one time one does. */
@Component
class Sealer {

  private static final int ROWS_PER_SEAL = 5_000;
  private static final long LOCK = 0x59545345414CL;

  private final SealStore seals;
  private final JdbcTemplate database;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Sm2Signer key;
  private volatile boolean keyKnown;

  Sealer(
      SealStore seals,
      JdbcTemplate database,
      TransactionTemplate transaction,
      Clock clock,
      Sm2Signer key) {
    this.seals = seals;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
    this.key = key;
  }

  /**
   * Seals what can be sealed, at most 5,000 rows.
   *
   * @return how many rows; 0 when there are none, or another node is sealing
   */
  int seal() {
    Integer count = transaction.execute(ignored -> isMyTurn() ? sealNext() : 0);
    return count == null ? 0 : count;
  }

  boolean full(int count) {
    return count == ROWS_PER_SEAL;
  }

  private boolean isMyTurn() {
    return Boolean.TRUE.equals(
        database.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
  }

  private int sealNext() {
    Seal last = seals.last().orElse(null);
    List<SealedRows.Leaf> rows =
        seals.unsealed(
            last == null ? 0 : last.lastTx(),
            last == null ? 0 : last.lastPosition(),
            ROWS_PER_SEAL);
    if (rows.isEmpty()) {
      return 0;
    }
    if (!keyKnown) {
      seals.add(key, clock.instant());
    }
    seals.add(
        SealedRows.of(
            last == null ? 1 : last.number() + 1,
            last == null ? Seal.NONE_BEFORE : last.hash(),
            rows,
            clock.instant(),
            key));
    keyKnown = true;
    return rows.size();
  }
}
