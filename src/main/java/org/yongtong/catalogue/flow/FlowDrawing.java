// long: one drawing, from boxes to arrows
package org.yongtong.catalogue.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.yongtong.catalogue.flow.FlowChart.Arrow;
import org.yongtong.catalogue.flow.FlowChart.Look;
import org.yongtong.catalogue.flow.FlowLayout.Place;

/**
 * Draws a flow as SVG that stands alone, in a page, in a file and on paper: no style sheet, no
 * script, colours of the token file as attributes. Drawn for a phone's width, so that its type is
 * never smaller than 14 px there.
 */
final class FlowDrawing {

  static final String INK = "#17222e";
  static final String SOFT = "#465362";
  static final String RIVER = "#0f4c81";
  static final String RIVER_PALE = "#eaf1f8";
  static final String LINE = "#7a8795";
  static final String PAPER = "#fff";
  static final String GREEN = "#0e5a2f";
  static final String GREEN_PALE = "#e8f5ec";
  static final String WARM = "#a03c08";
  static final String WARM_PALE = "#fff3ea";

  private static final String FONT =
      "-apple-system, BlinkMacSystemFont, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei',"
          + " 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', sans-serif";
  private static final double MARGIN = 6;
  private static final double LANE = 8;
  private static final double GUTTER = 22;

  private final FlowChart chart;
  private final Map<String, Place> places;
  private final Set<Arrow> back;
  private final List<Route> routes = new ArrayList<>();
  private final StringBuilder svg = new StringBuilder(8_000);
  private double wayLeft;
  private double sideLeft;
  private double right;

  private FlowDrawing(FlowChart chart) {
    this.chart = chart;
    this.places = FlowLayout.of(chart);
    this.back = FlowLayout.back(chart);
  }

  /**
   * @param id begins the ids of title and description, so that several drawings may stand in one
   *     page
   */
  static String svg(FlowChart chart, String id) {
    return new FlowDrawing(chart).draw(id);
  }

  private enum Channel {
    /** Left of the way down: arrows that pass boxes by or lead back. */
    LEFT,
    /** Between the columns. */
    BETWEEN,
    /** Right of what stands beside. */
    RIGHT
  }

  /** An arrow that is not simply straight down: where it leaves, where it arrives, which lane. */
  private static final class Route {
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

    boolean meets(Route other) {
      return Math.min(from, to) - 4 < Math.max(other.from, other.to)
          && Math.min(other.from, other.to) - 4 < Math.max(from, to);
    }
  }

  private String draw(String id) {
    route();
    int leftLanes = lanes(Channel.LEFT);
    int between = lanes(Channel.BETWEEN);
    int rightLanes = lanes(Channel.RIGHT);
    boolean beside = places.values().stream().anyMatch(place -> !place.way());
    double wayWidth =
        places.values().stream().filter(Place::way).mapToDouble(Place::width).max().orElse(0);
    double sideWidth =
        places.values().stream()
            .filter(place -> !place.way())
            .mapToDouble(Place::width)
            .max()
            .orElse(0);
    wayLeft = MARGIN + (leftLanes == 0 ? 0 : leftLanes * LANE + 6);
    sideLeft = wayLeft + wayWidth + (beside ? GUTTER + Math.max(0, between - 1) * LANE : 0);
    right = beside ? sideLeft + sideWidth : wayLeft + wayWidth;
    double width = right + (rightLanes == 0 ? 0 : rightLanes * LANE + 6) + MARGIN;
    double height =
        places.values().stream().mapToDouble(Place::bottom).max().orElse(0) + 2 * MARGIN;
    open(id, width, height);
    chart.arrows().stream().filter(this::straightDown).forEach(this::drawDown);
    routes.forEach(this::drawRoute);
    chart.boxes().forEach(box -> drawBox(place(box.id())));
    return svg.append("</g></svg>").toString();
  }

  private Place place(String id) {
    return Objects.requireNonNull(places.get(id), id);
  }

  private void route() {
    for (Arrow arrow : chart.arrows()) {
      if (!straightDown(arrow)) {
        routes.add(new Route(arrow, channel(arrow)));
      }
    }
    var ports = new HashMap<String, Integer>();
    // those that go out sideways first, so that the first is a straight line
    routes.sort(
        Comparator.comparing((Route route) -> !place(route.arrow.from()).way())
            .thenComparing(route -> back.contains(route.arrow)));
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

  /** To the next box of the same column, with nothing in between. */
  private boolean straightDown(Arrow arrow) {
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

  private int lanes(Channel channel) {
    return routes.stream()
        .filter(route -> route.channel == channel && !route.straight())
        .mapToInt(route -> route.lane + 1)
        .max()
        .orElse(0);
  }

  private void open(String id, double width, double height) {
    svg.append(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flow-chart\" role=\"img\""
                + " aria-labelledby=\"")
        .append(id)
        .append("-t ")
        .append(id)
        .append("-d\" viewBox=\"0 0 ")
        .append(n(width))
        .append(' ')
        .append(n(height))
        .append("\" width=\"")
        .append(n(width))
        .append("\" height=\"")
        .append(n(height))
        .append("\"><title id=\"")
        .append(id)
        .append("-t\">")
        .append(text(chart.title()))
        .append("</title><desc id=\"")
        .append(id)
        .append("-d\">")
        .append(text(chart.spoken()))
        .append("</desc><g font-family=\"")
        .append(FONT)
        .append("\" font-size=\"")
        .append(n(FlowLayout.TEXT_SIZE))
        .append("\">");
  }

  private double left(Place place) {
    return place.way() ? wayLeft : sideLeft;
  }

  private void drawDown(Arrow arrow) {
    Place from = place(arrow.from());
    Place to = place(arrow.to());
    double x = left(from) + from.width() / 2;
    line(
        arrow, "M%s %sV%s".formatted(n(x), y(from.bottom()), y(to.top() - (aside(arrow) ? 0 : 6))));
    if (!aside(arrow)) {
      head(x, to.top(), 'd');
    }
  }

  private void drawRoute(Route route) {
    Place from = place(route.arrow.from());
    Place to = place(route.arrow.to());
    boolean outRight =
        route.channel == Channel.RIGHT || route.channel == Channel.BETWEEN && from.way();
    boolean inLeft =
        route.channel == Channel.LEFT || route.channel == Channel.BETWEEN && from.way();
    double x1 = left(from) + (outRight ? from.width() : 0);
    double edge = left(to) + (inLeft ? 0 : to.width());
    double x2 = aside(route.arrow) ? edge : edge + (inLeft ? -6 : 6);
    double lane =
        switch (route.channel) {
          case LEFT -> wayLeft - 8 - route.lane * LANE;
          case BETWEEN -> wayLeft + wayWidth() + 10 + route.lane * LANE;
          case RIGHT -> right + 8 + route.lane * LANE;
        };
    line(
        route.arrow,
        route.straight()
            ? "M%s %sH%s".formatted(n(x1), y(route.from), n(x2))
            : "M%s %sH%sV%sH%s".formatted(n(x1), y(route.from), n(lane), y(route.to), n(x2)));
    if (!aside(route.arrow)) {
      head(edge, route.to, inLeft ? 'r' : 'l');
    }
  }

  private double wayWidth() {
    return places.values().stream().filter(Place::way).mapToDouble(Place::width).max().orElse(0);
  }

  /** What stands aside is joined by a broken line without a head. */
  private boolean aside(Arrow arrow) {
    return place(arrow.to()).box().look() == Look.ASIDE;
  }

  private void line(Arrow arrow, String path) {
    svg.append("<path d=\"")
        .append(path)
        .append("\" fill=\"none\" stroke=\"")
        .append(aside(arrow) ? LINE : RIVER)
        .append("\" stroke-width=\"1.5\" stroke-linejoin=\"round\"")
        .append(aside(arrow) ? " stroke-dasharray=\"4 3\"" : "")
        .append("/>");
  }

  private void head(double x, double top, char way) {
    double y = top + MARGIN;
    String path =
        switch (way) {
          case 'd' -> "M%s %sl-5 -8h10z".formatted(n(x), n(y));
          case 'r' -> "M%s %sl-8 -5v10z".formatted(n(x), n(y));
          default -> "M%s %sl8 -5v10z".formatted(n(x), n(y));
        };
    svg.append("<path d=\"").append(path).append("\" fill=\"").append(RIVER).append("\"/>");
  }

  private void drawBox(Place place) {
    Look look = place.box().look();
    String fill =
        switch (look) {
          case BEGIN -> RIVER_PALE;
          case END -> GREEN_PALE;
          case REFUSED -> WARM_PALE;
          case STEP, ASIDE -> PAPER;
        };
    String stroke =
        switch (look) {
          case BEGIN, STEP -> RIVER;
          case END -> GREEN;
          case REFUSED -> WARM;
          case ASIDE -> LINE;
        };
    double radius = look == Look.STEP || look == Look.ASIDE ? 6 : Math.min(20, place.height() / 2);
    svg.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"%s/>"
            .formatted(
                n(left(place)),
                y(place.top()),
                n(place.width()),
                n(place.height()),
                n(radius),
                fill,
                stroke,
                look == Look.ASIDE ? " stroke-dasharray=\"4 3\"" : ""));
    words(place);
  }

  private void words(Place place) {
    double x = left(place) + place.width() / 2;
    int details = place.details().stream().mapToInt(List::size).sum();
    double content = place.name().size() * FlowLayout.NAME_LINE + details * FlowLayout.TEXT_LINE;
    double y = place.top() + MARGIN + (place.height() - content) / 2;
    for (String line : place.name()) {
      write(
          x,
          y + 17,
          line,
          " font-size=\"%s\" font-weight=\"600\"".formatted(n(FlowLayout.NAME_SIZE)),
          INK);
      y += FlowLayout.NAME_LINE;
    }
    for (List<String> paragraph : place.details()) {
      String whole = place.box().details().get(place.details().indexOf(paragraph));
      String colour = whole.equals(place.box().days()) ? RIVER : SOFT;
      for (String line : paragraph) {
        write(x, y + 15.5, line, "", colour);
        y += FlowLayout.TEXT_LINE;
      }
    }
  }

  private void write(double x, double y, String line, String more, String colour) {
    svg.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" fill=\"%s\"%s>%s</text>"
            .formatted(n(x), n(y), colour, more, text(line)));
  }

  private static String y(double top) {
    return n(top + MARGIN);
  }

  private static String n(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String text(String raw) {
    return raw.codePoints()
        .filter(character -> character >= ' ' && character != 0xFFFE && character != 0xFFFF)
        .mapToObj(
            character ->
                switch (character) {
                  case '&' -> "&amp;";
                  case '<' -> "&lt;";
                  case '>' -> "&gt;";
                  case '"' -> "&quot;";
                  default -> Character.toString(character);
                })
        .collect(Collectors.joining());
  }
}
