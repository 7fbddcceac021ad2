package org.yongtong.catalogue.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values inside maps inside maps, by paths such as {@code limits.promised_days}. */
final class Tree {

  private Tree() {}

  static @Nullable Object get(Map<String, Object> tree, String path) {
    Object here = tree;
    for (String key : path.split("\\.")) {
      if (!(here instanceof Map<?, ?> map)) {
        return null;
      }
      here = map.get(key);
    }
    return here;
  }

  /** Sets a value, or removes it when it is null; maps on the way are copied, never changed. */
  static void put(Map<String, Object> tree, String path, @Nullable Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      if (value == null) {
        tree.remove(path);
      } else {
        tree.put(path, value);
      }
      return;
    }
    String key = path.substring(0, dot);
    if (value == null && !tree.containsKey(key)) {
      return;
    }
    Map<String, Object> inside = copy(tree.get(key));
    put(inside, path.substring(dot + 1), value);
    if (inside.isEmpty()) {
      tree.remove(key);
    } else {
      tree.put(key, inside);
    }
  }

  static Map<String, Object> copy(@Nullable Object map) {
    var copy = new LinkedHashMap<String, Object>();
    if (map instanceof Map<?, ?> old) {
      old.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }

  /** The maps of a list; anything else is passed over. */
  static List<Map<String, Object>> maps(@Nullable Object list) {
    return list instanceof List<?> all
        ? all.stream().filter(Map.class::isInstance).map(Tree::copy).toList()
        : List.of();
  }
}
