package org.yongtong.journal;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;

/** The journal of a database, for tools beside the application; whoever reads it polls. */
public final class StoredJournal {

  private StoredJournal() {}

  public static Journal of(JdbcTemplate database, Clock clock) {
    return new JdbcJournal(database, new Positions(database), clock, new Signal());
  }
}
