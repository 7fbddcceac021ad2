package org.yongtong.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.yongtong.Yongtong;
import org.yongtong.casework.CaseFixture;
import org.yongtong.casework.decide.DecideCase;
import org.yongtong.casework.deliver.DeliverCase;

/**
 * Whole life cycles of cases per second (submit, accept, review, approve with certificate, deliver:
 * five transactions), against a physical floor: durable one-row transactions by the same number of
 * threads on the same server, in turn.
 */
public final class LifeCycleBench {

  private static final int THREADS = 8;
  private static final int ROUNDS = 3;
  private static final int COMMITS = 5;

  private LifeCycleBench() {}

  public static void main(String[] args) throws Exception {
    long seconds = args.length > 0 ? Long.parseLong(args[0]) : 10;
    try (ConfigurableApplicationContext context =
        SpringApplication.run(Yongtong.class, "--server.port=0")) {
      String url = context.getBean(HikariDataSource.class).getJdbcUrl();
      try (Connection owner = DriverManager.getConnection(url, "postgres", "");
          var statement = owner.createStatement()) {
        statement.execute(
            "CREATE TABLE IF NOT EXISTS public.bench_floor (id uuid PRIMARY KEY, content text)");
      }
      var fixture = new CaseFixture(context);
      run(seconds, () -> lifeCycle(context, fixture)); // warm-up
      List<Double> ratios = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        double cycles = run(seconds, () -> lifeCycle(context, fixture));
        double floor = floor(seconds, url);
        ratios.add(cycles * COMMITS / floor);
        System.out.printf(
            "round %d: %.0f life cycles/s = %.0f commits/s; floor %.0f one-row commits/s; ratio"
                + " %.2f%n",
            round, cycles, cycles * COMMITS, floor, cycles * COMMITS / floor);
      }
      ratios.sort(null);
      System.out.printf(
          "median ratio of commits %.2f (%.2f to %.2f)%n",
          ratios.get(1), ratios.getFirst(), ratios.getLast());
    }
  }

  private static void lifeCycle(ConfigurableApplicationContext context, CaseFixture fixture) {
    var file = fixture.pendingDecision();
    fixture.expectDone(
        context
            .getBean(DecideCase.class)
            .approve(fixture.request(file), "材料齐全，符合法定条件。", fixture.as(CaseFixture.DECIDER)));
    fixture.expectDone(
        context
            .getBean(DeliverCase.class)
            .online(fixture.request(file), fixture.as(CaseFixture.COMPANY)));
  }

  private static double floor(long seconds, String url) throws InterruptedException {
    var connections = ThreadLocal.withInitial(() -> open(url));
    String content = "x".repeat(1000);
    return run(
        seconds,
        () -> {
          try (var insert =
              connections.get().prepareStatement("INSERT INTO public.bench_floor VALUES (?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, content);
            insert.executeUpdate();
          } catch (SQLException failure) {
            throw new IllegalStateException(failure);
          }
        });
  }

  private static Connection open(String url) {
    try {
      return DriverManager.getConnection(url, "postgres", "");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static double run(long seconds, Runnable work) throws InterruptedException {
    var done = new AtomicLong();
    var failed = new AtomicLong();
    var end = new CountDownLatch(THREADS);
    long start = System.nanoTime();
    long until = start + seconds * 1_000_000_000L;
    for (int i = 0; i < THREADS; i++) {
      Thread.ofPlatform()
          .start(
              () -> {
                try {
                  while (System.nanoTime() < until) {
                    work.run();
                    done.incrementAndGet();
                  }
                } catch (RuntimeException | Error failure) {
                  failed.incrementAndGet();
                  failure.printStackTrace();
                } finally {
                  end.countDown();
                }
              });
    }
    end.await();
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " threads failed");
    }
    return done.get() / ((System.nanoTime() - start) / 1e9);
  }
}
