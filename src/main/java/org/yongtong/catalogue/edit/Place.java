package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in an item's document, written {@code papers[2].blank.title}. Documents are maps, lists
 * and plain values; those that are changed are copies made by {@link #copy}.
 */
public final class Place {

  private static final Pattern STEP = Pattern.compile("([a-z][a-z0-9_]*)|\\[(\\d{1,4})\\]|\\.");
  private static final Pattern WHOLE =
      Pattern.compile("[a-z][a-z0-9_]*(\\[\\d{1,4}\\]|\\.[a-z][a-z0-9_]*)*");

  private Place() {}

  /** Whether a text that came from outside names a place. */
  static boolean is(String text) {
    return text.length() < 200 && WHOLE.matcher(text).matches();
  }

  /** Keys ({@link String}) and indices ({@link Integer}) from the root. */
  static List<Object> steps(String place) {
    var steps = new ArrayList<Object>();
    Matcher matcher = STEP.matcher(place);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        steps.add(matcher.group(1));
      } else if (matcher.group(2) != null) {
        steps.add(Integer.valueOf(matcher.group(2)));
      }
    }
    return steps;
  }

  public static @Nullable Object get(Map<String, Object> document, String place) {
    @Nullable Object at = document;
    for (Object step : steps(place)) {
      at = at == null ? null : step(at, step);
    }
    return at;
  }

  private static @Nullable Object step(Object at, Object step) {
    if (at instanceof Map<?, ?> map && step instanceof String key) {
      return map.get(key);
    }
    return at instanceof List<?> list && step instanceof Integer index && index < list.size()
        ? list.get(index)
        : null;
  }

  public static String text(Map<String, Object> document, String place) {
    Object value = get(document, place);
    return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
  }

  public static List<?> list(Map<String, Object> document, String place) {
    return get(document, place) instanceof List<?> list ? list : List.of();
  }

  public static List<String> texts(Map<String, Object> document, String place) {
    return list(document, place).stream().map(String::valueOf).toList();
  }

  /**
   * Puts a value, or takes it away, in a document made by {@link #copy}. Maps on the way are made
   * where they are missing and taken away where they have become empty; rows of lists must exist.
   */
  public static void put(Map<String, Object> document, String place, @Nullable Object value) {
    put(document, steps(place), 0, value);
  }

  @SuppressWarnings("unchecked")
  private static void put(Object at, List<Object> steps, int depth, @Nullable Object value) {
    Object step = steps.get(depth);
    boolean last = depth == steps.size() - 1;
    if (at instanceof Map<?, ?> raw && step instanceof String key) {
      var map = (Map<String, Object>) raw;
      if (last) {
        set(map, key, value);
        return;
      }
      Object next = map.get(key);
      if (!(next instanceof Map) && !(next instanceof List)) {
        if (value == null || steps.get(depth + 1) instanceof Integer) {
          return;
        }
        next = new LinkedHashMap<String, Object>();
        map.put(key, next);
      }
      put(next, steps, depth + 1, value);
      if (next instanceof Map<?, ?> inner && inner.isEmpty()) {
        map.remove(key);
      }
    } else if (at instanceof List<?> raw && step instanceof Integer index && index < raw.size()) {
      var list = (List<Object>) raw;
      if (last && value != null) {
        list.set(index, value);
      } else if (!last) {
        put(list.get(index), steps, depth + 1, value);
      }
    }
  }

  private static void set(Map<String, Object> map, String key, @Nullable Object value) {
    if (value == null) {
      map.remove(key);
    } else {
      map.put(key, value);
    }
  }

  /** A copy in depth whose maps and lists can be changed. */
  public static Map<String, Object> copy(Map<?, ?> document) {
    var copy = new LinkedHashMap<String, Object>();
    document.forEach((key, value) -> copy.put(String.valueOf(key), copyOf(value)));
    return copy;
  }

  public static Object copyOf(Object value) {
    return switch (value) {
      case Map<?, ?> map -> copy(map);
      case List<?> list -> {
        var copy = new ArrayList<Object>();
        list.forEach(each -> copy.add(copyOf(each)));
        yield copy;
      }
      default -> value;
    };
  }

  /** A list of rows in a copy, made when it is missing. */
  @SuppressWarnings("unchecked")
  public static List<Object> rows(Map<String, Object> document, String place) {
    if (get(document, place) instanceof List<?> list) {
      return (List<Object>) list;
    }
    var made = new ArrayList<Object>();
    put(document, place, made);
    return made;
  }
}
