package org.yongtong.catalogue;

import java.util.List;

/**
 * Who runs an item, by level and place (谁来办), with the way to each body's guide.
 *
 * @param here task code of the guide that is being read; empty where none is
 */
public record WhoRuns(String lead, String here, List<OnLevel> levels) {

  /**
   * @param places counties in code order; one without a name for the city itself
   */
  public record OnLevel(Level level, int count, List<Place> places) {}

  /** Bodies of one county (or of the city), by division. */
  public record Place(String division, String name, List<Body> bodies) {}

  /**
   * @param mode how it came to the item, in a word; empty for the lead
   */
  public record Body(String taskCode, String name, String mode, boolean suspended) {}

  public int total() {
    return levels.stream().mapToInt(OnLevel::count).sum();
  }

  /** All bodies of all levels are on one page. */
  public String path() {
    return "/catalogue/" + lead;
  }
}
