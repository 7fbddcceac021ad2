package org.yongtong.catalogue;

import java.util.Optional;

/**
 * How long cases of an item really took, kept in memory by whoever handles them and counted anew at
 * most every ten minutes: asking costs no statement.
 */
public interface HandlingTimes {

  /** Fewer finished cases than this tell nothing. */
  int FEWEST = 5;

  /** Empty when fewer than {@link #FEWEST} cases were finished in the last twelve months. */
  Optional<Spent> of(String taskCode);

  /** Changes whenever the figures do. */
  int round();

  /**
   * Working days from acceptance to decision of the cases finished in the last twelve months.
   *
   * @param median half of them took no longer
   * @param ninety nine of ten took no longer
   */
  record Spent(int cases, int median, int ninety) {}
}
