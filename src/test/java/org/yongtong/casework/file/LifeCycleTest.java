package org.yongtong.casework.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

  @Test
  void everyStateIsReachedFromSubmissionAndEveryOpenStateCanEnd() {
    Set<State> reached = new HashSet<>(Set.of(State.SUBMITTED));
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
  void noPairOfStateActionAndPartyLeadsToTwoStates() {
    for (State state : State.values()) {
      for (Action action : Action.values()) {
        for (Party party : Party.values()) {
          long rows =
              LifeCycle.TABLE.stream()
                  .filter(
                      row ->
                          row.from() == state && row.action() == action && row.by().contains(party))
                  .count();
          assertThat(rows).as("%s %s %s", state, action, party).isLessThanOrEqualTo(1);
        }
      }
    }
  }

  @Test
  void everyRowCitesItsBasisAndEveryActionHasItsOwnJournalKind() {
    assertThat(LifeCycle.TABLE).allSatisfy(row -> assertThat(row.basis()).isNotBlank());
    assertThat(Set.of(Action.values()).stream().map(Action::kind).distinct())
        .hasSize(Action.values().length);
  }

  @Test
  void nobodyButTheDeciderApprovesOrRefuses() {
    for (State state : State.values()) {
      for (Party party : Party.values()) {
        boolean mayDecide =
            LifeCycle.find(state, Action.APPROVE, party).isPresent()
                || LifeCycle.find(state, Action.REFUSE, party).isPresent();
        assertThat(mayDecide).isEqualTo(state == State.PENDING_DECISION && party == Party.DECIDER);
      }
    }
  }

  @Test
  void otherDepartmentsGiveTheirOpinionAndDoNothingElse() {
    Map<Party, Set<Action>> mine =
        Map.of(
            Party.LEVEL_REVIEWER, Set.of(Action.PASS_LEVEL, Action.GIVE_OPINION),
            Party.CONSULTED, Set.of(Action.ANSWER_CONSULT, Action.DECLINE_CONSULT));
    for (State state : State.values()) {
      for (Action action : Action.values()) {
        mine.forEach(
            (party, actions) ->
                assertThat(LifeCycle.find(state, action, party).isPresent())
                    .as("%s %s %s", state, action, party)
                    .isEqualTo(state == State.IN_REVIEW && actions.contains(action)));
      }
    }
  }

  @Test
  void onlyTheLastOpinionLeadsOutOfTheReviewAndAskingOthersNever() {
    assertThat(LifeCycle.TABLE)
        .filteredOn(
            row ->
                Set.of(
                        Action.PASS_LEVEL,
                        Action.CONSULT,
                        Action.ANSWER_CONSULT,
                        Action.DECLINE_CONSULT,
                        Action.RECALL_CONSULT)
                    .contains(row.action()))
        .hasSize(5)
        .allSatisfy(row -> assertThat(row.to()).isEqualTo(row.from()));
  }

  @Test
  void whoDoesAStepIsSettledByWhoseTurnItIsAndByTheHead() {
    Map<State, Party> turns =
        Map.of(
            State.SUBMITTED, Party.WINDOW,
            State.IN_REVIEW, Party.REVIEWER,
            State.PENDING_DECISION, Party.DECIDER,
            State.APPROVED, Party.WINDOW,
            State.REFUSED, Party.WINDOW);
    for (State state : State.values()) {
      Party turn = turns.get(state);
      assertThat(LifeCycle.turn(state).orElse(null)).isEqualTo(turn);
      for (Party party : Party.values()) {
        for (Action action : Set.of(Action.TAKE, Action.PUT_BACK, Action.HAND_OVER)) {
          assertThat(LifeCycle.find(state, action, party).isPresent())
              .as("%s %s %s", state, action, party)
              .isEqualTo(party == turn);
        }
        assertThat(LifeCycle.find(state, Action.ASSIGN, party).isPresent())
            .isEqualTo(party == Party.HEAD && turn != null);
      }
    }
  }

  @Test
  void anApplicantMayWithdrawUntilTheDecision() {
    for (State state : State.values()) {
      boolean open = !state.closed() && state != State.APPROVED && state != State.REFUSED;
      assertThat(LifeCycle.find(state, Action.WITHDRAW, Party.APPLICANT).isPresent())
          .as(state.name())
          .isEqualTo(open);
    }
  }
}
