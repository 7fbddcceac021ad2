package org.yongtong.catalogue.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quality board.
 *
 * @param department key of the department looked at, "" for all within the viewer's scope
 * @param rules one line each with its number
 * @param departments those with findings, most first
 * @param made when it was computed
 */
public record BoardPage(
    String department,
    String departmentName,
    List<RuleLine> rules,
    List<DepartmentLine> departments,
    int items,
    int total,
    String made,
    String csv) {

  /**
   * @param share of the largest number, 0 to 100, for the bar
   */
  public record RuleLine(String word, String sentence, int count, int share, String path) {}

  /**
   * @param counts one for each rule, in the rules' order
   */
  public record DepartmentLine(
      String name, String path, int total, int share, List<Integer> counts) {}

  /**
   * The findings of one rule.
   *
   * @param reviewable the viewer may mark some as looked at
   */
  public record FindingsPage(
      String key,
      String word,
      String sentence,
      String department,
      String departmentName,
      List<FindingLine> findings,
      int total,
      @Nullable String next,
      @Nullable String said,
      String board) {}

  /**
   * @param mend address where it is mended, or null when it is not the viewer's
   * @param mendWord 去改 or 打开修订单
   * @param subject to be marked as looked at; "" when it cannot be
   */
  public record FindingLine(
      String item,
      String itemPath,
      String name,
      String department,
      String message,
      @Nullable String mend,
      String mendWord,
      String subject) {}
}
