package org.yongtong.casework.consult;

import java.util.List;

/**
 * What the own department was asked and said.
 *
 * @param done what has just been done, in words, or ""
 */
public record ConsultsPage(List<Row> rows, String done, String department) {

  public record Row(
      String number,
      String item,
      String asker,
      String question,
      String outcome,
      String text,
      String who,
      String when) {}
}
