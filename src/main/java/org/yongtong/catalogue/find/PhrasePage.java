package org.yongtong.catalogue.find;

import java.util.List;
import java.util.Map;

/**
 * An everyday phrase on its way to an item.
 *
 * @param q what items are looked for with
 * @param lead id of the item chosen
 * @param problems field → words
 */
public record PhrasePage(
    String phrase, String q, String lead, List<Item> items, Map<String, String> problems) {

  /**
   * @param own whether the viewer may add to it
   */
  public record Item(String id, String name, String path, String department, boolean own) {}
}
