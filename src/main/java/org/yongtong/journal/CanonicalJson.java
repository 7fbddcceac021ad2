package org.yongtong.journal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way a payload is written: keys sorted by code unit, no white space, whole numbers without
 * a fraction, other numbers as plain decimals. What is read back is written the same again, so that
 * anyone who holds an entry can recompute its hash.
 */
final class CanonicalJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private CanonicalJson() {}

  /**
   * @throws IllegalArgumentException when the payload holds anything but strings, numbers,
   *     booleans, lists and maps of these
   */
  static String write(Map<String, ?> payload) {
    return JSON.writeValueAsString(canonical(payload, "payload"));
  }

  static Map<String, ?> read(String text) {
    return JSON.readValue(text, OBJECT);
  }

  private static @Nullable Object canonical(@Nullable Object value, String path) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean truth -> truth;
      case Integer number -> number;
      case Long number -> number;
      case Short number -> number;
      case BigInteger number -> number;
      case BigDecimal number -> plain(number);
      case Double number when Double.isFinite(number) -> plain(BigDecimal.valueOf(number));
      case List<?> list -> {
        List<@Nullable Object> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
          items.add(canonical(list.get(i), path + "[" + i + "]"));
        }
        yield items;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        for (var field : map.entrySet()) {
          if (!(field.getKey() instanceof String key)) {
            throw new IllegalArgumentException(path + " has a key that is not a string");
          }
          sorted.put(key, canonical(field.getValue(), path + "." + key));
        }
        yield sorted;
      }
      default ->
          throw new IllegalArgumentException(
              "%s is a %s; a payload holds strings, numbers, booleans, lists and maps of these"
                  .formatted(path, value.getClass().getName()));
    };
  }

  /** Whole numbers without a point, as they come back when read. */
  private static Object plain(BigDecimal number) {
    return number.scale() <= 0 ? number.toBigIntegerExact() : number;
  }
}
