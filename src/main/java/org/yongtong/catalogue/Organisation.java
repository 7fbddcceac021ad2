package org.yongtong.catalogue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.platform.CityPack;

/**
 * Departments and places that items may name; can be read from the pack itself, so that items are
 * checked without a database.
 */
public record Organisation(Map<String, Body> departments, Set<String> places) {

  /**
   * @param digits the two department digits of its items' base codes
   * @param creditCode first 18 characters of its items' implementation codes
   * @param division 12-digit code
   */
  public record Body(String digits, String creditCode, String division) {}

  /** As the running platform knows them. */
  public static Organisation of(Directory directory) {
    var bodies = new HashMap<String, Body>();
    for (Department each : directory.departments()) {
      bodies.put(each.key(), new Body(each.itemDigits(), each.creditCode(), each.division()));
    }
    var keys = new HashSet<String>();
    directory.places().forEach(place -> keys.add(place.key()));
    return new Organisation(Map.copyOf(bodies), Set.copyOf(keys));
  }

  public static Organisation read(Path departments, Path places) {
    var bodies = new HashMap<String, Body>();
    for (Map<?, ?> each : list(CityPack.yaml(departments).get("departments"))) {
      bodies.put(
          text(each, "key"),
          new Body(text(each, "item_digits"), text(each, "credit_code"), text(each, "division")));
    }
    var keys = new HashSet<String>();
    for (Map<?, ?> each : list(CityPack.yaml(places).get("places"))) {
      keys.add(text(each, "key"));
    }
    return new Organisation(Map.copyOf(bodies), Set.copyOf(keys));
  }

  /**
   * The body with this key.
   *
   * @throws java.util.NoSuchElementException when there is none: the item was not checked
   */
  Body body(String key) {
    Body body = departments.get(key);
    if (body == null) {
      throw new java.util.NoSuchElementException("no department " + key);
    }
    return body;
  }

  /**
   * The bodies that a claim of the pack names.
   *
   * @param named {@code all} or a list of keys
   */
  List<String> bodies(Level level, @Nullable Object named) {
    if (named instanceof List<?> keys) {
      return keys.stream().map(String::valueOf).toList();
    }
    return departments.entrySet().stream()
        .filter(each -> Level.ofDivision(each.getValue().division()) == level)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<?, ?>> list(@Nullable Object value) {
    return value instanceof List<?> list ? (List<Map<?, ?>>) list : List.of();
  }

  private static String text(Map<?, ?> map, String key) {
    return String.valueOf(map.get(key));
  }
}
