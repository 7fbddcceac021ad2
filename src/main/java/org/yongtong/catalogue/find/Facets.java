package org.yongtong.catalogue.find;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many leads choosing a value would leave, axis by axis, everything else chosen staying chosen.
 */
record Facets(Map<Axis, Map<String, Integer>> counts) {

  Facets {
    counts = new EnumMap<>(counts);
  }

  int count(Axis axis, String value) {
    return counts.getOrDefault(axis, Map.of()).getOrDefault(value, 0);
  }
}
