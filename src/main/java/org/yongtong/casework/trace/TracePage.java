package org.yongtong.casework.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.desk.CaseHead;
import org.yongtong.casework.desk.Line;

/**
 * Everything the journal holds about a case.
 *
 * @param head null when no case was asked for or found
 * @param number what was asked for
 */
public record TracePage(
    @Nullable CaseHead head,
    String number,
    @Nullable String problem,
    List<Row> rows,
    String summary) {

  /**
   * @param seal how it is sealed, in words; {@code tone} as of {@code component/pill.jte}
   */
  public record Row(
      String position,
      String when,
      String who,
      String kind,
      String kindCode,
      List<Line> payload,
      String hash,
      String seal,
      String tone,
      String proof) {}
}
