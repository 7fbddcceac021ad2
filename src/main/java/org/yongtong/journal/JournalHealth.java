package org.yongtong.journal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How many rows are parked and how old the oldest unsealed row is. Neither makes the node DOWN:
 * another node would be no better off.
 */
@Component("journalHealthIndicator")
class JournalHealth extends AbstractHealthIndicator {

  private final SealStore seals;
  private final JdbcTemplate database;
  private final Clock clock;

  JournalHealth(SealStore seals, JdbcTemplate database, Clock clock) {
    this.seals = seals;
    this.database = database;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Long parked = database.queryForObject("SELECT count(*) FROM journal.parked", Long.class);
    long lag =
        seals
            .oldestUnsealed()
            .map(at -> Duration.between(at, clock.instant()).toSeconds())
            .orElse(0L);
    health
        .up()
        .withDetail("parked", parked == null ? 0 : parked)
        .withDetail("sealingLagSeconds", lag);
  }
}
