package org.yongtong.catalogue.life;

import java.util.List;

/** All life events, for persons and for legal persons. */
public record LifeEventsPage(List<Group> groups) {

  /**
   * @param id of the heading, also the jump mark
   */
  public record Group(String id, String word, List<Tile> tiles) {}

  public record Tile(String name, String path, String icon, String summary, int items) {}
}
