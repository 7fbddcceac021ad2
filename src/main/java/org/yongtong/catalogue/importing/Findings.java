package org.yongtong.catalogue.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a file; beyond {@link Measure#FINDINGS} they are only counted. */
final class Findings {

  private final List<Finding> kept = new ArrayList<>();
  private final Set<Finding> known = new HashSet<>();
  private final Set<String> items = new HashSet<>();
  private int count;

  void add(Spot spot, String item, String message) {
    add(new Finding(spot, item, message));
  }

  void add(Finding finding) {
    items.add(finding.item());
    if (known.contains(finding)) {
      return;
    }
    count++;
    if (kept.size() < Measure.FINDINGS) {
      known.add(finding);
      kept.add(finding);
    }
  }

  /** Whether something is wrong with this item. */
  boolean concern(String item) {
    return items.contains(item);
  }

  int count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** In the order of the file. */
  List<Finding> listed() {
    return kept.stream().sorted(java.util.Comparator.comparing(Finding::spot)).toList();
  }
}
