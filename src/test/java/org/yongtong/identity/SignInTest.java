package org.yongtong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;

@YongtongTest
class SignInTest {

  @Autowired SignIn signIn;
  @Autowired Accounts accounts;
  @Autowired Sessions sessions;
  @Autowired Attempts attempts;
  @Autowired Devices devices;
  @Autowired PasswordHashing passwords;
  @Autowired AccountTrace trace;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient database;
  @Autowired Journal journal;
  @Autowired Clock clock;
  @Autowired MockMvc web;

  @Test
  void unknownNamesCostAsManyHashesAsKnownOnes() {
    assertThat(hashesOf("builder", "not the password")).isEqualTo(1);
    assertThat(hashesOf("there-is-no-such-name", "not the password")).isEqualTo(1);
    assertThat(hashesOf("", "")).isEqualTo(1);
  }

  @Test
  void afterFiveFailuresEvenTheRightPasswordIsRefusedKnownNameOrNot() {
    for (String login : new String[] {"veteran", "nobody-at-all"}) {
      for (int i = 0; i < 5; i++) {
        assertThat(signIn.signIn(login, "wrong " + i, visit("192.0.2.1", null)))
            .isInstanceOf(SignIn.Outcome.Refused.class);
      }
      long before = passwords.computed();
      assertThat(signIn.signIn(login, AccountPack.PASSWORD, visit("192.0.2.1", null)))
          .isInstanceOf(SignIn.Outcome.Refused.class);
      assertThat(passwords.computed() - before).as("hashes while waiting").isZero();
    }
  }

  @Test
  void strangersWhoGuessDoNotKeepTheOwnerOut() {
    var first = done("cooperative", visit("192.0.2.2", null));
    String device = Objects.requireNonNull(first.device());
    for (int i = 0; i < 6; i++) {
      signIn.signIn("cooperative", "guess " + i, visit("192.0.2.3", null));
    }
    assertThat(signIn.signIn("cooperative", AccountPack.PASSWORD, visit("192.0.2.3", null)))
        .isInstanceOf(SignIn.Outcome.Refused.class);
    assertThat(done("cooperative", visit("192.0.2.2", device)).device()).isNull();
  }

  @Test
  void theBrowserOfAnotherAccountIsAStranger() {
    String device =
        Objects.requireNonNull(done("noodle-shop-owner", visit("192.0.2.4", null)).device());
    for (int i = 0; i < 5; i++) {
      signIn.signIn("village-agent", "guess " + i, visit("192.0.2.4", device));
    }
    assertThat(signIn.signIn("village-agent", AccountPack.PASSWORD, visit("192.0.2.4", device)))
        .isInstanceOf(SignIn.Outcome.Refused.class);
  }

  @Test
  void anAddressThatTriesManyNamesIsStoppedAHallFullOfPeopleIsNot() {
    var strict = strict(3);
    for (int i = 0; i < 10; i++) {
      assertThat(strict.signIn("nurse", AccountPack.PASSWORD, visit("192.0.2.5", null)))
          .isInstanceOf(SignIn.Outcome.Done.class);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(strict.signIn("stuffed-" + i, "x", visit("192.0.2.5", null)))
          .isInstanceOf(SignIn.Outcome.Refused.class);
    }
    assertThat(strict.signIn("nurse", AccountPack.PASSWORD, visit("192.0.2.5", null)))
        .isInstanceOf(SignIn.Outcome.TooMany.class);
    assertThat(strict.signIn("nurse", AccountPack.PASSWORD, visit("192.0.2.6", null)))
        .isInstanceOf(SignIn.Outcome.Done.class);
  }

  @Test
  void aFloodOfSignInsIsSentAwayAndOtherPagesStillAnswer() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    var release = new CountDownLatch(1);
    var taken = new CountDownLatch(cores);
    java.util.concurrent.Callable<Boolean> hold =
        () -> {
          taken.countDown();
          release.await();
          return true;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        // first every thread, then every place of the queue: all at once some would be sent away
        for (int i = 0; i < cores; i++) {
          threads.submit(() -> passwords.run(hold));
        }
        taken.await();
        for (int i = 0; i < 40; i++) {
          threads.submit(() -> passwords.run(hold));
        }
        while (passwords.waiting() < 40) {
          Thread.onSpinWait();
        }
        web.perform(
                post("/sign-in")
                    .param("login", "elder")
                    .param("password", AccountPack.PASSWORD)
                    .with(As.csrf()))
            .andExpect(status().isServiceUnavailable())
            .andExpect(header().string("Retry-After", "5"));
        web.perform(get("/sign-in")).andExpect(status().isOk());
      } finally {
        release.countDown();
      }
    }
    assertThat(signIn.signIn("elder", AccountPack.PASSWORD, visit("192.0.2.7", null)))
        .isInstanceOf(SignIn.Outcome.Done.class);
  }

  @Test
  void theJournalKnowsSignInsAndRefusalsWithoutPersonalData() {
    var done = done("elder", visit("192.0.2.8", null));
    signIn.signIn("elder", "wrong", visit("192.0.2.8", null));
    var rows = journal.about(new Subject("account", done.who().account().toString()));
    assertThat(rows)
        .extracting(Entry::kind)
        .contains("account.signed_in", "account.sign_in_refused");
    assertThat(rows.toString())
        .doesNotContain(
            "韦秀兰", "450122194403189860", "19900000001", "192.0.2.8", AccountPack.PASSWORD);
  }

  @Test
  void aClosedAccountCannotSignInAndItsSessionsEndAtOnce() {
    var done = done("graduate", visit("192.0.2.9", null));
    try {
      setStatus("graduate", "locked");
      assertThat(sessions.find(done.token())).isEmpty();
      assertThat(signIn.signIn("graduate", AccountPack.PASSWORD, visit("192.0.2.9", null)))
          .isInstanceOf(SignIn.Outcome.Refused.class);
    } finally {
      setStatus("graduate", "active");
    }
  }

  private void setStatus(String login, String status) {
    database
        .sql("UPDATE identity.account SET status = :status WHERE login = :login")
        .param("status", status)
        .param("login", login)
        .update();
  }

  private long hashesOf(String login, String password) {
    long before = passwords.computed();
    assertThat(signIn.signIn(login, password, visit("192.0.2.10", null)))
        .isInstanceOf(SignIn.Outcome.Refused.class);
    return passwords.computed() - before;
  }

  private SignIn.Outcome.Done done(String login, Visit visit) {
    return (SignIn.Outcome.Done) signIn.signIn(login, AccountPack.PASSWORD, visit);
  }

  private SignIn strict(int failures) {
    var settings =
        new IdentitySettings(
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(12), failures, 4);
    // time stands still, so that no place grows back between two tries
    var still = Clock.fixed(clock.instant(), clock.getZone());
    return new SignIn(
        accounts, sessions, attempts, settings, devices, passwords, trace, transaction, still);
  }

  private static Visit visit(String address, @Nullable String device) {
    return new Visit(address, "JUnit", null, device);
  }
}
