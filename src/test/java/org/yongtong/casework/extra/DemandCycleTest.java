package org.yongtong.casework.extra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.yongtong.platform.web.Role;

class DemandCycleTest {

  @Test
  void everyPairOfStateAndStepIsEitherInTheTableOrRefused() {
    for (DemandState from : DemandState.values()) {
      for (DemandStep step : DemandStep.values()) {
        boolean inTable =
            DemandCycle.TABLE.stream()
                .anyMatch(row -> row.from() == from && row.step() == step && !row.late());
        assertThat(DemandCycle.find(from, step, false).isPresent())
            .as(from + " " + step)
            .isEqualTo(inTable);
      }
    }
  }

  @Test
  void closedReportsStayClosedAndAllStatesAreReached() {
    assertThat(DemandCycle.TABLE).noneMatch(row -> row.from().closed());
    var reached = EnumSet.of(DemandState.OPEN);
    DemandCycle.TABLE.forEach(row -> reached.add(row.to()));
    assertThat(reached).containsExactlyInAnyOrder(DemandState.values());
  }

  @Test
  void nothingIsFoundAgainstADepartmentThatHasTimeLeftToAnswer() {
    assertThat(DemandCycle.find(DemandState.ASKED, DemandStep.FOUND, false)).isEmpty();
    assertThat(DemandCycle.find(DemandState.ASKED, DemandStep.FOUND, true)).isPresent();
    assertThat(DemandCycle.find(DemandState.OPEN, DemandStep.FOUND, true)).isEmpty();
  }

  @Test
  void onlyTheDepartmentsHeadAnswersAndOnlyTheSupervisorFinds() {
    assertThat(DemandCycle.TABLE)
        .allMatch(row -> (row.step() == DemandStep.ANSWER) == (row.by() == Role.HEAD));
  }
}
