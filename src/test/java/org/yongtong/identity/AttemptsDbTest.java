package org.yongtong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.YongtongTest;

@YongtongTest
class AttemptsDbTest {

  @Autowired JdbcClient database;
  @Autowired Clock clock;

  @Test
  void afterTheFifthFailureTheWaitDoublesUpToFifteenMinutes() {
    byte[] key = Tokens.sha256("doubling");
    for (int i = 0; i < 5; i++) {
      assertThat(after(0).begin(key)).isTrue();
    }
    long passed = 0;
    for (int wait : new int[] {1, 2, 4, 8, 15, 15}) {
      assertThat(after(passed + wait * 60L - 1).begin(key))
          .as("just before %s min", wait)
          .isFalse();
      passed += wait * 60L + 1;
      assertThat(after(passed).begin(key)).as("after %s min", wait).isTrue();
    }
  }

  @Test
  void aSuccessForgetsTheFailuresBeforeIt() {
    byte[] key = Tokens.sha256("success");
    for (int i = 0; i < 5; i++) {
      assertThat(after(0).begin(key)).isTrue();
    }
    after(0).forget(key);
    assertThat(after(0).begin(key)).isTrue();
  }

  @Test
  void failuresOfYesterdayDoNotCount() {
    byte[] key = Tokens.sha256("yesterday");
    for (int i = 0; i < 5; i++) {
      assertThat(after(0).begin(key)).isTrue();
    }
    long later = Duration.ofHours(25).toSeconds();
    for (int i = 0; i < 5; i++) {
      assertThat(after(later).begin(key)).isTrue();
    }
    assertThat(after(later).begin(key)).isFalse();
  }

  @Test
  void manyGuessesAtTheSameMomentGainNothing() throws Exception {
    byte[] key = Tokens.sha256("at once");
    Attempts attempts = after(0);
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<Boolean> guess = () -> attempts.begin(key);
      long let =
          threads.invokeAll(java.util.Collections.nCopies(40, guess)).stream()
              .filter(future -> List.of(true).contains(future.resultNow()))
              .count();
      assertThat(let).isEqualTo(5);
    }
  }

  private Attempts after(long seconds) {
    return new Attempts(database, Clock.offset(clock, Duration.ofSeconds(seconds)));
  }
}
