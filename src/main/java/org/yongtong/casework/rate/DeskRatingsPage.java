package org.yongtong.casework.rate;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bad ratings at the desk.
 *
 * @param answered the tab of those that have an answer
 * @param waiting e.g. 3 or 99+
 * @param many of more than one department
 * @param next address of the next page, or null
 */
public record DeskRatingsPage(
    boolean answered, String waiting, boolean many, List<Line> lines, @Nullable String next) {

  public record Line(
      UUID id,
      String item,
      String number,
      String department,
      String level,
      String tone,
      String tags,
      String text,
      String ratedAt) {}
}
