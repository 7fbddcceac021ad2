package org.yongtong.catalogue.revise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

  @Test
  void everyStateIsReachedFromTheDraftAndEveryOpenStateCanEnd() {
    Set<State> reached = new HashSet<>(Set.of(State.DRAFT));
    for (int i = 0; i < State.values().length; i++) {
      LifeCycle.TABLE.stream()
          .filter(row -> reached.contains(row.from()))
          .forEach(row -> reached.add(row.to()));
    }
    assertThat(reached).containsExactlyInAnyOrder(State.values());
    for (State state : State.values()) {
      boolean goesOn = LifeCycle.TABLE.stream().anyMatch(row -> row.from() == state);
      assertThat(goesOn).as(state.name()).isEqualTo(!state.closed());
    }
  }

  @Test
  void noStateActionAndRoleLeadToTwoStates() {
    for (State state : State.values()) {
      for (Action action : Action.values()) {
        for (Party party : Party.values()) {
          long rows =
              LifeCycle.TABLE.stream()
                  .filter(row -> row.from() == state && row.action() == action && row.by() == party)
                  .count();
          assertThat(rows).as("%s %s %s", state, action, party).isLessThanOrEqualTo(1);
        }
      }
    }
  }

  /** Written a second time, independently of the table: who may do what when. */
  @Test
  void everyStateActionAndRoleAnswersAsTheRulesSay() {
    for (State state : State.values()) {
      for (Action action : Action.values()) {
        for (Party party : Party.values()) {
          assertThat(LifeCycle.find(state, action, party).isPresent())
              .as("%s %s %s", state, action, party)
              .isEqualTo(expected(state, action, party));
        }
      }
    }
  }

  private static boolean expected(State state, Action action, Party party) {
    Set<State> author = Set.of(State.DRAFT, State.RETURNED, State.WITHDRAWN);
    Set<State> checks = Set.of(State.DEPARTMENT_CHECK, State.LEGAL_CHECK, State.APPROVAL);
    return switch (action) {
      case START -> false; // begins nowhere
      case EDIT, SUBMIT, DISCARD -> party == Party.EDITOR && author.contains(state);
      case WITHDRAW -> party == Party.EDITOR && checks.contains(state);
      case PASS_DEPARTMENT -> party == Party.CHECKER && state == State.DEPARTMENT_CHECK;
      case PASS_LEGAL -> party == Party.LEGAL && state == State.LEGAL_CHECK;
      case APPROVE -> party == Party.APPROVER && state == State.APPROVAL;
      case RETURN ->
          party == Party.CHECKER && state == State.DEPARTMENT_CHECK
              || party == Party.LEGAL && state == State.LEGAL_CHECK
              || party == Party.APPROVER && (state == State.APPROVAL || state == State.SCHEDULED);
      case PUBLISH, FAIL -> party == Party.SYSTEM && state == State.SCHEDULED;
      case BEGIN_WITH_DEFAULTS -> party == Party.SYSTEM && author.contains(state);
      case STOP -> party == Party.SYSTEM && !state.closed();
    };
  }

  @Test
  void everyActionHasItsOwnWordAndJournalKind() {
    assertThat(Arrays.stream(Action.values()).map(Action::kind))
        .doesNotHaveDuplicates()
        .allMatch(kind -> kind.matches("revision\\.[a-z_]+"));
    assertThat(Arrays.stream(Action.values()).map(Action::word).collect(Collectors.toSet()))
        .hasSize(Action.values().length);
  }
}
