package org.yongtong.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Typed reading of data whose shape {@link ItemShape} has checked. */
record Content(Map<?, ?> map) {

  String text(String key) {
    return Objects.requireNonNull(textOrNull(key), key);
  }

  @Nullable String textOrNull(String key) {
    Object value = map.get(key);
    return value == null ? null : value.toString();
  }

  int number(String key) {
    return ((Number) Objects.requireNonNull(map.get(key), key)).intValue();
  }

  @Nullable Integer numberOrNull(String key) {
    return map.get(key) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(map.get(key));
  }

  Content inside(String key) {
    return new Content((Map<?, ?>) Objects.requireNonNull(map.get(key), key));
  }

  @Nullable Content insideOrNull(String key) {
    return map.get(key) instanceof Map<?, ?> inside ? new Content(inside) : null;
  }

  List<String> texts(String key) {
    return map.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  Set<String> words(String key) {
    return new LinkedHashSet<>(texts(key));
  }

  <T> List<T> each(String key, Function<Content, T> reader) {
    return map.get(key) instanceof List<?> list
        ? list.stream().map(item -> reader.apply(new Content((Map<?, ?>) item))).toList()
        : List.of();
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> raw(String key) {
    return (Map<String, Object>) inside(key).map();
  }
}
