package org.yongtong.catalogue.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yongtong.catalogue.flow.FlowChart.Arrow;
import org.yongtong.catalogue.flow.FlowLayout.Place;

/**
 * Where the arrows run that do not simply lead straight down: each leaves and arrives at a place of
 * its own on the edge of its box, and no two that meet share a lane.
 */
final class FlowRoutes {

  enum Channel {
    /** Left of the way down: arrows that pass boxes by or lead back. */
    LEFT,
    /** Between the columns. */
    BETWEEN,
    /** Right of what stands beside. */
    RIGHT
  }

  /** Where an arrow leaves, where it arrives, and in which lane it runs. */
  static final class Route {
    final Arrow arrow;
    final Channel channel;
    double from;
    double to;
    int lane;

    Route(Arrow arrow, Channel channel) {
      this.arrow = arrow;
      this.channel = channel;
    }

    boolean straight() {
      return Math.abs(from - to) < 1;
    }

    private boolean meets(Route other) {
      return Math.min(from, to) - 4 < Math.max(other.from, other.to)
          && Math.min(other.from, other.to) - 4 < Math.max(from, to);
    }
  }

  private final Map<String, Place> places;
  private final List<Route> routes = new ArrayList<>();

  FlowRoutes(FlowChart chart, Map<String, Place> places) {
    this.places = places;
    Set<Arrow> back = FlowLayout.back(chart);
    for (Arrow arrow : chart.arrows()) {
      if (!straightDown(arrow)) {
        routes.add(new Route(arrow, channel(arrow)));
      }
    }
    // those that go out sideways first, so that the first is a straight line
    routes.sort(
        Comparator.comparing((Route route) -> !place(route.arrow.from()).way())
            .thenComparing(route -> back.contains(route.arrow)));
    var ports = new HashMap<String, Integer>();
    for (Route route : routes) {
      route.from = port(ports, route.arrow.from(), route.channel);
      route.to = port(ports, route.arrow.to(), route.channel);
    }
    for (Route route : routes) {
      while (!route.straight() && taken(route)) {
        route.lane++;
      }
    }
  }

  List<Route> all() {
    return routes;
  }

  /** How many lanes a channel needs. */
  int lanes(Channel channel) {
    return routes.stream()
        .filter(route -> route.channel == channel && !route.straight())
        .mapToInt(route -> route.lane + 1)
        .max()
        .orElse(0);
  }

  /** To the next box of the same column, with nothing in between. */
  boolean straightDown(Arrow arrow) {
    Place from = place(arrow.from());
    Place to = place(arrow.to());
    return from.way() == to.way()
        && to.top() >= from.bottom()
        && places.values().stream()
            .noneMatch(
                other ->
                    other.way() == from.way()
                        && other.top() >= from.bottom()
                        && other.bottom() <= to.top());
  }

  private Place place(String id) {
    return Objects.requireNonNull(places.get(id), id);
  }

  private boolean taken(Route route) {
    for (Route other : routes) {
      if (other == route) {
        return false;
      }
      if (other.channel == route.channel
          && other.lane == route.lane
          && !other.straight()
          && other.meets(route)) {
        return true;
      }
    }
    return false;
  }

  private double port(Map<String, Integer> ports, String id, Channel channel) {
    Place place = place(id);
    String side =
        channel == Channel.BETWEEN
            ? (place.way() ? ">" : "<")
            : channel == Channel.LEFT ? "<" : ">";
    int used = ports.merge(side + id, 1, Integer::sum) - 1;
    return place.top()
        + Math.min(FlowLayout.FIRST_PORT + used * FlowLayout.PORT, place.height() - 6);
  }

  private Channel channel(Arrow arrow) {
    boolean from = place(arrow.from()).way();
    boolean to = place(arrow.to()).way();
    return from == to ? (from ? Channel.LEFT : Channel.RIGHT) : Channel.BETWEEN;
  }
}
