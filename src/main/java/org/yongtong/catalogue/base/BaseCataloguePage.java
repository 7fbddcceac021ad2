package org.yongtong.catalogue.base;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The base catalogue (基本目录): main items with their sub-items and handling items.
 *
 * @param q words looked for
 * @param found handling items that fit
 */
public record BaseCataloguePage(
    String q,
    @Nullable String kind,
    @Nullable String department,
    List<Choice> kinds,
    List<Choice> departments,
    int total,
    int found,
    List<Main> mains,
    int number,
    int pages,
    @Nullable String previous,
    @Nullable String next) {

  public record Choice(String value, String word, int count) {}

  /**
   * @param code base code that ends in 000
   * @param single the main item is handled as one item, nothing to unfold
   */
  public record Main(
      String code, String name, String kind, String body, boolean single, List<Sub> subs) {}

  /**
   * @param name null where the main item has no sub-items
   */
  public record Sub(String code, @Nullable String name, List<Item> items) {}

  /**
   * A handling item.
   *
   * @param serial of the handling item, or null
   * @param levels on which level how many bodies run it, e.g. 市级 1 · 县级 12
   */
  public record Item(
      String lead,
      String taskCode,
      String name,
      @Nullable String serial,
      List<String> levels,
      boolean suspended) {}

  public boolean filtered() {
    return !q.isEmpty() || kind != null || department != null;
  }
}
