package org.yongtong.casework.extra;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The work list of reports.
 *
 * @param empty what to say when there is none
 * @param next address of the next page, or null
 */
public record DeskDemandsPage(
    List<Tab> tabs, String current, List<Line> lines, String empty, @Nullable String next) {

  public record Tab(String key, String word, String count) {}

  /**
   * @param clock e.g. 剩 3 个工作日, or ""
   */
  public record Line(
      UUID id,
      String number,
      String item,
      String department,
      String state,
      String tone,
      String clock,
      String clockTone,
      String reported) {}
}
