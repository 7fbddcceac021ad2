package org.yongtong.identity;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (19 MiB, 2 passes, 1 lane) in as many threads as there are cores, with a bounded queue:
 * a flood of sign-ins waits or is sent away, the other pages do not notice it.
 */
@Component
class PasswordHashing implements DisposableBean {

  /** Same cost as a real one, matches nothing: unknown names take as long as known ones. */
  private static final String NOBODY =
      "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final AtomicLong computed = new AtomicLong();
  private final ThreadPoolExecutor threads;

  PasswordHashing(IdentitySettings settings) {
    int cores = Runtime.getRuntime().availableProcessors();
    threads =
        new ThreadPoolExecutor(
            cores,
            cores,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.waitingSignIns()),
            Thread.ofPlatform().name("password-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs work that hashes in the bounded threads and waits for it.
   *
   * @throws Busy when the queue is full; nothing of the work has happened
   */
  <T> T run(Callable<T> work) throws Busy {
    Future<T> future;
    try {
      future = threads.submit(work);
    } catch (RejectedExecutionException full) {
      throw new Busy(full);
    }
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new Busy(interrupted);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    }
  }

  /** Whether the password belongs to the hash; costs the same when there is no hash. */
  boolean matches(String password, @Nullable String hash) {
    computed.incrementAndGet();
    return argon2.matches(password, hash == null ? NOBODY : hash) && hash != null;
  }

  String hash(String password) {
    computed.incrementAndGet();
    return String.valueOf(argon2.encode(password));
  }

  /** Hashes computed since the start. */
  long computed() {
    return computed.get();
  }

  /** Sign-ins that wait for a thread at this moment. */
  int waiting() {
    return threads.getQueue().size();
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }

  /** All threads are hashing and the queue is full. */
  static final class Busy extends Exception {
    private static final long serialVersionUID = 1L;

    Busy(Exception cause) {
      super(cause);
    }
  }
}
