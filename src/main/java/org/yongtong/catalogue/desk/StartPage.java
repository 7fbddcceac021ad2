package org.yongtong.catalogue.desk;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form that opens a revision.
 *
 * @param fresh a new item is set up; otherwise the item stands in {@code item}
 * @param leads id → name of the department's items, for sub-items and handling items
 * @param typed field → what was typed
 * @param problems field → message
 * @param general why it cannot be opened, or null
 */
public record StartPage(
    boolean fresh,
    String item,
    String itemName,
    String purpose,
    String word,
    String sentence,
    Map<String, String> kinds,
    Map<String, String> ways,
    Map<String, String> leads,
    Map<String, String> typed,
    UUID key,
    Map<String, String> problems,
    @Nullable String general,
    @Nullable String open) {

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }
}
