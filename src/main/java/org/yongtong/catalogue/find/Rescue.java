package org.yongtong.catalogue.find;

import java.util.List;

/**
 * Where to go when a search found nothing.
 *
 * @param phrases everyday names that come near to what was typed, each to be searched
 * @param popular items that many want
 * @param themes of the life events and businesses that have items
 */
public record Rescue(List<Way> phrases, List<Way> popular, List<Way> themes) {

  public record Way(String word, String path) {}
}
