package org.yongtong.portal;

import java.util.List;
import org.yongtong.platform.web.HomeFigure;

/**
 * What the front page shows.
 *
 * @param phrases everyday words that lead to the search
 * @param foremostEvents the life events that the front page shows; the others are one step away
 */
public record HomePage(
    List<String> phrases,
    List<ItemLink> popular,
    List<Entrance> foremostEvents,
    List<Entrance> lifeEvents,
    List<Entrance> personThemes,
    List<Entrance> legalThemes,
    List<Entrance> departments,
    List<HomeFigure> figures) {

  /** One item with the facts that make one choose it. */
  public record ItemLink(String name, String path, String department, String time, String visits) {}

  /** A way into the catalogue that has at least one item behind it. */
  public record Entrance(String word, String path, String icon, int items) {}
}
