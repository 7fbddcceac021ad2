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

/**
 * The straight way of a case through its life cycle: without detours to the end that lies farthest
 * from the beginning (the delivered result, not a refusal on the way).
 */
record MainWay(List<State> states) {

  static MainWay of(List<Move> moves) {
    if (moves.isEmpty()) {
      return new MainWay(List.of());
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
    return new MainWay(path(farthest, before));
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

  /** Negative when the state is not on the way. */
  int place(State state) {
    return states.indexOf(state);
  }

  /** The state after this one on the way; itself at the end. */
  State after(State state) {
    int place = place(state);
    return states.get(Math.min(place + 1, states.size() - 1));
  }
}
