package org.yongtong.casework.figures;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Counts the figures at the start and every ten minutes, on each node for itself. */
@Component
class FigureWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(FigureWatch.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final CountHandlingTimes times;
  private final CountRatings ratings;
  private volatile @Nullable Thread thread;

  FigureWatch(CountHandlingTimes times, CountRatings ratings) {
    this.times = times;
    this.ratings = ratings;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("guide-figures").start(this::watch);
  }

  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        times.count();
        ratings.count();
      } catch (DataAccessException | CannotCreateTransactionException away) {
        LOG.warn("the guides' figures cannot be counted: {}", away.getMessage());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException stopped) {
        return;
      }
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
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
