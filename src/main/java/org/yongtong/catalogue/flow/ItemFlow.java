// long: the whole way of a case, step by step
package org.yongtong.catalogue.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.CaseMoves.Move;
import org.yongtong.catalogue.CaseMoves.Party;
import org.yongtong.catalogue.CaseMoves.State;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.ServiceItem.Kind;
import org.yongtong.catalogue.ServiceItem.Step;
import org.yongtong.catalogue.Situation;
import org.yongtong.catalogue.StopRule;
import org.yongtong.catalogue.flow.FlowChart.Arrow;
import org.yongtong.catalogue.flow.FlowChart.Box;
import org.yongtong.catalogue.flow.FlowChart.Look;
import org.yongtong.platform.web.Role;

/**
 * The flow of a service item: the item's own steps on the straight way of the life cycle that cases
 * run through, and beside them every other way the life cycle allows.
 */
final class ItemFlow {

  private static final String APPLICANT = "APPLICANT";
  private static final String SYSTEM = "SYSTEM";

  private final ServiceItem item;

  /** The item's steps, or those of one situation. */
  private final List<Step> steps;

  /** Steps of which it is not known yet whether they are needed. */
  private final List<Step> open;

  private final List<Move> moves;
  private final MainWay way;
  private final UnaryOperator<String> bodyName;
  private final List<Box> boxes = new ArrayList<>();
  private final Set<Arrow> arrows = new LinkedHashSet<>();

  /** The boxes of each state on the way: the item's steps that are done in it. */
  private final Map<State, List<Box>> boxesOf = new LinkedHashMap<>();

  private final Set<String> shown = new HashSet<>();

  private ItemFlow(
      ServiceItem item,
      List<Step> steps,
      List<Step> open,
      List<Move> moves,
      UnaryOperator<String> bodyName) {
    this.item = item;
    this.steps = steps;
    this.open = open;
    this.moves = moves;
    this.way = MainWay.of(moves);
    this.bodyName = bodyName;
  }

  /**
   * @param moves at least one
   * @param bodyName name of a department by its key
   */
  static FlowChart of(ServiceItem item, List<Move> moves, UnaryOperator<String> bodyName) {
    return new ItemFlow(item, item.steps(), item.steps(), moves, bodyName).chart();
  }

  /** Without the steps that the answers have ruled out. */
  static FlowChart of(
      ServiceItem item, Situation situation, List<Move> moves, UnaryOperator<String> bodyName) {
    List<Step> spared = situation.steps().spared();
    return new ItemFlow(
            item,
            item.steps().stream().filter(step -> !spared.contains(step)).toList(),
            situation.steps().undecided(),
            moves,
            bodyName)
        .chart();
  }

  private FlowChart chart() {
    var apply = new Box("apply", Look.BEGIN, "申请", "申请人", null, null, "在线填写并提交，或者到窗口提交");
    boxes.add(apply);
    stepsOntoTheWay();
    Box before = apply;
    for (State state : way.states()) {
      for (Box box : boxesOf(state)) {
        boxes.add(box);
        arrows.add(new Arrow(before.id(), box.id()));
        before = box;
      }
      if (!state.closed()) {
        beside(state);
      }
    }
    return new FlowChart(item.name() + "办理流程图", boxes, List.copyOf(arrows));
  }

  private List<Box> boxesOf(State state) {
    return Objects.requireNonNull(boxesOf.get(state), state.key());
  }

  private void stepsOntoTheWay() {
    for (State state : way.states()) {
      boxesOf.put(state, new ArrayList<>());
    }
    List<State> states = way.statesOf(steps);
    for (int i = 0; i < states.size(); i++) {
      State state = states.get(i);
      boxesOf(state).add(box(i, state, boxesOf(state).isEmpty()));
    }
    for (State state : way.states()) {
      if (boxesOf(state).isEmpty()) {
        boxesOf(state).add(box(state));
      }
    }
  }

  private Box box(int number, State state, boolean firstOfState) {
    Step step = steps.get(number);
    String who =
        way.onward(state).stream()
            .flatMap(move -> move.by().stream())
            .filter(party -> party.key().equals(step.role().name()))
            .map(Party::word)
            .findFirst()
            .orElse(step.role().word());
    return new Box(
        "step-" + (number + 1),
        Look.STEP,
        step.name(),
        who,
        step.days() == 0 ? "当场" : step.days() + " 个工作日",
        firstOfState ? way.onward(state).stream().findFirst().map(this::basis).orElse(null) : null,
        step.when() == null || !open.contains(step)
            ? step.duty()
            : "（%s）%s".formatted(only(step), step.duty()));
  }

  /** For whom the step is. */
  private static String only(Step step) {
    String words = step.whenWords();
    return words == null ? "按情形" : words;
  }

  /** A state in which the item names no step of its own. */
  private Box box(State state) {
    if (state.closed()) {
      return new Box(id(state), Look.END, state.word(), null, null, null, null);
    }
    List<Move> onward = way.onward(state);
    return new Box(
        id(state),
        Look.STEP,
        onward.isEmpty() ? state.word() : onward.getFirst().action(),
        onward.isEmpty() ? null : parties(onward.getFirst()),
        null,
        onward.isEmpty() ? null : basis(onward.getFirst()),
        null);
  }

  private void beside(State state) {
    var notes = new ArrayList<String>();
    for (Move move : moves) {
      if (!move.from().equals(state) || way.onward(state).contains(move) && !only(move, SYSTEM)) {
        continue;
      }
      if (withdraws(move)) {
        note(notes, move, "申请人可以" + move.action());
      } else if (move.to().equals(state)) {
        meanwhile(notes, move);
      } else if (way.passes(move.to())) {
        note(notes, move, move.action());
      } else {
        branch(state, move);
      }
    }
    specialProcedures(state);
    if (state.equals(way.states().getFirst()) && !item.more().routing().isEmpty()) {
      notes.add("补正以后按规则归别的部门办的，转交承办部门");
    }
    if (!notes.isEmpty()) {
      aside(
          state,
          new Box(
              "note-" + id(state), Look.ASIDE, "另外", String.join("；", notes), null, null, null));
    }
  }

  /** What may be done in several states is said once, where it can first be done. */
  private void note(List<String> notes, Move move, String action) {
    if (shown.add(move.action())) {
      notes.add(move.when() == null ? action : move.when() + "，" + action);
    }
  }

  /**
   * Something that happens while the case stays where it is; acts with one basis belong together.
   */
  private void meanwhile(List<String> notes, Move move) {
    if (only(move, APPLICANT) || !shown.add("meanwhile " + move.basis())) {
      return;
    }
    String others =
        moves.stream()
            .filter(
                other ->
                    other.from().equals(move.from())
                        && other.to().equals(move.to())
                        && other.basis().equals(move.basis())
                        && !only(other, APPLICANT)
                        && !other.by().equals(move.by()))
            .map(ItemFlow::parties)
            .distinct()
            .collect(Collectors.joining("、"));
    note(notes, move, move.action() + (others.isEmpty() ? "" : "，由" + others + "决定"));
  }

  /** To a state that is not on the straight way. */
  private void branch(State state, Move move) {
    String id = id(move.to());
    arrows.add(new Arrow(boxesOf(state).getLast().id(), id));
    if (!shown.add(id)) {
      return;
    }
    List<Move> further =
        moves.stream().filter(next -> next.from().equals(move.to()) && !withdraws(next)).toList();
    boolean comesBack = further.stream().anyMatch(next -> next.to().equals(state));
    boxes.add(
        new Box(
            id,
            comesBack ? Look.STEP : Look.REFUSED,
            comesBack || move.to().closed() ? move.action() : move.action() + noun(),
            move.when(),
            null,
            basis(move),
            null));
    for (Move next : further) {
      if (way.passes(next.to())) {
        arrows.add(new Arrow(id, boxesOf(next.to()).getFirst().id()));
      }
    }
  }

  private boolean withdraws(Move move) {
    return only(move, APPLICANT) && move.to().closed() && !way.passes(move.to());
  }

  /** Special procedures with their own time, and whether it counts (行政许可法第四十五条). */
  private void specialProcedures(State state) {
    boolean reviewing =
        way.onward(state).stream()
            .flatMap(move -> move.by().stream())
            .anyMatch(party -> party.key().equals(Role.REVIEWER.name()));
    if (!reviewing) {
      return;
    }
    for (ServiceItem.Special each : item.more().special()) {
      @Nullable String body = each.body();
      aside(
          state,
          new Box(
              "special-" + (boxes.size() + 1),
              Look.ASIDE,
              each.name(),
              body == null ? null : bodyName.apply(body),
              each.days() + (StopRule.of(each).stops() ? " 个工作日，不计入办理时限" : " 个工作日，计入办理时限"),
              each.basis(),
              null));
    }
  }

  private void aside(State state, Box box) {
    boxes.add(box);
    arrows.add(new Arrow(boxesOf(state).getFirst().id(), box.id()));
  }

  /** The law on permits is no basis for other items; theirs is in the item itself. */
  private @Nullable String basis(Move move) {
    return item.kind() == Kind.PERMIT && move.basis().contains("法") ? move.basis() : null;
  }

  private String noun() {
    return switch (item.kind()) {
      case PERMIT -> "许可";
      case CONFIRMATION -> "确认";
      case BENEFIT -> "给付";
      case REWARD -> "奖励";
      case ADJUDICATION, OTHER, SERVICE -> "办理";
    };
  }

  private static boolean only(Move move, String party) {
    return move.by().size() == 1 && move.by().getFirst().key().equals(party);
  }

  private static String parties(Move move) {
    return move.by().stream().map(Party::word).collect(Collectors.joining("、"));
  }

  private static String id(State state) {
    return "state-" + state.key().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
