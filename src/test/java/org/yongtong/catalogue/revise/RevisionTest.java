package org.yongtong.catalogue.revise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yongtong.journal.Actor;

class RevisionTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final UUID EDITOR = new UUID(0, 1);
  private static final UUID CHECKER = new UUID(0, 2);
  private static final UUID LEGAL = new UUID(0, 3);
  private static final UUID APPROVER = new UUID(0, 4);

  @Test
  void aRevisionGoesFromTheDraftToItsDay() {
    Revision revision = aRevision();
    assertThat(revision.submit(by(Party.EDITOR, EDITOR))).isEmpty();
    assertThat(revision.passDepartment(by(Party.CHECKER, CHECKER), "")).isEmpty();
    assertThat(revision.passLegal(by(Party.LEGAL, LEGAL), "依据有效")).isEmpty();
    assertThat(revision.approve(by(Party.APPROVER, APPROVER), TODAY.plusDays(3), TODAY, false, ""))
        .isEmpty();
    assertThat(revision.state()).isEqualTo(State.SCHEDULED);
    assertThat(revision.effectiveOn()).isEqualTo(TODAY.plusDays(3));
    assertThat(revision.happenings())
        .extracting(Revision.Happening::action)
        .containsExactly(Action.SUBMIT, Action.PASS_DEPARTMENT, Action.PASS_LEGAL, Action.APPROVE);
    assertThat(revision.number()).isEqualTo("修订〔2026〕7 号");
  }

  @Test
  void nobodyActsOnTwoOfWritingCheckingAndApproving() {
    Revision revision = aRevision();
    revision.edit(by(Party.EDITOR, CHECKER), Map.of("name", "改过"), "basic");
    revision.submit(by(Party.EDITOR, EDITOR));
    for (UUID writer : List.of(EDITOR, CHECKER)) {
      assertThat(revision.passDepartment(by(Party.CHECKER, writer), ""))
          .get()
          .isInstanceOf(Refusal.SamePerson.class);
    }
    UUID other = new UUID(0, 9);
    assertThat(revision.passDepartment(by(Party.CHECKER, other), "")).isEmpty();
    assertThat(revision.passLegal(by(Party.LEGAL, other), "依据有效"))
        .get()
        .isInstanceOf(Refusal.SamePerson.class);
    assertThat(revision.passLegal(by(Party.LEGAL, LEGAL), "依据有效")).isEmpty();
    for (UUID earlier : List.of(EDITOR, other, LEGAL)) {
      assertThat(revision.approve(by(Party.APPROVER, earlier), TODAY, TODAY, false, ""))
          .get()
          .isInstanceOf(Refusal.SamePerson.class);
      assertThat(revision.sendBack(by(Party.APPROVER, earlier), mark("不清楚")))
          .get()
          .isInstanceOf(Refusal.SamePerson.class);
    }
    assertThat(revision.state()).isEqualTo(State.APPROVAL);
  }

  @Test
  void sentBackNeedsReasonsAndBeginsAnotherRoundOfChecks() {
    Revision revision = aRevision();
    revision.submit(by(Party.EDITOR, EDITOR));
    assertThat(revision.sendBack(by(Party.CHECKER, CHECKER), List.of()))
        .get()
        .isInstanceOf(Refusal.Missing.class);
    assertThat(revision.sendBack(by(Party.CHECKER, CHECKER), mark(" ")))
        .get()
        .isInstanceOf(Refusal.Missing.class);
    assertThat(revision.sendBack(by(Party.CHECKER, CHECKER), mark("承诺时限写错了"))).isEmpty();
    assertThat(revision.state()).isEqualTo(State.RETURNED);
    assertThat(revision.round()).isEqualTo(2);
    assertThat(revision.passedBy(CHECKER)).isFalse();
    assertThat(revision.marks()).singleElement().matches(mark -> mark.place().equals("limits"));
  }

  @Test
  void aDayInThePastOrNoReasonIsRefused() {
    Revision revision = aRevision();
    assertThat(revision.agree(by(Party.EDITOR, EDITOR), Terms.NONE)).isEmpty();
    assertThat(revision.submit(by(Party.EDITOR, EDITOR))).get().isInstanceOf(Refusal.Missing.class);
    revision.agree(by(Party.EDITOR, EDITOR), Terms.NONE.because("法律修改，相应调整"));
    revision.submit(by(Party.EDITOR, EDITOR));
    revision.passDepartment(by(Party.CHECKER, CHECKER), "");
    revision.passLegal(by(Party.LEGAL, LEGAL), "依据有效");
    assertThat(revision.approve(by(Party.APPROVER, APPROVER), TODAY.minusDays(1), TODAY, false, ""))
        .get()
        .isInstanceOf(Refusal.Missing.class);
  }

  @Test
  void aRefusalNamesWhatWouldBeAllowed() {
    Optional<Refusal> refusal = aRevision().withdraw(by(Party.EDITOR, EDITOR), "");
    assertThat(refusal).get().extracting(Refusal::message).asString().contains("草稿", "提交审核", "作废");
  }

  private static List<Revision.Mark> mark(String reason) {
    return List.of(new Revision.Mark("limits", "办理时限", reason));
  }

  private static By by(Party party, UUID account) {
    return new By(party, account, new Actor(account.toString(), null, "某人"), NOW);
  }

  private static Revision aRevision() {
    return new Revision(
        new Revision.Origin(
            new UUID(7, 7),
            7,
            Purpose.ADJUST,
            "some-item",
            null,
            "health",
            "450100000000",
            null,
            null,
            EDITOR,
            "某人",
            NOW),
        "某事项",
        Map.of("name", "某事项"),
        Terms.NONE.because("法律修改，相应调整"));
  }
}
