package org.yongtong.notification;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; rung twice before it is heard, it rings once. */
final class Bell {

  private final Semaphore rung = new Semaphore(0);

  void ring() {
    rung.release();
  }

  /** Waits for a ring, but no longer than this. */
  void await(Duration longest) throws InterruptedException {
    if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      rung.drainPermits();
    }
  }
}
