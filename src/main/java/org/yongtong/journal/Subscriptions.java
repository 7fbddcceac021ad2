package org.yongtong.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts a reader for every {@link Subscription}, and the sealing, after the city pack has been
 * loaded; stops them before the connections close.
 */
@Component
class Subscriptions implements SmartLifecycle {

  private static final Duration POLLING = Duration.ofMillis(200);
  private static final Duration SEALING = Duration.ofSeconds(1);

  private final ObjectProvider<Subscription> subscriptions;
  private final JdbcTemplate database;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Signal signal;
  private final Sealer sealer;
  private final Map<String, Reader> readers = new ConcurrentHashMap<>();
  private final List<Loop> reading = new CopyOnWriteArrayList<>();
  private @Nullable Loop sealing;
  private volatile boolean running;

  Subscriptions(
      ObjectProvider<Subscription> subscriptions,
      JdbcTemplate database,
      TransactionTemplate transaction,
      Clock clock,
      Signal signal,
      Sealer sealer) {
    this.subscriptions = subscriptions;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
    this.signal = signal;
    this.sealer = sealer;
    signal.listen(() -> reading.forEach(Loop::wake));
  }

  @Override
  public synchronized void start() {
    for (Subscription subscription : subscriptions) {
      var reader = new Reader(subscription, database, transaction, clock);
      if (readers.put(subscription.name(), reader) != null) {
        throw new IllegalStateException("two subscriptions are named " + subscription.name());
      }
      reader.open();
      reading.add(Loop.start(subscription.name(), POLLING, reader::step));
    }
    sealing = Loop.start("sealing", SEALING, () -> sealer.full(sealer.seal()));
    running = true;
  }

  /** Rows that a subscription could not take in, oldest first, at most 200. */
  List<Parked> parked() {
    return database.query(
        """
        SELECT name, position, tries, error, at FROM journal.parked ORDER BY at, name, position LIMIT 200
        """,
        (row, ignored) ->
            new Parked(
                row.getString("name"),
                row.getLong("position"),
                row.getInt("tries"),
                row.getString("error"),
                row.getObject("at", OffsetDateTime.class)
                    .atZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                    .toLocalDateTime()));
  }

  /**
   * @return whether the row has now been taken in
   */
  boolean replay(String name, long position) {
    Reader reader = readers.get(name);
    return reader != null && reader.replay(position);
  }

  @Override
  public synchronized void stop() {
    reading.forEach(Loop::stop);
    reading.clear();
    readers.clear();
    if (sealing != null) {
      sealing.stop();
      sealing = null;
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the city pack (0), before the web server. */
  @Override
  public int getPhase() {
    return 1_000;
  }
}
