package org.yongtong.catalogue.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coverage board.
 *
 * @param made when it was counted
 * @param items published lead items
 * @param lists published implementations
 * @param measures the figures, each for items and for implementations
 * @param chosen the measure by which the groups are shown
 * @param groups departments, districts, levels
 * @param ranges how far away items can be handed in
 * @param cases what was handed in online and at windows; null for the public
 */
public record CoveragePage(
    String made,
    int items,
    int lists,
    List<MeasureLine> measures,
    MeasureLine powers,
    Chosen chosen,
    List<Group> groups,
    TrendView trend,
    List<GroupLine> ranges,
    Papers papers,
    @Nullable Cases cases) {

  CoveragePage withCases(Cases counted) {
    return new CoveragePage(
        made, items, lists, measures, powers, chosen, groups, trend, ranges, papers, counted);
  }

  /** As leaders see it. */
  public boolean desk() {
    return cases != null;
  }

  /**
   * @param percent for the bar, 0 to 100
   * @param words e.g. 24.8%
   * @param path list of those that got there
   * @param missingPath list of the others, or null where there is none
   */
  public record ShareView(
      int reached,
      int of,
      String words,
      String percent,
      String path,
      int missing,
      @Nullable String missingPath) {}

  public record MeasureLine(
      String key,
      String word,
      String definition,
      ShareView items,
      @Nullable ShareView lists,
      List<TargetView> targets) {}

  /**
   * @param said 已达到, or how far away
   */
  public record TargetView(int percent, String word, boolean met, String said) {}

  public record Chosen(String word, String definition, List<Tab> tabs, List<TargetView> targets) {}

  public record Tab(String word, String path, boolean chosen) {}

  /**
   * @param csv address of the same table as a file
   */
  public record Group(String id, String title, String head, List<GroupLine> lines, String csv) {

    private static final int FEW = 15;

    /** A long table is folded at first. */
    public boolean open() {
      return lines.size() <= FEW;
    }
  }

  public record GroupLine(String name, ShareView share) {}

  /**
   * @param lines empty while there are too few months for a drawing
   */
  public record TrendView(
      List<String> heads, List<TrendRow> rows, List<TrendLine> lines, List<Label> labels) {}

  public record TrendRow(String month, int items, List<String> shares) {}

  /**
   * @param style a class that tells the lines apart without colour
   */
  public record TrendLine(String word, String style, String points, List<Dot> dots) {}

  public record Dot(int x, int y) {}

  public record Label(int x, String word) {}

  public record Papers(int papers, int held, String words, int items, String path) {}

  /**
   * @param since e.g. 2025年11月24日
   */
  public record Cases(
      String since, int online, int window, String words, List<CaseLine> lines, String csv) {}

  public record CaseLine(String department, int online, int window, String words, String percent) {}
}
