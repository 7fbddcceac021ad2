package org.yongtong.catalogue.power;

import java.util.List;

/**
 * The power lists of all bodies.
 *
 * @param kinds those of which there is at least one, in code order
 * @param groups bodies by level; each has at least one
 */
public record PowersPage(List<KindCount> kinds, List<Group> groups, int total) {

  /**
   * @param percent of the largest, for the bar
   */
  public record KindCount(String code, String word, int count, int percent) {}

  /**
   * @param open shown unfolded
   */
  public record Group(String word, List<Row> rows, int total, boolean open) {}

  /**
   * @param counts by kind, in the order of {@link PowersPage#kinds()}
   */
  public record Row(String key, String name, List<Integer> counts, int total) {}
}
