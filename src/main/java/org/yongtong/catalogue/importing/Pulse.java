package org.yongtong.catalogue.importing;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down, now and then, how far a run is, and hears whether it is still wanted. */
final class Pulse implements Progress, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final long BEAT_MILLIS = 700;

  private final ImportRuns runs;
  private final UUID run;
  private final BooleanSupplier stopping;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile String stage = "";
  private volatile int done;
  private volatile int total;
  private volatile boolean unwanted;

  Pulse(ImportRuns runs, UUID run, BooleanSupplier stopping) {
    this.runs = runs;
    this.run = run;
    this.stopping = stopping;
    Thread.ofVirtual().name("import-pulse-" + run).start(this::beat);
  }

  @Override
  public void at(String stage, int done, int total) {
    this.stage = stage;
    this.done = done;
    this.total = total;
    if (unwanted || stopping.getAsBoolean()) {
      throw new Stopped();
    }
  }

  private void beat() {
    try {
      do {
        try {
          unwanted = !runs.beat(run, stage, done, total);
        } catch (RuntimeException away) {
          LOG.warn("Import {} cannot write its progress: {}", run, away.getMessage());
        }
      } while (!end.await(BEAT_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
  }
}
