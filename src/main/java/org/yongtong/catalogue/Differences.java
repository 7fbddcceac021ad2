package org.yongtong.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What two versions of an item or a power say differently, in plain words. Entries of lists are
 * told apart by what stays the same when they are edited: a paper by its id, a field by its id, a
 * step by its name.
 */
public final class Differences {

  private static final int SHORT_LIST = 80;

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /** In the order of the newer version; empty when both say the same. */
  public static List<Difference> between(Map<String, ?> old, Map<String, ?> now) {
    var differences = new Differences();
    differences.maps("", old, now);
    return List.copyOf(differences.found);
  }

  private void maps(String place, Map<?, ?> old, Map<?, ?> now) {
    var keys = new LinkedHashSet<Object>(now.keySet());
    keys.addAll(old.keySet());
    for (Object key : keys) {
      values(place, String.valueOf(key), old.get(key), now.get(key));
    }
  }

  private void values(String place, String key, @Nullable Object old, @Nullable Object now) {
    if (Objects.equals(old, now) || DifferenceWords.SILENT.contains(key) && !inPaper(place, key)) {
      return;
    }
    String at = at(place, DifferenceWords.element(place, key));
    if (DifferenceWords.RULES.contains(key) || key.equals("required") && (rule(old) || rule(now))) {
      found.add(new Difference(at, old == null ? null : "原来的规则", now == null ? null : "新的规则"));
    } else if (old instanceof Map<?, ?> || now instanceof Map<?, ?>) {
      // the form is its sections; a paper's form is a word and comes here never as a map
      maps(key.equals("form") ? place : at, map(old), map(now));
    } else if (ofMaps(old) || ofMaps(now)) {
      entries(place, key, list(old), list(now));
    } else if (old instanceof List<?> || now instanceof List<?>) {
      words(at, key, list(old), list(now));
    } else {
      found.add(
          new Difference(
              at,
              old == null ? null : DifferenceWords.value(key, old),
              now == null ? null : DifferenceWords.value(key, now)));
    }
  }

  /** What a good paper looks like is called sample too. */
  private static boolean inPaper(String place, String key) {
    return key.equals("sample") && !place.isEmpty();
  }

  private static String at(String place, String word) {
    return place.isEmpty() ? word : place + "的" + word;
  }

  /** A field may be required by a rule instead of always or never. */
  private static boolean rule(@Nullable Object required) {
    return required instanceof String word
        && !List.of("must", "when", "optional", "deferrable").contains(word);
  }

  private void entries(String place, String list, List<?> old, List<?> now) {
    Map<String, Map<?, ?>> before = byIdentity(list, old);
    Map<String, Map<?, ?>> after = byIdentity(list, now);
    var removed = new ArrayList<>(before.keySet());
    removed.removeAll(after.keySet());
    var added = new ArrayList<>(after.keySet());
    added.removeAll(before.keySet());
    if (DifferenceWords.BY_TEXT.contains(list)) {
      while (!removed.isEmpty() && !added.isEmpty()) {
        maps(
            at(place, DifferenceWords.element(list)),
            Objects.requireNonNull(before.get(removed.removeFirst())),
            Objects.requireNonNull(after.get(added.removeFirst())));
      }
    }
    after.forEach(
        (identity, entry) -> {
          Map<?, ?> former = before.get(identity);
          if (former != null) {
            maps(at(place, DifferenceWords.entry(list, entry)), former, entry);
          } else if (added.contains(identity)) {
            whole(place, list, entry, false);
          }
        });
    removed.forEach(
        identity -> whole(place, list, Objects.requireNonNull(before.get(identity)), true));
    order(place, list, before, after);
  }

  private void whole(String place, String list, Map<?, ?> entry, boolean removed) {
    String summary = DifferenceWords.summary(list, entry);
    found.add(
        new Difference(
            at(place, DifferenceWords.entry(list, entry)),
            removed ? summary : null,
            removed ? null : summary));
  }

  private void order(
      String place, String list, Map<String, Map<?, ?>> before, Map<String, Map<?, ?>> after) {
    var old = new ArrayList<>(before.keySet());
    old.retainAll(after.keySet());
    var now = new ArrayList<>(after.keySet());
    now.retainAll(before.keySet());
    if (!old.equals(now) && !DifferenceWords.BY_TEXT.contains(list)) {
      found.add(
          new Difference(
              at(place, DifferenceWords.element(list) + "的顺序"),
              names(list, old, before),
              names(list, now, after)));
    }
  }

  private static String names(String list, List<String> order, Map<String, Map<?, ?>> entries) {
    return String.join(
        "、",
        order.stream()
            .map(each -> DifferenceWords.entry(list, Objects.requireNonNull(entries.get(each))))
            .map(each -> each.replaceFirst("^[^“]*“(.*)”$", "$1"))
            .toList());
  }

  private static Map<String, Map<?, ?>> byIdentity(String list, List<?> entries) {
    var map = new LinkedHashMap<String, Map<?, ?>>();
    for (Object entry : entries) {
      Map<?, ?> each = map(entry);
      String identity = DifferenceWords.identity(list, each);
      String key = identity == null ? String.valueOf(entry) : identity;
      while (map.containsKey(key)) {
        key += "'";
      }
      map.put(key, each);
    }
    return map;
  }

  private void words(String at, String key, List<?> old, List<?> now) {
    String before = joined(key, old);
    String after = joined(key, now);
    if (before.length() + after.length() <= SHORT_LIST) {
      found.add(
          new Difference(at, before.isEmpty() ? null : before, after.isEmpty() ? null : after));
      return;
    }
    var removed = new ArrayList<Object>(old);
    removed.removeAll(now);
    var added = new ArrayList<Object>(now);
    added.removeAll(old);
    if (removed.isEmpty() && added.isEmpty()) {
      found.add(new Difference(at + "的顺序", before, after));
    }
    if (!removed.isEmpty()) {
      found.add(new Difference(at, joined(key, removed), null));
    }
    if (!added.isEmpty()) {
      found.add(new Difference(at, null, joined(key, added)));
    }
  }

  private static String joined(String key, List<?> values) {
    return String.join("、", values.stream().map(each -> DifferenceWords.value(key, each)).toList());
  }

  private static boolean ofMaps(@Nullable Object value) {
    return value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Map<?, ?>;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
