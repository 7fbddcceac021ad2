package org.yongtong.catalogue.coverage;

/**
 * A line of the plan (规划目标).
 *
 * @param measure key of a measure, or {@link #POWERS}
 * @param percent at least so many of a hundred
 * @param word whose line it is and for when
 */
record Target(String measure, int percent, String word) {

  /** The share of powers whose lists are public; not counted item by item. */
  static final String POWERS = "powers";
}
