package org.yongtong.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Typed reading of data whose shape {@link ItemShape} has checked. */
public record Content(Map<?, ?> map) {

  public String text(String key) {
    return Objects.requireNonNull(textOrNull(key), key);
  }

  public @Nullable String textOrNull(String key) {
    Object value = map.get(key);
    return value == null ? null : value.toString();
  }

  public int number(String key) {
    return ((Number) Objects.requireNonNull(map.get(key), key)).intValue();
  }

  public @Nullable Integer numberOrNull(String key) {
    return map.get(key) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
  }

  public boolean flag(String key) {
    return Boolean.TRUE.equals(map.get(key));
  }

  public Content inside(String key) {
    return new Content((Map<?, ?>) Objects.requireNonNull(map.get(key), key));
  }

  public @Nullable Content insideOrNull(String key) {
    return map.get(key) instanceof Map<?, ?> inside ? new Content(inside) : null;
  }

  public List<String> texts(String key) {
    return map.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  public Set<String> words(String key) {
    return new LinkedHashSet<>(texts(key));
  }

  public <T> List<T> each(String key, Function<Content, T> reader) {
    return map.get(key) instanceof List<?> list
        ? list.stream().map(item -> reader.apply(new Content((Map<?, ?>) item))).toList()
        : List.of();
  }

  @SuppressWarnings("unchecked")
  public Map<String, Object> raw(String key) {
    return (Map<String, Object>) inside(key).map();
  }
}
