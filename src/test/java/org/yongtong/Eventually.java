package org.yongtong;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what the platform does behind a request: subscriptions, jobs, closed connections. */
public final class Eventually {

  private static final int TRIES = 400;

  private Eventually() {}

  public static void holds(Callable<Boolean> condition) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      if (condition.call()) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    throw new AssertionError("still not so after twenty seconds");
  }
}
