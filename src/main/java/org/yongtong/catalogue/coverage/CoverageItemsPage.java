package org.yongtong.catalogue.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list behind a figure.
 *
 * @param about whose items these are, e.g. 青秀区 · 县级; empty for all
 * @param of how many are counted
 * @param previous address of the page before, or null
 * @param board address of the board with this measure
 */
public record CoverageItemsPage(
    String word,
    String definition,
    String about,
    String unit,
    List<CoveragePage.Tab> tabs,
    List<Line> lines,
    int total,
    int of,
    int number,
    int pages,
    @Nullable String previous,
    @Nullable String next,
    String board) {

  /**
   * @param facts what the figure looks at, in words
   */
  public record Line(
      String name, String path, String department, String level, List<String> facts) {}
}
