package org.yongtong.journal;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Hands out positions from blocks, so that an append needs no round trip for its position. What is
 * left of a block when the node stops is lost: positions are unique and growing, not gapless.
 */
@Component
class Positions {

  /** INCREMENT of the sequence {@code journal.position}. */
  private static final long BLOCK = 50;

  private final JdbcTemplate database;
  private long next;
  private long end;

  Positions(JdbcTemplate database) {
    this.database = database;
  }

  synchronized long next() {
    if (next == end) {
      Long first = database.queryForObject("SELECT nextval('journal.position')", Long.class);
      next = java.util.Objects.requireNonNull(first);
      end = next + BLOCK;
    }
    return next++;
  }
}
