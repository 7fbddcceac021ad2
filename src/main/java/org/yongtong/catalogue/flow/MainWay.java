package org.yongtong.catalogue.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yongtong.catalogue.CaseMoves.Move;
import org.yongtong.catalogue.CaseMoves.State;
import org.yongtong.catalogue.ServiceItem.Step;

/**
 * The straight way of a case through its life cycle: without detours to the end that lies farthest
 * from the beginning (the delivered result, not a refusal on the way).
 */
record MainWay(List<State> states, List<Move> moves) {

  static MainWay of(List<Move> moves) {
    if (moves.isEmpty()) {
      return new MainWay(List.of(), List.of());
    }
    State first = moves.getFirst().from();
    var before = new HashMap<State, State>();
    Set<State> reached = new LinkedHashSet<>(Set.of(first));
    var open = new ArrayDeque<>(List.of(first));
    State farthest = first;
    while (!open.isEmpty()) {
      State at = open.poll();
      if (at.closed()) {
        farthest = at; // breadth first: the last one is the farthest
      }
      for (Move move : moves) {
        if (move.from().equals(at) && reached.add(move.to())) {
          before.put(move.to(), at);
          open.add(move.to());
        }
      }
    }
    return new MainWay(path(farthest, before), List.copyOf(moves));
  }

  private static List<State> path(State end, Map<State, State> before) {
    var path = new ArrayList<State>();
    for (State at = end; at != null; at = before.get(at)) {
      path.addFirst(at);
    }
    return List.copyOf(path);
  }

  boolean passes(State state) {
    return states.contains(state);
  }

  /** The state after this one on the way; itself at the end. */
  State after(State state) {
    int place = states.indexOf(state);
    return states.get(Math.min(place + 1, states.size() - 1));
  }

  /** The moves that lead from a state to the next one on the way. */
  List<Move> onward(State state) {
    return state.closed()
        ? List.of()
        : moves.stream()
            .filter(move -> move.from().equals(state) && move.to().equals(after(state)))
            .toList();
  }

  /**
   * In which state each step is done: the first one, from the step before on, in which its role
   * acts.
   */
  List<State> statesOf(List<Step> steps) {
    var found = new ArrayList<State>();
    int at = 0;
    for (int i = 0; i < steps.size(); i++) {
      int next = next(steps.get(i), at);
      if (next < states.size() && restFits(steps.subList(i + 1, steps.size()), next)) {
        at = next;
      }
      found.add(states.get(at));
    }
    return found;
  }

  /** Whether every later step still finds a state in which its role acts. */
  private boolean restFits(List<Step> later, int from) {
    int at = from;
    for (Step step : later) {
      at = next(step, at);
    }
    return at < states.size();
  }

  private int next(Step step, int from) {
    int at = from;
    while (at < states.size() && !actsIn(states.get(at), step)) {
      at++;
    }
    return at;
  }

  private boolean actsIn(State state, Step step) {
    return onward(state).stream()
        .flatMap(move -> move.by().stream())
        .anyMatch(party -> party.key().equals(step.role().name()));
  }
}
