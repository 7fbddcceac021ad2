package org.yongtong.catalogue;

import java.util.List;
import java.util.function.Function;

/**
 * Socket: finds published items by what people say. The catalogue says what is published whenever
 * that changes; answers come from memory.
 */
public interface ItemFinder {

  /**
   * From now on these are published.
   *
   * @param leads by name
   * @param implementations by a lead's id: itself and those below who run it, by level and division
   */
  void show(List<ItemHead> leads, Function<String, List<ItemHead>> implementations);

  /** See {@link Catalogue#search}. */
  List<ItemHead> find(ItemQuery query);
}
