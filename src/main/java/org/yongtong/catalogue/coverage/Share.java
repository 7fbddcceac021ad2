package org.yongtong.catalogue.coverage;

import java.util.Collection;
import java.util.Locale;

/** So many of so many. */
record Share(int reached, int of) {

  static Share count(Measure measure, Collection<Row> rows) {
    int reached = 0;
    int of = 0;
    for (Row row : rows) {
      if (measure.counts(row.facts())) {
        of++;
        reached += row.reaches(measure) ? 1 : 0;
      }
    }
    return new Share(reached, of);
  }

  int missing() {
    return of - reached;
  }

  /** Rounded down to a tenth, so that 100 % means all; 0 of nothing. */
  double percent() {
    return of == 0 ? 0 : Math.floorDiv(reached * 1_000L, of) / 10.0;
  }

  /** e.g. 24.8 %; – when there is nothing to count. */
  String words() {
    return of == 0 ? "–" : String.format(Locale.ROOT, "%.1f%%", percent());
  }

  /** The same for a drawing: 24.8. */
  String percentForBar() {
    return String.format(Locale.ROOT, "%.1f", percent());
  }

  boolean atLeast(int percent) {
    return of > 0 && reached * 100L >= (long) percent * of;
  }

  /** How many more would have to get there. */
  int shortOf(int percent) {
    return (int) Math.max(0, Math.ceilDiv((long) percent * of, 100L) - reached);
  }
}
