package org.yongtong.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.YongtongTest;

/** A subscriber sees every committed row once, in order, whatever happens on the way. */
@YongtongTest
@Timeout(120)
class SubscriptionDbTest {

  @Autowired Journal journal;
  @Autowired Signal signal;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate database;
  @Autowired DataSource pool;

  private final String name = "test-" + UUID.randomUUID();
  private final Subject subject = new Subject("test", UUID.randomUUID().toString());
  private final String kind = "test.subscribed-" + UUID.randomUUID();
  private final Movable clock = new Movable();
  private final List<Entry> handled = new ArrayList<>();
  private Consumer<Entry> handler = handled::add;
  private Reader reader;

  @BeforeEach
  void open() {
    reader = reader();
    reader.open();
  }

  @AfterEach
  void forget() {
    database.update("DELETE FROM journal.checkpoint WHERE name LIKE ? || '%'", name);
    database.update("DELETE FROM journal.parked WHERE name = ?", name);
  }

  @Test
  void rowsComeOnceAndInOrder() {
    Entry first = append();
    Entry second = append();
    readUntil(2);
    assertThat(handled).containsExactly(first, second);

    Entry third = append();
    readUntil(3);
    assertThat(handled).containsExactly(first, second, third);
  }

  @Test
  void otherKindsAreLeftOut() {
    transaction.executeWithoutResult(
        ignored ->
            journal.append(
                new Act(subject, "test.other", Actor.ANONYMOUS, null, null, null, Map.of())));
    Entry mine = append();
    readUntil(1);
    assertThat(handled).containsExactly(mine);
  }

  @Test
  void aRowCommittedLateIsNotLost() throws SQLException {
    try (var early = pool.getConnection();
        var late = pool.getConnection()) {
      early.setAutoCommit(false);
      late.setAutoCommit(false);
      Row one = rawAppend(early);
      Row two = rawAppend(late);
      late.commit();

      for (int i = 0; i < 3; i++) {
        reader.step();
      }
      assertThat(handled).as("the later row waits for the earlier transaction").isEmpty();

      early.commit();
      readUntil(2);
      assertThat(handled.stream().map(Entry::position))
          .containsExactly(one.position(), two.position());
    }
  }

  @Test
  void effectsAndCheckpointCommitOrRollBackTogether() {
    Entry first = append();
    Entry second = append();
    handler =
        entry -> {
          handled.add(entry);
          effect(entry);
          if (entry.equals(second) && handled.size() <= 2) {
            throw new IllegalStateException("once");
          }
        };

    while (effects() < 2) {
      reader.step();
      clock.forward(Duration.ofMinutes(1));
    }

    assertThat(handled)
        .as("the batch was undone and read again")
        .containsExactly(first, second, first, second);
    assertThat(effects()).isEqualTo(2);
  }

  @Test
  void aPoisonedRowIsParkedAfterFiveTriesAndTheOthersGoOn() {
    append();
    Entry poisoned = append();
    Entry after = append();
    handler =
        entry -> {
          if (entry.equals(poisoned)) {
            effect(entry);
            throw new IllegalArgumentException("cannot take this");
          }
          handled.add(entry);
        };

    int tries = 0;
    while (!handled.contains(after)) {
      reader.step();
      clock.forward(Duration.ofMinutes(1));
      assertThat(tries++).isLessThan(10_000);
    }

    assertThat(effects()).isZero();
    assertThat(
            database.queryForMap(
                "SELECT position, tries, error FROM journal.parked WHERE name = ?", name))
        .containsEntry("position", poisoned.position())
        .containsEntry("tries", Reader.TRIES)
        .containsEntry("error", "java.lang.IllegalArgumentException: cannot take this");

    assertThat(reader.replay(poisoned.position())).as("still poisoned").isFalse();
    handler = this::effect;
    assertThat(reader.replay(poisoned.position())).isTrue();
    assertThat(effects()).isEqualTo(1);
    assertThat(reader.replay(poisoned.position())).as("no longer parked").isFalse();
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void aFailingRowIsLeftAloneUntilItsPauseIsOver() {
    append();
    int[] calls = {0};
    handler =
        entry -> {
          calls[0]++;
          throw new IllegalStateException("not yet");
        };
    while (failures() == 0) {
      reader.step();
    }
    int before = calls[0];

    assertThat(reader.step()).isFalse();
    assertThat(calls[0]).isEqualTo(before);

    clock.forward(Duration.ofMinutes(1));
    reader.step();
    assertThat(calls[0]).isEqualTo(before + 1);
  }

  @Test
  void twoNodesDoNotWorkOnTheSameCheckpoint() {
    append();
    Reader otherNode = reader();
    boolean[] other = {true};
    handler =
        entry -> {
          handled.add(entry);
          var thread = new Thread(() -> other[0] = otherNode.step());
          thread.start();
          try {
            thread.join();
          } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
          }
        };
    readUntil(1);

    assertThat(other[0]).isFalse();
    assertThat(handled).hasSize(1);
  }

  @Test
  void aCommitWakesTheReaders() throws InterruptedException {
    var woken = new CountDownLatch(1);
    signal.listen(woken::countDown);
    transaction.executeWithoutResult(
        status -> {
          journal.append(act());
          journal.append(act());
          assertThat(woken.getCount()).isEqualTo(1);
        });
    assertThat(woken.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void nextMonthsPartitionsAreMadeByTheApplicationsRole() {
    var inFiveYears = java.time.LocalDate.of(2031, 3, 15);
    assertThat(PartitionJob.addPartitions(database, inFiveYears)).isEqualTo(13);
    assertThat(PartitionJob.addPartitions(database, inFiveYears)).isZero();
  }

  private Reader reader() {
    return new Reader(
        new Subscription() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public Set<String> kinds() {
            return Set.of(kind);
          }

          @Override
          public void handle(Entry entry) {
            handler.accept(entry);
          }
        },
        database,
        transaction,
        clock);
  }

  private void readUntil(int count) {
    while (handled.size() < count) {
      reader.step();
      Thread.onSpinWait();
    }
  }

  /** Something a subscriber writes: here, rows under another name in a table of the journal. */
  private void effect(Entry entry) {
    database.update(
        "INSERT INTO journal.checkpoint (name) VALUES (?) ON CONFLICT DO NOTHING",
        name + "/effect/" + entry.position());
  }

  private int effects() {
    Integer count =
        database.queryForObject(
            "SELECT count(*) FROM journal.checkpoint WHERE name LIKE ? || '/effect/%'",
            Integer.class, name);
    return count == null ? 0 : count;
  }

  private int failures() {
    Integer failures =
        database.queryForObject(
            "SELECT failures FROM journal.checkpoint WHERE name = ?", Integer.class, name);
    return failures == null ? 0 : failures;
  }

  private Entry append() {
    return transaction.execute(ignored -> journal.append(act()));
  }

  private Act act() {
    return new Act(subject, kind, Actor.system("test"), null, null, null, Map.of());
  }

  private Row rawAppend(java.sql.Connection connection) throws SQLException {
    Long position = database.queryForObject("SELECT nextval('journal.position')", Long.class);
    Row row = Row.of(java.util.Objects.requireNonNull(position), act(), Instant.now());
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO journal.entry (position, subject_type, subject_id, kind, actor, actor_name, at, payload, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?)
            """)) {
      insert.setLong(1, row.position());
      insert.setString(2, row.subjectType());
      insert.setString(3, row.subjectId());
      insert.setString(4, row.kind());
      insert.setString(5, row.actor());
      insert.setString(6, row.actorName());
      insert.setObject(7, Row.instant(row.at()).atOffset(java.time.ZoneOffset.UTC));
      insert.setString(8, row.payload());
      insert.setBytes(9, row.hash());
      insert.executeUpdate();
    }
    return row;
  }

  private static final class Movable extends Clock {

    private Instant now = Instant.parse("2026-12-01T01:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
