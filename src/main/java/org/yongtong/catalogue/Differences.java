package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changed between two versions of an item's content, place by place. */
public final class Differences {

  /** What makes a row of a list the same row, in this order. */
  private static final List<String> IDENTITIES = List.of("id", "name", "q", "article", "label");

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /**
   * @param place e.g. {@code limits.promised_days}, {@code papers[营业执照].copies}
   * @param before "" when it was not there
   * @param after "" when it is not there any more
   */
  public record Difference(String place, String before, String after) {}

  public static List<Difference> between(Map<String, Object> before, Map<String, Object> after) {
    var differences = new Differences();
    differences.maps("", before, after);
    return List.copyOf(differences.found);
  }

  private void maps(String place, Map<?, ?> before, Map<?, ?> after) {
    Set<String> keys = new LinkedHashSet<>();
    after.keySet().forEach(key -> keys.add(String.valueOf(key)));
    before.keySet().forEach(key -> keys.add(String.valueOf(key)));
    for (String key : place.isEmpty() ? new TreeSet<>(keys) : keys) {
      value(place.isEmpty() ? key : place + "." + key, before.get(key), after.get(key));
    }
  }

  private void value(String place, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
      maps(place, one, other);
    } else if (rows(before) && rows(after) && (before != null || after != null)) {
      lists(place, list(before), list(after));
    } else {
      found.add(new Difference(place, words(before), words(after)));
    }
  }

  private static boolean rows(@Nullable Object value) {
    return value == null
        || value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private void lists(String place, List<?> before, List<?> after) {
    Map<String, Map<?, ?>> old = byIdentity(before);
    Map<String, Map<?, ?>> now = byIdentity(after);
    now.forEach(
        (identity, row) -> {
          String at = "%s[%s]".formatted(place, label(row, identity));
          Map<?, ?> was = old.get(identity);
          if (was == null) {
            found.add(new Difference(at, "", words(row)));
          } else {
            maps(at, was, row);
          }
        });
    old.forEach(
        (identity, row) -> {
          if (!now.containsKey(identity)) {
            found.add(
                new Difference("%s[%s]".formatted(place, label(row, identity)), words(row), ""));
          }
        });
    var kept = new ArrayList<>(old.keySet());
    kept.retainAll(now.keySet());
    var keptNow = new ArrayList<>(now.keySet());
    keptNow.retainAll(old.keySet());
    if (!kept.equals(keptNow)) {
      found.add(new Difference(place, String.join("、", kept), String.join("、", keptNow)));
    }
  }

  private static Map<String, Map<?, ?>> byIdentity(List<?> rows) {
    var all = new LinkedHashMap<String, Map<?, ?>>();
    for (Object each : rows) {
      var row = (Map<?, ?>) each;
      String identity =
          IDENTITIES.stream()
              .filter(row::containsKey)
              .map(key -> String.valueOf(row.get(key)))
              .findFirst()
              .orElseGet(() -> words(row));
      String unique = identity;
      for (int i = 2; all.containsKey(unique); i++) {
        unique = identity + " " + i;
      }
      all.put(unique, row);
    }
    return all;
  }

  private static String label(Map<?, ?> row, String identity) {
    Object name = row.get("name");
    return (name == null ? identity : name.toString()).replaceAll("[\\[\\]]", "");
  }

  private static String words(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> list -> String.join("、", list.stream().map(Differences::words).toList());
      case Map<?, ?> map ->
          String.join(
              "，",
              map.values().stream()
                  .map(Differences::words)
                  .filter(each -> !each.isEmpty())
                  .toList());
      case Boolean flag -> flag ? "是" : "否";
      default -> value.toString();
    };
  }
}
