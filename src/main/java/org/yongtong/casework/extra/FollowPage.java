package org.yongtong.casework.extra;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a report goes, for whoever has its number: nothing about a person.
 *
 * @param problem why there is no answer, or null
 * @param found the report, or null
 */
public record FollowPage(String number, @Nullable String problem, @Nullable Found found) {

  /**
   * @param fresh it has just been received
   * @param due last day for the department's answer, or ""
   * @param finding reasons, or null
   */
  public record Found(
      String number,
      String itemName,
      String department,
      String state,
      String tone,
      String due,
      List<Step> steps,
      @Nullable String finding,
      boolean fresh) {}

  public record Step(String title, String when) {}
}
