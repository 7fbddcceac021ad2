package org.yongtong.casework.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The work queue.
 *
 * @param words what was searched for, "" when nothing was
 * @param item task code of the filter, "" for all
 * @param next address of the next page, or null
 * @param manyDepartments the list holds cases of several departments
 * @param said what has just been done, or null
 */
public record QueuePage(
    List<TabView> tabs,
    String current,
    List<Line> lines,
    List<ItemChoice> items,
    String item,
    String words,
    @Nullable String next,
    String empty,
    boolean first,
    boolean manyDepartments,
    @Nullable String said) {

  public boolean searched() {
    return !words.isEmpty();
  }

  /**
   * @param count e.g. 12 or 99+
   * @param mine holds work for the viewer's roles
   */
  public record TabView(String key, String word, String count, boolean mine, boolean urgent) {}

  public record ItemChoice(String taskCode, String name) {}

  /**
   * @param special clock of a special procedure that runs beside {@code clock}, or null
   * @param later what is awaited of papers promised for later, or null
   * @param consult when the answer of another department is due, or null
   * @param note what else matters, e.g. 待批延期; "" for nothing
   */
  public record Line(
      UUID id,
      String numberHead,
      String numberTail,
      String item,
      String department,
      String applicant,
      String state,
      String stateTone,
      ClockWords.View clock,
      ClockWords.@Nullable View special,
      ClockWords.@Nullable View later,
      ClockWords.@Nullable View consult,
      String since,
      String channel,
      String note) {}
}
