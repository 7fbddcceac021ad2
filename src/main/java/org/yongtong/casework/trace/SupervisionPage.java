package org.yongtong.casework.trace;

import java.util.List;
import java.util.UUID;
import org.yongtong.casework.desk.ClockWords;

/**
 * What is late or nearly late, by department.
 *
 * @param department key of the filter, "" for all
 * @param cut the list was cut short
 */
public record SupervisionPage(
    List<Tally> tallies, List<Line> lines, String department, String asOf, boolean cut) {

  public record Tally(String key, String name, int late, int near) {}

  public record Line(
      UUID id,
      String numberTail,
      String number,
      String item,
      String department,
      String state,
      ClockWords.View clock) {}
}
