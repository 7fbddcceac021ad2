package org.yongtong.casework.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.ServiceItem.Before;
import org.yongtong.catalogue.ServiceItem.OnMissed;
import org.yongtong.catalogue.ServiceItem.SpecialKind;
import org.yongtong.journal.Actor;

class CaseFileTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final UUID REVIEWER = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final UUID DECIDER = UUID.fromString("00000000-0000-7000-8000-000000000002");

  private static final Map<Action, BiFunction<CaseFile, CaseFile.By, Optional<Refusal>>> VERBS =
      new EnumMap<>(Action.class);

  static {
    VERBS.put(Action.ACCEPT, CaseFile::accept);
    VERBS.put(
        Action.DEEM_ACCEPTED, (file, by) -> file.deemAccepted(by, LocalDate.parse("2026-11-16")));
    VERBS.put(Action.REQUIRE_CORRECTION, (file, by) -> file.requireCorrection(by, 2));
    VERBS.put(Action.CORRECT, (file, by) -> file.correct(by, "digest", 8));
    VERBS.put(
        Action.REDIRECT,
        (file, by) ->
            file.redirect(by, new AssignCase.Elsewhere("agriculture", "农业农村局", "民政局", "搭在村里的")));
    VERBS.put(
        Action.REFUSE_ACCEPTANCE,
        (file, by) -> file.refuseAcceptance(by, NonAcceptance.NOT_NEEDED));
    VERBS.put(Action.ASK, CaseFile::ask);
    VERBS.put(
        Action.ANSWER,
        (file, by) -> {
          file.questionOpen = true;
          return file.answer(by);
        });
    VERBS.put(Action.GIVE_OPINION, (file, by) -> file.giveOpinion(by, true, "符合条件"));
    VERBS.put(
        Action.PASS_LEVEL,
        (file, by) -> {
          file.reviewRound = 1;
          file.steps =
              Levels.begin(
                  List.of(
                      new ServiceItem.Review("first", "初审", null, 1),
                      new ServiceItem.Review("second", "复审", null, 2)),
                  file.department(),
                  NOW,
                  UUID::randomUUID);
          return file.giveOpinion(by, file.levels().getFirst(), true, "符合条件");
        });
    VERBS.put(Action.CONSULT, (file, by) -> file.consult(by, asked(file), Map.of()));
    for (Action how :
        List.of(Action.ANSWER_CONSULT, Action.DECLINE_CONSULT, Action.RECALL_CONSULT)) {
      VERBS.put(
          how,
          (file, by) -> {
            file.consulted = List.of("emergency");
            return file.closeConsult(by, how, "emergency", null, Map.of());
          });
    }
    for (Action how : List.of(Action.TAKE, Action.ASSIGN, Action.HAND_OVER)) {
      VERBS.put(how, (file, by) -> file.hold(by, how, "someone", "某人", Map.of()));
    }
    VERBS.put(
        Action.PUT_BACK,
        (file, by) -> {
          file.holder = "someone";
          return file.putBack(by, "不归我办");
        });
    VERBS.put(Action.RETURN, (file, by) -> file.sendBack(by, "请补充核查"));
    VERBS.put(Action.REQUEST_EXTENSION, (file, by) -> file.requestExtension(by, 10, "需要核查现场情况"));
    VERBS.put(
        Action.APPROVE_EXTENSION,
        (file, by) -> {
          file.extensionAsked = true;
          return file.decideExtension(by, true, 10, "同意");
        });
    VERBS.put(
        Action.REJECT_EXTENSION,
        (file, by) -> {
          file.extensionAsked = true;
          return file.decideExtension(by, false, 10, "理由不足");
        });
    VERBS.put(Action.START_SPECIAL, (file, by) -> file.startSpecial(by, order("检验一", true)));
    VERBS.put(
        Action.PROLONG_SPECIAL, (file, by) -> file.prolongSpecial(by, running("检验一"), 5, "样品需要复检"));
    VERBS.put(
        Action.END_SPECIAL,
        (file, by) -> file.endSpecial(by, running("检验一"), Procedure.Result.PASSED, "合格"));
    VERBS.put(
        Action.PROMISE_LATER,
        (file, by) -> file.promiseLater(by, List.of(deferral(Deferral.Stage.PROMISED)), "digest"));
    VERBS.put(
        Action.HAND_IN_LATER, (file, by) -> file.handInLater(by, deferral(Deferral.Stage.DUE), 1));
    VERBS.put(
        Action.CONFIRM_LATER,
        (file, by) -> file.confirmLater(by, deferral(Deferral.Stage.HANDED_IN)));
    VERBS.put(
        Action.RETURN_LATER,
        (file, by) ->
            file.returnLater(by, deferral(Deferral.Stage.HANDED_IN), List.of("第 2 页没有签名")));
    VERBS.put(
        Action.MISS_LATER, (file, by) -> file.missLater(by, List.of(deferral(Deferral.Stage.DUE))));
    VERBS.put(Action.LAPSE, (file, by) -> file.lapse(by, "逾期没有补交"));
    VERBS.put(
        Action.TERMINATE,
        (file, by) -> {
          file.deferred = Deferred.of(List.of(deferral(Deferral.Stage.MISSED)));
          return file.terminate(by, "逾期没有补交");
        });
    VERBS.put(Action.APPROVE, (file, by) -> file.decide(by, true, "符合法定条件"));
    VERBS.put(Action.REFUSE, (file, by) -> file.decide(by, false, "场所不符合要求"));
    VERBS.put(Action.DELIVER, (file, by) -> file.deliver(by, "WINDOW", "本人"));
    VERBS.put(Action.WITHDRAW, (file, by) -> file.withdraw(by, ""));
  }

  @Test
  void everyVerbObeysTheTableInEveryStateForEveryParty() {
    int refused = 0;
    int done = 0;
    for (State state : State.values()) {
      for (var verb : VERBS.entrySet()) {
        for (Party party : Party.values()) {
          CaseFile file = in(state);
          Optional<Refusal> answer = verb.getValue().apply(file, by(party, DECIDER));
          var row = LifeCycle.find(state, verb.getKey(), party);
          assertThat(answer.isEmpty())
              .as("%s %s %s", state, verb.getKey(), party)
              .isEqualTo(row.isPresent());
          if (row.isPresent()) {
            done++;
            assertThat(file.state()).isEqualTo(row.get().to());
            assertThat(file.happenings()).hasSize(1);
            assertThat(file.happenings().getFirst().action()).isEqualTo(verb.getKey());
            assertThat(file.closedOn() != null).isEqualTo(row.get().to().closed());
          } else {
            refused++;
            assertThat(file.state()).isEqualTo(state);
            assertThat(file.happenings()).isEmpty();
            assertThat(answer.get().message())
                .contains(state.word())
                .contains(verb.getKey().word());
          }
        }
      }
    }
    assertThat(done).isGreaterThan(20);
    assertThat(refused).isGreaterThan(done);
  }

  @Test
  void everyActionButSubmittingHasAVerb() {
    assertThat(VERBS.keySet()).hasSize(Action.values().length - 1).doesNotContain(Action.SUBMIT);
  }

  @Test
  void whoGaveTheOpinionCannotDecide() {
    CaseFile file = in(State.IN_REVIEW);
    assertThat(file.giveOpinion(by(Party.REVIEWER, REVIEWER), true, "符合条件")).isEmpty();
    assertThat(file.decide(by(Party.DECIDER, REVIEWER), true, "同意"))
        .containsInstanceOf(Refusal.SamePerson.class);
    assertThat(file.state()).isEqualTo(State.PENDING_DECISION);
    assertThat(file.decide(by(Party.DECIDER, DECIDER), true, "同意")).isEmpty();
    assertThat(file.approved()).isTrue();
  }

  @Test
  void anExtensionIsGrantedOnceAndAtMostTenWorkingDaysByArticle42() {
    CaseFile file = in(State.IN_REVIEW);
    assertThat(file.requestExtension(by(Party.REVIEWER, REVIEWER), 11, "需要核查")).isPresent();
    assertThat(file.requestExtension(by(Party.REVIEWER, REVIEWER), 0, "需要核查")).isPresent();
    assertThat(file.requestExtension(by(Party.REVIEWER, REVIEWER), 10, "需要核查")).isEmpty();
    assertThat(file.requestExtension(by(Party.REVIEWER, REVIEWER), 5, "再次")).isPresent();
    assertThat(file.decideExtension(by(Party.HEAD, DECIDER), true, 10, "同意")).isEmpty();
    assertThat(file.extensionDays()).isEqualTo(10);
    assertThat(file.requestExtension(by(Party.REVIEWER, REVIEWER), 5, "再次")).isPresent();
  }

  @Test
  void oneQuestionIsOpenAtATime() {
    CaseFile file = in(State.IN_REVIEW);
    assertThat(file.ask(by(Party.REVIEWER, REVIEWER))).isEmpty();
    assertThat(file.ask(by(Party.REVIEWER, REVIEWER))).isPresent();
    assertThat(file.answer(by(Party.APPLICANT, null))).isEmpty();
    assertThat(file.ask(by(Party.REVIEWER, REVIEWER))).isEmpty();
  }

  // 行政许可法 §45
  @Test
  void nothingIsSaidOrDecidedWhileASpecialProcedureRuns() {
    CaseFile file = in(State.IN_REVIEW);
    assertThat(file.startSpecial(by(Party.REVIEWER, REVIEWER), order("检验一", true))).isEmpty();
    assertThat(file.startSpecial(by(Party.REVIEWER, REVIEWER), order("检验一", true)))
        .get()
        .extracting(Refusal::message)
        .asString()
        .contains("检验一", "正在进行");
    assertThat(file.startSpecial(by(Party.REVIEWER, REVIEWER), order("评审二", true))).isEmpty();
    assertThat(file.giveOpinion(by(Party.REVIEWER, REVIEWER), true, "符合条件"))
        .get()
        .extracting(Refusal::message)
        .asString()
        .contains("检验一", "评审二", "不能提出审查意见");
    file.state = State.PENDING_DECISION;
    assertThat(file.decide(by(Party.DECIDER, DECIDER), true, "符合条件"))
        .get()
        .extracting(Refusal::message)
        .asString()
        .contains("不能作出决定");
    file.state = State.IN_REVIEW;
    for (String name : List.of("检验一", "评审二")) {
      assertThat(
              file.endSpecial(
                  by(Party.REVIEWER, REVIEWER), running(name), Procedure.Result.PASSED, "合格"))
          .isEmpty();
    }
    assertThat(file.specialRunning()).isEmpty();
    assertThat(file.giveOpinion(by(Party.REVIEWER, REVIEWER), true, "符合条件")).isEmpty();
  }

  // 行政许可法 §42, §45
  @Test
  void aClockThatStandsIsNotExtended() {
    CaseFile file = in(State.IN_REVIEW);
    assertThat(file.requestExtension(by(Party.REVIEWER, REVIEWER), 5, "需要核查")).isEmpty();
    file.startSpecial(by(Party.REVIEWER, REVIEWER), order("检验一", true));
    file.stopped = true;
    assertThat(file.decideExtension(by(Party.HEAD, DECIDER), true, 5, "同意"))
        .get()
        .extracting(Refusal::message)
        .asString()
        .contains("停止计算");
    assertThat(file.decideExtension(by(Party.HEAD, DECIDER), false, 5, "不必")).isEmpty();
    assertThat(file.requestExtension(by(Party.REVIEWER, REVIEWER), 5, "需要核查"))
        .get()
        .extracting(Refusal::message)
        .asString()
        .contains("检验一", "停止计算");
  }

  @Test
  void aProcedureIsProlongedOnceAndByNoMoreThanWasPlanned() {
    CaseFile file = in(State.IN_REVIEW);
    assertThat(file.prolongSpecial(by(Party.REVIEWER, REVIEWER), running("检验一"), 11, "样品需要复检"))
        .containsInstanceOf(Refusal.Missing.class);
    var prolonged =
        new Procedure(
            "检验一",
            SpecialKind.TESTING,
            "检验一",
            true,
            "",
            "",
            LocalDate.parse("2026-11-23"),
            10,
            5,
            null,
            null,
            "");
    assertThat(file.prolongSpecial(by(Party.REVIEWER, REVIEWER), prolonged, 5, "样品需要复检"))
        .get()
        .extracting(Refusal::message)
        .asString()
        .contains("不能再次延长");
  }

  @Test
  void withdrawingEndsWhatRuns() {
    CaseFile file = in(State.IN_REVIEW);
    file.startSpecial(by(Party.REVIEWER, REVIEWER), order("检验一", true));
    assertThat(file.withdraw(by(Party.APPLICANT, null), "")).isEmpty();
    assertThat(file.specialRunning()).isEmpty();
    assertThat(file.happenings().getLast().payload().toString()).contains("检验一");
  }

  @Test
  void whatIsOutstandingHoldsApprovalUpButNotRefusal() {
    CaseFile file = in(State.PENDING_DECISION);
    file.deferred = Deferred.of(List.of(deferral(Deferral.Stage.DUE)));
    assertThat(file.decide(by(Party.DECIDER, DECIDER), true, "符合法定条件"))
        .get()
        .extracting(Refusal::message)
        .asString()
        .contains("会员名册", "还没有补齐", "不能准予");
    assertThat(file.state()).isEqualTo(State.PENDING_DECISION);
    file.deferred = Deferred.of(List.of(deferral(Deferral.Stage.MADE_GOOD)));
    assertThat(file.decide(by(Party.DECIDER, DECIDER), true, "符合法定条件")).isEmpty();
    CaseFile other = in(State.PENDING_DECISION);
    other.deferred = Deferred.of(List.of(deferral(Deferral.Stage.MISSED)));
    assertThat(other.decide(by(Party.DECIDER, DECIDER), true, "符合法定条件"))
        .get()
        .extracting(Refusal::message)
        .asString()
        .contains("逾期没有补交");
    assertThat(other.decide(by(Party.DECIDER, DECIDER), false, "不符合法定条件")).isEmpty();
  }

  @Test
  void anApprovalOnAPromiseIsDeliveredOnlyWhenThePaperIsThere() {
    CaseFile file = in(State.APPROVED);
    file.outcome = "APPROVED";
    file.deferred = Deferred.of(List.of(deferral(Deferral.Stage.HANDED_IN)));
    assertThat(file.deliver(by(Party.APPLICANT, null), "ONLINE", "")).isPresent();
    assertThat(file.deliver(by(Party.WINDOW, DECIDER), "WINDOW", "本人")).isPresent();
    file.deferred = Deferred.of(List.of(deferral(Deferral.Stage.MADE_GOOD)));
    assertThat(file.deliver(by(Party.APPLICANT, null), "ONLINE", "")).isEmpty();
  }

  @Test
  void aPaperComesInUntilItsLastDayAndOnceMoreWhenItWasWrong() {
    CaseFile file = in(State.IN_REVIEW);
    LocalDate today = LocalDate.parse("2026-11-23");
    assertThat(deferral(Deferral.Stage.DUE, today, 0).mayBeHandedIn(today)).isTrue();
    assertThat(deferral(Deferral.Stage.DUE, today.minusDays(1), 0).mayBeHandedIn(today)).isFalse();
    assertThat(deferral(Deferral.Stage.RETURNED, today, 1).mayBeHandedIn(today)).isTrue();
    assertThat(deferral(Deferral.Stage.RETURNED, today, 2).mayBeHandedIn(today)).isFalse();
    for (Deferral.Stage stage :
        List.of(
            Deferral.Stage.PROMISED,
            Deferral.Stage.HANDED_IN,
            Deferral.Stage.MADE_GOOD,
            Deferral.Stage.MISSED,
            Deferral.Stage.RELEASED)) {
      assertThat(file.handInLater(by(Party.APPLICANT, null), deferral(stage, today, 0), 1))
          .as(stage.name())
          .isPresent();
    }
    assertThat(file.confirmLater(by(Party.REVIEWER, REVIEWER), deferral(Deferral.Stage.DUE)))
        .isPresent();
    assertThat(file.happenings()).isEmpty();
  }

  // the certificate is one thing, ending a case another: two people, and only after a broken
  // promise
  @Test
  void onlyABrokenPromiseIsEndedAndNotByWhoReviewed() {
    CaseFile file = in(State.PENDING_DECISION);
    file.deferred = Deferred.of(List.of(deferral(Deferral.Stage.DUE)));
    assertThat(file.terminate(by(Party.DECIDER, DECIDER), "逾期没有补交")).isPresent();
    file.deferred = Deferred.of(List.of(deferral(Deferral.Stage.MISSED)));
    file.reviewer = REVIEWER;
    assertThat(file.terminate(by(Party.DECIDER, REVIEWER), "逾期没有补交"))
        .containsInstanceOf(Refusal.SamePerson.class);
    assertThat(file.terminate(by(Party.DECIDER, DECIDER), "逾期没有补交")).isEmpty();
    assertThat(file.state()).isEqualTo(State.TERMINATED);
    assertThat(file.state().closed()).isTrue();
  }

  private static Deferral deferral(Deferral.Stage stage) {
    return deferral(stage, LocalDate.parse("2026-11-30"), 0);
  }

  private static Deferral deferral(Deferral.Stage stage, LocalDate due, int tries) {
    return new Deferral(
        "member_roll",
        "会员名册",
        5,
        "网上补交",
        OnMissed.STOP,
        Before.DECISION,
        stage,
        due,
        tries,
        List.of());
  }

  @Test
  void anotherDepartmentsOpinionTakesTheCaseFromNobody() {
    CaseFile file = in(State.IN_REVIEW);
    file.beginReview(
        List.of(
            new ServiceItem.Review("first", "初审", null, 1),
            new ServiceItem.Review("police", "公安机关核查意见", "public_security", 1)),
        NOW,
        UUID::randomUUID);
    assertThat(file.hold(by(Party.REVIEWER, REVIEWER), Action.TAKE, "a", "甲", Map.of())).isEmpty();
    ReviewStep police = file.openLevels("public_security").getFirst();
    assertThat(file.giveOpinion(by(Party.LEVEL_REVIEWER, DECIDER), police, true, "没有限制")).isEmpty();
    assertThat(file.holder()).isEqualTo("a");
    ReviewStep first = file.openLevels("market_regulation").getFirst();
    assertThat(file.giveOpinion(by(Party.REVIEWER, REVIEWER), first, true, "符合条件")).isEmpty();
    assertThat(file.holder()).isNull();
    assertThat(file.state()).isEqualTo(State.PENDING_DECISION);
  }

  private static Consult asked(CaseFile file) {
    return new Consult(
        UUID.randomUUID(),
        file.id(),
        "emergency",
        "请核查消防安全情况",
        true,
        5,
        LocalDate.parse("2026-12-01"),
        "某人",
        NOW,
        null,
        "",
        "",
        null);
  }

  @Test
  void whoActedForSomebodyAwayCountsAsBothWhenItIsDecided() {
    CaseFile file = in(State.IN_REVIEW);
    var absent = UUID.randomUUID();
    var instead = new CaseFile.By(Party.REVIEWER, REVIEWER, absent, Actor.system("test"), NOW);
    assertThat(file.giveOpinion(instead, true, "符合条件")).isEmpty();
    assertThat(file.decide(by(Party.DECIDER, absent), true, "同意"))
        .containsInstanceOf(Refusal.SamePerson.class);
    assertThat(
            file.decide(
                new CaseFile.By(Party.DECIDER, DECIDER, absent, Actor.system("test"), NOW),
                true,
                "同意"))
        .containsInstanceOf(Refusal.SamePerson.class);
    assertThat(file.decide(by(Party.DECIDER, DECIDER), true, "同意")).isEmpty();
  }

  @Test
  void aCaseIsOfOnePersonUntilTheStepIsDone() {
    CaseFile file = in(State.IN_REVIEW);
    assertThat(file.hold(by(Party.REVIEWER, REVIEWER), Action.TAKE, "a", "甲", Map.of())).isEmpty();
    assertThat(file.hold(by(Party.REVIEWER, DECIDER), Action.TAKE, "b", "乙", Map.of()))
        .get()
        .extracting(Refusal::message)
        .asString()
        .contains("已经由甲领取");
    assertThat(file.giveOpinion(by(Party.REVIEWER, REVIEWER), true, "符合条件")).isEmpty();
    assertThat(file.holder()).isNull();
  }

  private static Procedure.Order order(String name, boolean stops) {
    return new Procedure.Order(
        name, SpecialKind.TESTING, name, stops, "行政许可法第四十五条", "南宁市市场监督管理局", 10, "需要检验样品");
  }

  private static Procedure running(String name) {
    return new Procedure(
        name,
        SpecialKind.TESTING,
        name,
        true,
        "行政许可法第四十五条",
        "南宁市市场监督管理局",
        LocalDate.parse("2026-11-23"),
        10,
        0,
        null,
        null,
        "");
  }

  private static CaseFile.By by(Party as, @org.jspecify.annotations.Nullable UUID account) {
    return new CaseFile.By(as, account, Actor.system("test"), NOW);
  }

  private static CaseFile in(State state) {
    return new CaseFile(
        UUID.randomUUID(),
        "1".repeat(43),
        UUID.randomUUID(),
        UUID.randomUUID(),
        "task",
        "食品经营许可（新办）",
        "PERMIT",
        "market_regulation",
        "450100000000",
        CaseFile.Channel.ONLINE,
        null,
        new Applying("person", "黄小明", "11010519491231002X", "19900000001", null),
        20,
        8,
        NOW,
        state);
  }
}
