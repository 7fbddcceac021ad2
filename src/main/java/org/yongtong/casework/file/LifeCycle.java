package org.yongtong.casework.file;

import static org.yongtong.casework.file.Action.*;
import static org.yongtong.casework.file.State.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The life cycle of a case, all of it, in one table. Nothing else decides what may follow what. */
public final class LifeCycle {

  /**
   * @param from state in which it may be done
   * @param by who may do it
   * @param to state afterwards
   * @param basis article of law or rule of the platform
   */
  public record Transition(State from, Action action, Set<Party> by, State to, String basis) {}

  /** No national article orders it; the city's own rule does, and its papers name that rule. */
  private static final String DEFERRAL = "容缺受理由本市规定；参照行政许可法第三十二条";

  /** Who does the present step, within the department; leads to no other state. */
  private static final List<Transition> HOLDING =
      Stream.of(
              Map.entry(SUBMITTED, Party.WINDOW),
              Map.entry(IN_REVIEW, Party.REVIEWER),
              Map.entry(PENDING_DECISION, Party.DECIDER),
              Map.entry(APPROVED, Party.WINDOW),
              Map.entry(REFUSED, Party.WINDOW))
          .flatMap(
              step ->
                  Stream.of(
                      row(step.getKey(), TAKE, step.getKey(), "平台规则：一个环节由一人承办", step.getValue()),
                      row(
                          step.getKey(),
                          PUT_BACK,
                          step.getKey(),
                          "平台规则：一个环节由一人承办",
                          step.getValue()),
                      row(
                          step.getKey(),
                          HAND_OVER,
                          step.getKey(),
                          "平台规则：一个环节由一人承办",
                          step.getValue()),
                      row(step.getKey(), ASSIGN, step.getKey(), "平台规则：机关负责人分派", Party.HEAD)))
          .toList();

  private static final List<Transition> STEPS =
      List.of(
          // applying and accepting
          row(SUBMITTED, ACCEPT, IN_REVIEW, "行政许可法第三十二条第一款第五项", Party.WINDOW),
          row(SUBMITTED, DEEM_ACCEPTED, IN_REVIEW, "行政许可法第三十二条第一款第四项", Party.SYSTEM),
          row(SUBMITTED, REQUIRE_CORRECTION, CORRECTING, "行政许可法第三十二条第一款第四项", Party.WINDOW),
          row(SUBMITTED, REFUSE_ACCEPTANCE, NOT_ACCEPTED, "行政许可法第三十二条第一款第一项、第二项", Party.WINDOW),
          row(SUBMITTED, REDIRECT, SUBMITTED, "事项的分办规则", Party.WINDOW),
          row(CORRECTING, CORRECT, SUBMITTED, "行政许可法第三十二条第一款第五项", Party.APPLICANT, Party.WINDOW),
          // reviewing
          row(IN_REVIEW, ASK, IN_REVIEW, "行政许可法第三十六条", Party.REVIEWER),
          row(IN_REVIEW, ANSWER, IN_REVIEW, "行政许可法第三十六条", Party.APPLICANT),
          row(
              IN_REVIEW,
              GIVE_OPINION,
              PENDING_DECISION,
              "行政许可法第三十四条",
              Party.REVIEWER,
              Party.LEVEL_REVIEWER),
          // several levels: every opinion but the last leaves the case in review
          row(IN_REVIEW, PASS_LEVEL, IN_REVIEW, "行政许可法第三十四条", Party.REVIEWER, Party.LEVEL_REVIEWER),
          // opinions of other departments; the clock goes on (no ground in 行政许可法第四十五条)
          row(IN_REVIEW, CONSULT, IN_REVIEW, "行政许可法第二十六条第二款", Party.REVIEWER),
          row(IN_REVIEW, ANSWER_CONSULT, IN_REVIEW, "行政许可法第二十六条第二款", Party.CONSULTED),
          row(IN_REVIEW, DECLINE_CONSULT, IN_REVIEW, "行政许可法第二十六条第二款", Party.CONSULTED),
          row(IN_REVIEW, RECALL_CONSULT, IN_REVIEW, "行政许可法第二十六条第二款", Party.REVIEWER),
          row(IN_REVIEW, REQUEST_EXTENSION, IN_REVIEW, "行政许可法第四十二条第一款", Party.REVIEWER),
          row(IN_REVIEW, APPROVE_EXTENSION, IN_REVIEW, "行政许可法第四十二条第一款", Party.HEAD),
          row(IN_REVIEW, REJECT_EXTENSION, IN_REVIEW, "行政许可法第四十二条第一款", Party.HEAD),
          // special procedures: their time does not count, the applicant is told in writing
          row(IN_REVIEW, START_SPECIAL, IN_REVIEW, "行政许可法第四十五条", Party.REVIEWER),
          row(IN_REVIEW, PROLONG_SPECIAL, IN_REVIEW, "行政许可法第四十五条", Party.REVIEWER),
          row(IN_REVIEW, END_SPECIAL, IN_REVIEW, "行政许可法第四十五条", Party.REVIEWER),
          // deciding
          row(PENDING_DECISION, RETURN, IN_REVIEW, "行政许可法第三十四条", Party.DECIDER),
          row(
              PENDING_DECISION,
              REQUEST_EXTENSION,
              PENDING_DECISION,
              "行政许可法第四十二条第一款",
              Party.DECIDER),
          row(PENDING_DECISION, APPROVE_EXTENSION, PENDING_DECISION, "行政许可法第四十二条第一款", Party.HEAD),
          row(PENDING_DECISION, REJECT_EXTENSION, PENDING_DECISION, "行政许可法第四十二条第一款", Party.HEAD),
          row(PENDING_DECISION, APPROVE, APPROVED, "行政许可法第三十八条第一款", Party.DECIDER),
          row(PENDING_DECISION, REFUSE, REFUSED, "行政许可法第三十八条第二款", Party.DECIDER),
          // delivering: online when the applicant opens the result, or at the window
          row(APPROVED, DELIVER, DELIVERED, "行政许可法第四十四条", Party.WINDOW, Party.APPLICANT),
          row(REFUSED, DELIVER, DELIVERED, "行政许可法第三十八条第二款", Party.WINDOW, Party.APPLICANT),
          // deferred papers (容缺后补): promised with the application, handed in while the clock runs
          row(SUBMITTED, PROMISE_LATER, SUBMITTED, DEFERRAL, Party.APPLICANT, Party.WINDOW),
          row(IN_REVIEW, HAND_IN_LATER, IN_REVIEW, DEFERRAL, Party.APPLICANT, Party.WINDOW),
          row(IN_REVIEW, CONFIRM_LATER, IN_REVIEW, DEFERRAL, Party.WINDOW, Party.REVIEWER),
          row(IN_REVIEW, RETURN_LATER, IN_REVIEW, DEFERRAL, Party.WINDOW, Party.REVIEWER),
          row(IN_REVIEW, MISS_LATER, IN_REVIEW, DEFERRAL, Party.SYSTEM),
          row(IN_REVIEW, LAPSE, WITHDRAWN, DEFERRAL, Party.SYSTEM),
          row(IN_REVIEW, TERMINATE, TERMINATED, DEFERRAL, Party.DECIDER),
          row(
              PENDING_DECISION,
              HAND_IN_LATER,
              PENDING_DECISION,
              DEFERRAL,
              Party.APPLICANT,
              Party.WINDOW),
          row(
              PENDING_DECISION,
              CONFIRM_LATER,
              PENDING_DECISION,
              DEFERRAL,
              Party.WINDOW,
              Party.REVIEWER),
          row(
              PENDING_DECISION,
              RETURN_LATER,
              PENDING_DECISION,
              DEFERRAL,
              Party.WINDOW,
              Party.REVIEWER),
          row(PENDING_DECISION, MISS_LATER, PENDING_DECISION, DEFERRAL, Party.SYSTEM),
          row(PENDING_DECISION, LAPSE, WITHDRAWN, DEFERRAL, Party.SYSTEM),
          row(PENDING_DECISION, TERMINATE, TERMINATED, DEFERRAL, Party.DECIDER),
          row(APPROVED, HAND_IN_LATER, APPROVED, DEFERRAL, Party.APPLICANT, Party.WINDOW),
          row(APPROVED, CONFIRM_LATER, APPROVED, DEFERRAL, Party.WINDOW, Party.REVIEWER),
          row(APPROVED, RETURN_LATER, APPROVED, DEFERRAL, Party.WINDOW, Party.REVIEWER),
          row(APPROVED, MISS_LATER, APPROVED, DEFERRAL, Party.SYSTEM),
          // the certificate that was given on the promise has been taken back
          row(APPROVED, TERMINATE, TERMINATED, "行政许可法第六十九条（撤销）、容缺受理规定", Party.SYSTEM),
          // withdrawing, at any time before the decision
          row(SUBMITTED, WITHDRAW, WITHDRAWN, "申请人自愿", Party.APPLICANT),
          row(CORRECTING, WITHDRAW, WITHDRAWN, "申请人自愿", Party.APPLICANT),
          row(IN_REVIEW, WITHDRAW, WITHDRAWN, "申请人自愿", Party.APPLICANT),
          row(PENDING_DECISION, WITHDRAW, WITHDRAWN, "申请人自愿", Party.APPLICANT));

  public static final List<Transition> TABLE =
      Stream.concat(STEPS.stream(), HOLDING.stream()).toList();

  private LifeCycle() {}

  /** The party whose turn it is to do the next step of a department's work; empty for others. */
  public static Optional<Party> turn(State state) {
    return HOLDING.stream()
        .filter(row -> row.from() == state && row.action() == TAKE)
        .findFirst()
        .map(row -> row.by().iterator().next());
  }

  public static Optional<Transition> find(State from, Action action, Party by) {
    return TABLE.stream()
        .filter(row -> row.from() == from && row.action() == action && row.by().contains(by))
        .findFirst();
  }

  /** Actions that one of these parties may take now, in table order. */
  public static List<Action> allowed(State from, Set<Party> parties) {
    return TABLE.stream()
        .filter(row -> row.from() == from && row.by().stream().anyMatch(parties::contains))
        .map(Transition::action)
        .distinct()
        .toList();
  }

  private static Transition row(State from, Action action, State to, String basis, Party... by) {
    return new Transition(from, action, Set.of(by), to, basis);
  }
}
