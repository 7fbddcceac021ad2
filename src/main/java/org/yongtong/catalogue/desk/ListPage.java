package org.yongtong.catalogue.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The work list of those who maintain the catalogue.
 *
 * @param current key of the tab
 * @param revisions of the tabs of revisions
 * @param items of the tabs of items
 * @param next address of the next page, or null
 * @param setsUp the viewer may set up new items
 */
public record ListPage(
    List<TabView> tabs,
    String current,
    List<RevisionLine> revisions,
    List<ItemLine> items,
    boolean ofItems,
    Filter filter,
    @Nullable String next,
    String empty,
    boolean setsUp,
    boolean manyDepartments) {

  /**
   * @param count e.g. 12 or 99+; "" when not counted
   */
  public record TabView(String key, String word, String count, boolean urgent) {}

  public record RevisionLine(
      String path,
      String number,
      String name,
      String purpose,
      String department,
      String state,
      String tone,
      String effective,
      String changed) {}

  /**
   * @param open address of its open revision, or null
   * @param claim lead that can be claimed here
   */
  public record ItemLine(
      String path,
      String name,
      String code,
      String kind,
      String level,
      String mode,
      String department,
      String state,
      String tone,
      String version,
      @Nullable String open,
      boolean claim) {}

  /**
   * What the items are filtered by.
   *
   * @param q words of the name or digits of the code
   */
  public record Filter(
      String q,
      String kind,
      String level,
      String state,
      Map<String, String> kinds,
      Map<String, String> levels,
      Map<String, String> states) {}
}
