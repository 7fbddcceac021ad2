package org.yongtong.casework.extra;

import static org.yongtong.casework.extra.DemandState.*;
import static org.yongtong.casework.extra.DemandStep.*;

import java.util.List;
import java.util.Optional;
import org.yongtong.platform.web.Role;

/**
 * What may follow what with a report, all in one table. The department is heard before anything is
 * found against it, unless it lets its days go by; what is plainly no extra demand needs no answer.
 */
final class DemandCycle {

  /**
   * @param late only when the department's last day is past
   */
  record Transition(DemandState from, DemandStep step, Role by, DemandState to, boolean late) {}

  static final List<Transition> TABLE =
      List.of(
          row(OPEN, ASK, Role.SUPERVISOR, ASKED),
          row(OPEN, DISMISS, Role.SUPERVISOR, UNFOUNDED),
          row(ASKED, ANSWER, Role.HEAD, ANSWERED),
          new Transition(ASKED, FOUND, Role.SUPERVISOR, FOUNDED, true),
          new Transition(ASKED, DISMISS, Role.SUPERVISOR, UNFOUNDED, true),
          row(ANSWERED, ASK, Role.SUPERVISOR, ASKED),
          row(ANSWERED, FOUND, Role.SUPERVISOR, FOUNDED),
          row(ANSWERED, DISMISS, Role.SUPERVISOR, UNFOUNDED));

  private DemandCycle() {}

  static Optional<Transition> find(DemandState from, DemandStep step, boolean late) {
    return TABLE.stream()
        .filter(row -> row.from() == from && row.step() == step && (late || !row.late()))
        .findFirst();
  }

  private static Transition row(DemandState from, DemandStep step, Role by, DemandState to) {
    return new Transition(from, step, by, to, false);
  }
}
