package org.yongtong.casework.file;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.CaseMoves;

/** Gives the life cycle to the catalogue, which draws the flow of each item from it. */
@Component
class LifeCycleMoves implements CaseMoves {

  /**
   * Special procedures are drawn from each item's own, with their days, redirecting from its own
   * routing; what colleagues do among themselves is not part of the flow that the public sees.
   */
  private static final Set<Action> NOT_DRAWN =
      EnumSet.of(
          Action.START_SPECIAL,
          Action.PROLONG_SPECIAL,
          Action.END_SPECIAL,
          Action.REDIRECT,
          Action.PASS_LEVEL,
          Action.TAKE,
          Action.ASSIGN,
          Action.PUT_BACK,
          Action.HAND_OVER,
          Action.CONSULT,
          Action.ANSWER_CONSULT,
          Action.DECLINE_CONSULT,
          Action.RECALL_CONSULT);

  private static final Set<org.yongtong.casework.file.Party> NOT_NAMED =
      EnumSet.of(org.yongtong.casework.file.Party.LEVEL_REVIEWER);

  /** Said with each paper that may follow later, not drawn. */
  private static final Set<Action> DEFERRED =
      Set.of(
          Action.PROMISE_LATER,
          Action.HAND_IN_LATER,
          Action.CONFIRM_LATER,
          Action.RETURN_LATER,
          Action.MISS_LATER,
          Action.LAPSE,
          Action.TERMINATE);

  @Override
  public List<Move> moves() {
    return LifeCycle.TABLE.stream()
        .filter(row -> !NOT_DRAWN.contains(row.action()) && !DEFERRED.contains(row.action()))
        .map(
            row ->
                new Move(
                    state(row.from()),
                    row.action().word(),
                    when(row.action()),
                    row.by().stream()
                        .filter(party -> !NOT_NAMED.contains(party))
                        .sorted(Comparator.naturalOrder())
                        .map(party -> new Party(party.name(), party.word()))
                        .toList(),
                    state(row.to()),
                    row.basis()))
        .toList();
  }

  private static @Nullable String when(Action action) {
    return switch (action) {
      case REQUIRE_CORRECTION -> "材料不齐或者不符合形式的";
      case REFUSE_ACCEPTANCE -> "不需要许可或者不归本机关管的";
      case DEEM_ACCEPTED -> "逾期没有告知补正的";
      case ASK -> "需要说明情况的";
      case REQUEST_EXTENSION -> "期限内不能作出决定的";
      case RETURN -> "需要补充审查的";
      case REFUSE -> "不符合法定条件的";
      case WITHDRAW -> "决定作出前";
      default -> null;
    };
  }

  private static State state(org.yongtong.casework.file.State state) {
    return new State(state.name(), state.word(), state.closed());
  }
}
