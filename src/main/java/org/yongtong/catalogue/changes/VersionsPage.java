package org.yongtong.catalogue.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.Difference;

/**
 * Every version of an item, newest first.
 *
 * @param present whether the item is published now
 * @param next address of the page after, or null
 */
public record VersionsPage(
    String taskCode,
    String name,
    String body,
    boolean present,
    List<Line> lines,
    @Nullable String next) {

  /**
   * @param from 2026年11月24日
   * @param to null while it is in force
   */
  public record Line(
      int number,
      String from,
      @Nullable String to,
      @Nullable String reason,
      List<Difference> differences) {}

  public String path(Line line) {
    return "/items/" + taskCode + "/versions/" + line.number();
  }
}
