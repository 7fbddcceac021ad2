package org.yongtong.casework.absence;

import java.util.List;
import java.util.Map;

/**
 * Who is away and whom one leaves one's work to.
 *
 * @param people who can be set absent by the viewer, login → name
 * @param delegates login → name
 * @param done what has just been done, in words, or ""
 * @param problems field → message
 */
public record AbsencePage(
    List<Row> rows,
    Map<String, String> people,
    Map<String, String> delegates,
    String absent,
    String delegate,
    String from,
    String until,
    String done,
    Map<String, String> problems) {

  /**
   * @param tone as of {@code component/pill.jte}
   */
  public record Row(
      String id,
      String absent,
      String delegate,
      String span,
      String word,
      String tone,
      boolean mayEnd) {}
}
