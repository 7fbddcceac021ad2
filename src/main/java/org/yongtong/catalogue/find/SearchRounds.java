package org.yongtong.catalogue.find;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Looks once a second for phrases that another node added or removed, and writes down every few
 * seconds what was counted.
 */
@Component
class SearchRounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SearchRounds.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int ROUNDS_TO_WRITE = 10;

  private final SearchTables tables;
  private final FindItems items;
  private final Tally tally;
  private final Clock clock;
  private @Nullable LocalDate forgotten;
  private volatile @Nullable Thread thread;

  SearchRounds(SearchTables tables, FindItems items, Tally tally, Clock clock) {
    this.tables = tables;
    this.items = items;
    this.tally = tally;
    this.clock = clock;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("search-rounds").start(this::go);
  }

  private void go() {
    boolean failing = false;
    for (int round = 1; !Thread.currentThread().isInterrupted(); round++) {
      try {
        readPhrases();
        if (round % ROUNDS_TO_WRITE == 0) {
          writeDown();
        }
        failing = false;
        Thread.sleep(PAUSE);
      } catch (InterruptedException stopped) {
        return;
      } catch (
          RuntimeException away) { // of the database or of the index: the next round tries again
        if (!failing) {
          LOG.warn("the search cannot take in phrases or write counts: {}", away.getMessage());
        }
        failing = true;
        try {
          Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
          return;
        }
      }
    }
  }

  void readPhrases() {
    items.phrases(tables.phrases());
  }

  void writeDown() {
    List<Tally.Counted> counted = tally.take();
    try {
      tables.add(counted);
    } catch (DataAccessException | CannotCreateTransactionException away) {
      tally.giveBack(counted);
      throw away;
    }
    LocalDate today = LocalDate.now(clock);
    if (!today.equals(forgotten)) {
      tables.forget(today);
      forgotten = today;
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join(Duration.ofSeconds(5));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    thread = null;
    try {
      writeDown();
    } catch (DataAccessException | CannotCreateTransactionException away) {
      LOG.warn("the last counts of the search are lost: {}", away.getMessage());
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
