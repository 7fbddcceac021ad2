package org.yongtong.journal;

import java.time.Instant;
import java.util.Map;

/**
 * One row of the journal, as it stands for ever.
 *
 * @param position unique, growing, not gapless
 * @param tx transaction id; readers order by (tx, position)
 * @param hash SM3 over the canonical form of the row, lower-case hex
 */
public record Entry(long position, long tx, Instant at, Act act, String hash) {

  public Subject subject() {
    return act.subject();
  }

  public String kind() {
    return act.kind();
  }

  public Map<String, ?> payload() {
    return act.payload();
  }
}
