package org.yongtong.catalogue.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yongtong.catalogue.flow.FlowChart.Arrow;
import org.yongtong.catalogue.flow.FlowChart.Box;

/**
 * Which box stands where: the longest way through the flow goes straight down, everything else
 * stands to its right beside the box that it follows. Two columns are all that a phone has room
 * for.
 */
final class FlowLayout {

  static final double NAME_SIZE = 16;
  static final double TEXT_SIZE = 15;
  static final double NAME_LINE = 23;
  static final double TEXT_LINE = 21;
  static final double PAD = 9;
  static final double PORT = 14;
  static final double FIRST_PORT = 20;

  private static final double WAY = 200;
  private static final double SIDE = 134;
  private static final double ALONE = 344;
  private static final double DOWN = 32;
  private static final double BETWEEN = 16;

  /**
   * @param way on the way straight down, else beside it
   */
  record Place(
      Box box,
      boolean way,
      double top,
      double width,
      double height,
      List<String> name,
      List<List<String>> details) {

    double bottom() {
      return top + height;
    }

    Place at(double newTop) {
      return new Place(box, way, newTop, width, height, name, details);
    }
  }

  private final FlowChart chart;
  private final List<Box> way;
  private final Set<Arrow> back;

  private FlowLayout(FlowChart chart) {
    this.chart = chart;
    this.back = new HashSet<>();
    findBack(chart.boxes().getFirst().id(), new ArrayDeque<>(), new HashSet<>());
    this.way = longest();
  }

  /** Every box with its place, in the order of the way down and, beside it, of dependence. */
  static Map<String, Place> of(FlowChart chart) {
    return new FlowLayout(chart).places();
  }

  /** Arrows that lead back to where one has been. */
  static Set<Arrow> back(FlowChart chart) {
    return new FlowLayout(chart).back;
  }

  private void findBack(String id, ArrayDeque<String> path, Set<String> done) {
    path.push(id);
    for (Arrow arrow : from(id)) {
      if (path.contains(arrow.to())) {
        back.add(arrow);
      } else if (!done.contains(arrow.to())) {
        findBack(arrow.to(), path, done);
      }
    }
    done.add(id);
    path.pop();
  }

  private List<Arrow> from(String id) {
    return chart.arrows().stream().filter(arrow -> arrow.from().equals(id)).toList();
  }

  private List<Arrow> forward(String id) {
    return from(id).stream().filter(arrow -> !back.contains(arrow)).toList();
  }

  private List<Box> longest() {
    var best = new HashMap<String, List<Box>>();
    longestFrom(chart.boxes().getFirst(), best);
    return best.getOrDefault(chart.boxes().getFirst().id(), List.of());
  }

  private List<Box> longestFrom(Box box, Map<String, List<Box>> best) {
    List<Box> known = best.get(box.id());
    if (known != null) {
      return known;
    }
    List<Box> rest = List.of();
    int most = Integer.MIN_VALUE;
    for (Arrow arrow : forward(box.id())) {
      Box next = chart.box(arrow.to());
      if (next.look() == FlowChart.Look.ASIDE) {
        continue;
      }
      List<Box> candidate = longestFrom(next, best);
      // when two ways are as long, the one without a refusal
      int refusals =
          (int) candidate.stream().filter(each -> each.look() == FlowChart.Look.REFUSED).count();
      int worth = 4 * candidate.size() - refusals;
      if (worth > most) {
        most = worth;
        rest = candidate;
      }
    }
    var path = new ArrayList<Box>();
    path.add(box);
    path.addAll(rest);
    best.put(box.id(), path);
    return path;
  }

  private Map<String, Place> places() {
    boolean alone = way.size() == chart.boxes().size();
    var places = new HashMap<String, Place>();
    double wayBottom = -DOWN;
    double sideBottom = -BETWEEN;
    String lastBeside = "";
    for (Box box : inOrder()) {
      boolean onWay = way.contains(box);
      double width = onWay ? (alone ? ALONE : WAY) : SIDE;
      Place place = measured(box, onWay, width);
      double top = onWay ? wayBottom + DOWN : 0;
      if (onWay && hasBeside(box)) {
        top = Math.max(top, sideBottom + BETWEEN); // so that the two stand at one height
      }
      for (Arrow arrow : chart.arrows()) {
        Place before = places.get(arrow.from());
        if (!arrow.to().equals(box.id()) || before == null || back.contains(arrow)) {
          continue;
        }
        if (onWay && !before.way()) {
          top = Math.max(top, before.bottom() - 12);
        } else if (!onWay) {
          top = Math.max(top, before.way() ? before.top() : before.bottom() + DOWN);
        }
      }
      if (!onWay) {
        boolean follows =
            !lastBeside.isEmpty() && chart.arrows().contains(new Arrow(lastBeside, box.id()));
        top = Math.max(top, sideBottom + (follows ? DOWN : BETWEEN));
        sideBottom = top + place.height();
        lastBeside = box.id();
      } else {
        wayBottom = top + place.height();
      }
      places.put(box.id(), place.at(top));
    }
    return places;
  }

  private boolean hasBeside(Box box) {
    return forward(box.id()).stream().anyMatch(arrow -> !way.contains(chart.box(arrow.to())));
  }

  /** What comes before first; what stands beside before what follows on the way. */
  private List<Box> inOrder() {
    var waiting = new ArrayList<>(chart.boxes());
    waiting.sort(
        Comparator.comparing((Box box) -> way.contains(box))
            .thenComparing(box -> chart.boxes().indexOf(box)));
    var order = new ArrayList<Box>();
    var placed = new HashSet<String>();
    while (!waiting.isEmpty()) {
      Box next =
          waiting.stream()
              .filter(
                  box ->
                      chart.arrows().stream()
                          .filter(arrow -> !back.contains(arrow) && arrow.to().equals(box.id()))
                          .allMatch(arrow -> placed.contains(arrow.from())))
              .findFirst()
              .orElse(waiting.getFirst());
      waiting.remove(next);
      placed.add(next.id());
      order.add(next);
    }
    return order;
  }

  private Place measured(Box box, boolean onWay, double width) {
    double room = width - 2 * PAD;
    List<String> name = TextWidth.lines(box.name(), NAME_SIZE * 1.03, room);
    List<List<String>> details =
        box.details().stream().map(text -> TextWidth.lines(text, TEXT_SIZE, room)).toList();
    int lines = details.stream().mapToInt(List::size).sum();
    long ports =
        chart.arrows().stream()
            .filter(arrow -> arrow.from().equals(box.id()) || arrow.to().equals(box.id()))
            .filter(
                arrow ->
                    way.contains(chart.box(arrow.from())) != way.contains(chart.box(arrow.to())))
            .count();
    double height =
        Math.max(
            2 * PAD + name.size() * NAME_LINE + lines * TEXT_LINE, FIRST_PORT + ports * PORT + 4);
    return new Place(box, onWay, 0, width, height, name, details);
  }
}
