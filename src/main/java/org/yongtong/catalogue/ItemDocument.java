package org.yongtong.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an item by those who maintain it: of a lead the whole item as its file says it,
 * of a claimant only its own part (see {@link ClaimShape}).
 *
 * @param item id of the item
 * @param lead id of the lead that a claimant follows; null for a lead
 * @param data maps, lists, texts, whole numbers and booleans
 */
public record ItemDocument(String item, @Nullable String lead, Map<String, Object> data) {

  public ItemDocument {
    data = Map.copyOf(data);
  }

  /** The id of the item that a body runs after a lead. */
  public static String claimantId(String lead, String department) {
    return lead + "@" + department;
  }
}
