package org.yongtong.catalogue.revise;

import static org.yongtong.catalogue.revise.Action.*;
import static org.yongtong.catalogue.revise.State.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The life cycle of a revision, all of it, in one table. */
public final class LifeCycle {

  /**
   * @param from state in which it may be done
   * @param by in which capacity it is done
   * @param to state afterwards
   */
  public record Transition(State from, Action action, Party by, State to) {}

  public static final List<Transition> TABLE =
      List.of(
          // the author writes
          row(DRAFT, EDIT, Party.EDITOR, DRAFT),
          row(RETURNED, EDIT, Party.EDITOR, RETURNED),
          row(WITHDRAWN, EDIT, Party.EDITOR, WITHDRAWN),
          row(DRAFT, SUBMIT, Party.EDITOR, DEPARTMENT_CHECK),
          row(RETURNED, SUBMIT, Party.EDITOR, DEPARTMENT_CHECK),
          row(WITHDRAWN, SUBMIT, Party.EDITOR, DEPARTMENT_CHECK),
          row(DRAFT, DISCARD, Party.EDITOR, DISCARDED),
          row(RETURNED, DISCARD, Party.EDITOR, DISCARDED),
          row(WITHDRAWN, DISCARD, Party.EDITOR, DISCARDED),
          // three others look at it, one after the other
          row(DEPARTMENT_CHECK, PASS_DEPARTMENT, Party.CHECKER, LEGAL_CHECK),
          row(LEGAL_CHECK, PASS_LEGAL, Party.LEGAL, APPROVAL),
          row(APPROVAL, APPROVE, Party.APPROVER, SCHEDULED),
          row(DEPARTMENT_CHECK, RETURN, Party.CHECKER, RETURNED),
          row(LEGAL_CHECK, RETURN, Party.LEGAL, RETURNED),
          row(APPROVAL, RETURN, Party.APPROVER, RETURNED),
          // the author takes it back as long as nobody has decided
          row(DEPARTMENT_CHECK, WITHDRAW, Party.EDITOR, WITHDRAWN),
          row(LEGAL_CHECK, WITHDRAW, Party.EDITOR, WITHDRAWN),
          row(APPROVAL, WITHDRAW, Party.EDITOR, WITHDRAWN),
          // decided: the day comes, or the decider stops it before
          row(SCHEDULED, RETURN, Party.APPROVER, RETURNED),
          row(SCHEDULED, PUBLISH, Party.SYSTEM, PUBLISHED),
          row(SCHEDULED, FAIL, Party.SYSTEM, RETURNED),
          // a delegation has begun and the lower body has not filled in its part: the lead's holds
          row(DRAFT, BEGIN_WITH_DEFAULTS, Party.SYSTEM, PUBLISHED),
          row(RETURNED, BEGIN_WITH_DEFAULTS, Party.SYSTEM, PUBLISHED),
          row(WITHDRAWN, BEGIN_WITH_DEFAULTS, Party.SYSTEM, PUBLISHED),
          // the delegation itself was stopped before its day: its take-overs end with it
          row(DRAFT, STOP, Party.SYSTEM, DISCARDED),
          row(RETURNED, STOP, Party.SYSTEM, DISCARDED),
          row(WITHDRAWN, STOP, Party.SYSTEM, DISCARDED),
          row(DEPARTMENT_CHECK, STOP, Party.SYSTEM, DISCARDED),
          row(LEGAL_CHECK, STOP, Party.SYSTEM, DISCARDED),
          row(APPROVAL, STOP, Party.SYSTEM, DISCARDED),
          row(SCHEDULED, STOP, Party.SYSTEM, DISCARDED));

  private LifeCycle() {}

  public static Optional<Transition> find(State from, Action action, Party by) {
    return TABLE.stream()
        .filter(row -> row.from() == from && row.action() == action && row.by() == by)
        .findFirst();
  }

  /** Actions that one of these parties may take now, in table order. */
  public static List<Action> allowed(State from, Set<Party> parties) {
    return TABLE.stream()
        .filter(row -> row.from() == from && parties.contains(row.by()))
        .map(Transition::action)
        .distinct()
        .toList();
  }

  private static Transition row(State from, Action action, Party by, State to) {
    return new Transition(from, action, by, to);
  }
}
