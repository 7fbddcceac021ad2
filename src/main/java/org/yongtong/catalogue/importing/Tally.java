package org.yongtong.catalogue.importing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a pass over a file came to.
 *
 * @param findings kept ones, in the order of the file
 * @param found how many there are in all
 * @param fingerprint of everything that would be done; the same file and the same catalogue give
 *     the same
 * @param versions made, when the pass published
 */
record Tally(
    Map<Outcome, Integer> items,
    List<Finding> findings,
    int found,
    String fingerprint,
    int versions) {

  int count(Outcome outcome) {
    return items.getOrDefault(outcome, 0);
  }

  int all() {
    return items.values().stream().mapToInt(Integer::intValue).sum();
  }

  boolean clean() {
    return found == 0;
  }

  /** Whether there is anything to import. */
  boolean changesNothing() {
    return count(Outcome.NEW) + count(Outcome.ADJUSTED) == 0;
  }

  static Map<Outcome, Integer> none() {
    return new EnumMap<>(Outcome.class);
  }
}
