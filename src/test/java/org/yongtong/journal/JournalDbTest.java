package org.yongtong.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.YongtongTest;

@YongtongTest
class JournalDbTest {

  @Autowired Journal journal;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate database;

  private final Subject subject = new Subject("test", UUID.randomUUID().toString());

  @Test
  void whatIsAppendedIsReadBackWordForWord() {
    var act =
        new Act(
            subject,
            "test.happened",
            new Actor("a-1", "b-2", "李明（窗口受理）"),
            "450102000000",
            "d-1",
            Instant.parse("2026-12-01T09:30:00.123456Z"),
            Map.of(
                "b",
                List.of(1, true, "二"),
                "a",
                Map.of("amount", new java.math.BigDecimal("1.10"))));

    Entry appended = transaction.execute(ignored -> journal.append(act));

    assertThat(journal.about(subject)).containsExactly(appended);
    assertThat(
            database.queryForObject(
                "SELECT payload::text FROM journal.entry WHERE position = ?",
                String.class,
                appended.position()))
        .isEqualTo("{\"a\":{\"amount\":1.10},\"b\":[1,true,\"二\"]}");
  }

  @Test
  void anAppendRollsBackWithItsTransaction() {
    transaction.executeWithoutResult(
        status -> {
          journal.append(act("test.undone"));
          assertThat(journal.about(subject)).hasSize(1);
          status.setRollbackOnly();
        });

    assertThat(journal.about(subject)).isEmpty();
  }

  @Test
  void withoutATransactionNothingIsAppended() {
    assertThatThrownBy(() -> journal.append(act("test.alone")))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThat(journal.about(subject)).isEmpty();
  }

  @Test
  void rowsOfOneTransactionKeepTheirOrder() {
    transaction.executeWithoutResult(
        ignored -> {
          for (int i = 0; i < 120; i++) {
            journal.append(act("test.step-" + i));
          }
        });

    assertThat(journal.about(subject).stream().map(Entry::kind))
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, 120).mapToObj(i -> "test.step-" + i).toList());
  }

  @Test
  void aPayloadThatCannotBeWrittenTheSameAgainIsRefused() {
    var act =
        new Act(subject, "test.odd", Actor.system("test"), null, null, null, Map.of("x", subject));

    assertThatThrownBy(() -> transaction.execute(ignored -> journal.append(act)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("payload.x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE journal.entry SET kind = 'x'",
        "DELETE FROM journal.entry",
        "TRUNCATE journal.entry",
        "TRUNCATE journal.entry_2026_11",
        "DELETE FROM journal.entry_2026_11",
        "DROP TABLE journal.entry",
        "ALTER TABLE journal.entry DISABLE TRIGGER ALL"
      })
  void theApplicationsRoleMayNotChangeTheJournal(String statement) {
    transaction.executeWithoutResult(ignored -> journal.append(act("test.kept")));

    assertThatThrownBy(() -> database.execute(statement))
        .isInstanceOf(DataAccessException.class)
        .hasRootCauseInstanceOf(java.sql.SQLException.class)
        .rootCause()
        .extracting(cause -> ((java.sql.SQLException) cause).getSQLState())
        .isEqualTo("42501");
    assertThat(journal.about(subject)).hasSize(1);
  }

  private Act act(String kind) {
    return new Act(subject, kind, Actor.system("test"), null, null, null, Map.of());
  }
}
