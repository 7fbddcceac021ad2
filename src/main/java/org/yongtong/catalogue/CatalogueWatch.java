package org.yongtong.catalogue;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Looks once a second whether another node has published something. */
@Component
class CatalogueWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CityCatalogue catalogue;
  private volatile @org.jspecify.annotations.Nullable Thread thread;

  CatalogueWatch(CityCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("catalogue-watch").start(this::watch);
  }

  private void watch() {
    boolean failing = false;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(PAUSE);
        catalogue.refreshChanged();
        failing = false;
      } catch (InterruptedException stopped) {
        return;
      } catch (DataAccessException | CannotCreateTransactionException away) {
        if (!failing) {
          LOG.warn("the catalogue cannot look for changes: {}", away.getMessage());
        }
        failing = true;
      } catch (RuntimeException broken) {
        if (!failing) {
          LOG.error("the catalogue could not take in a change; it tries again each second", broken);
        }
        failing = true;
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
