package org.yongtong.journal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a step on a virtual thread: at once while it says so, else after a pause or a wake. */
final class Loop {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final String name;
  private final Duration pause;
  private final BooleanSupplier step;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean running = true;

  private Loop(String name, Duration pause, BooleanSupplier step) {
    this.name = name;
    this.pause = pause;
    this.step = step;
    this.thread = Thread.ofVirtual().name("journal-" + name).unstarted(this::run);
  }

  /**
   * @param step one piece of work; answers whether to come again at once
   */
  static Loop start(String name, Duration pause, BooleanSupplier step) {
    var loop = new Loop(name, pause, step);
    loop.thread.start();
    return loop;
  }

  void wake() {
    wake.release();
  }

  /** Lets the step in progress end; no further one begins. */
  void stop() {
    running = false;
    wake.release();
    try {
      if (!thread.join(Duration.ofSeconds(10))) {
        LOG.warn("{} did not stop within ten seconds", name);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    boolean failing = false;
    while (running) {
      Duration wait = pause;
      try {
        wake.drainPermits();
        while (running && step.getAsBoolean()) {
          failing = false;
        }
        failing = false;
      } catch (RuntimeException failure) {
        if (!failing) {
          LOG.error(
              "{} cannot go on for now ({}); trying again every second",
              name,
              failure.getClass().getName(),
              failure);
        }
        failing = true;
        wait = AFTER_FAILURE;
      }
      try {
        boolean ignored = wake.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }
}
