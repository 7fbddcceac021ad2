package org.yongtong.catalogue;

import java.util.ArrayList;
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
  private static final List<String> IDENTITIES = List.of("id", "name", "q", "label");

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
    var old = new ArrayList<Map<?, ?>>();
    before.forEach(row -> old.add((Map<?, ?>) row));
    var left = new ArrayList<>(old);
    var partners = new ArrayList<@Nullable Map<?, ?>>();
    for (Object each : after) {
      Map<?, ?> partner = same((Map<?, ?>) each, left);
      left.remove(partner);
      partners.add(partner);
    }
    // rows that were rewritten have nothing in common but their turn
    for (int i = 0; i < partners.size() && !left.isEmpty(); i++) {
      if (partners.get(i) == null && identity((Map<?, ?>) after.get(i)) == null) {
        partners.set(i, left.removeFirst());
      }
    }
    for (int i = 0; i < partners.size(); i++) {
      var row = (Map<?, ?>) after.get(i);
      Map<?, ?> was = partners.get(i);
      String at = "%s[%s]".formatted(place, label(row, i));
      if (was == null) {
        found.add(new Difference(at, "", words(row)));
      } else {
        maps(at, was, row);
      }
    }
    for (Map<?, ?> gone : left) {
      found.add(
          new Difference(
              "%s[%s]".formatted(place, label(gone, old.indexOf(gone))), words(gone), ""));
    }
    order(place, old, partners);
  }

  private void order(String place, List<Map<?, ?>> old, List<@Nullable Map<?, ?>> partners) {
    var now = new ArrayList<Map<?, ?>>();
    for (Map<?, ?> partner : partners) {
      if (partner != null) {
        now.add(partner);
      }
    }
    var kept = new ArrayList<>(old);
    kept.retainAll(now);
    if (!kept.equals(now)) {
      found.add(new Difference(place, names(kept), names(now)));
    }
  }

  private static String names(List<Map<?, ?>> rows) {
    return String.join(
        "、",
        rows.stream().map(row -> label(row, 0).equals("0") ? words(row) : label(row, 0)).toList());
  }

  private static @Nullable Map<?, ?> same(Map<?, ?> row, List<Map<?, ?>> among) {
    String identity = identity(row);
    return among.stream()
        .filter(each -> identity == null ? each.equals(row) : identity.equals(identity(each)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String identity(Map<?, ?> row) {
    return IDENTITIES.stream()
        .filter(row::containsKey)
        .map(key -> String.valueOf(row.get(key)))
        .findFirst()
        .orElse(null);
  }

  /** What a row is called: its name, or its number in the list. */
  private static String label(Map<?, ?> row, int index) {
    Object name = row.get("name");
    return name == null ? String.valueOf(index) : name.toString().replaceAll("[\\[\\]]", "");
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
