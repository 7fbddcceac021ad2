package org.yongtong.form;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in, as JSON-like data: strings, lists of strings (choices), maps of strings
 * (person, company, address, bank account), lists of maps (repeat groups, files). Numbers, dates
 * and booleans are kept as the text typed ({@code "86.5"}, {@code "2026-11-23"}, {@code "true"}),
 * so that nothing typed is ever lost; rules see them typed.
 *
 * @param data field id → value
 * @param origins field id → where the value came from; a field that is absent was typed
 */
public record Values(Map<String, Object> data, Map<String, Origin> origins) {

  public static final Values EMPTY = new Values(Map.of(), Map.of());

  /**
   * @param source {@code typed}, {@code register:person}, {@code register:company}, {@code
   *     certificate:<type>}, {@code guide}
   * @param changed the applicant changed the register's value
   */
  public record Origin(String source, Instant at, boolean changed) {}

  /** Text of a field or of a part of it ({@code place.full}), "" when not filled. */
  public String text(String path) {
    Object value = data;
    for (String step : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return value == null ? "" : String.valueOf(value);
  }

  /** Files of a field of kind {@link FieldKind#PAPER}. */
  public List<FieldFile> files(String id) {
    return FieldFile.of(data.get(id));
  }

  /** The same with these files in a field; none clears it. */
  public Values withFiles(String id, List<FieldFile> files) {
    var changed = new LinkedHashMap<>(data);
    if (files.isEmpty()) {
      changed.remove(id);
    } else {
      changed.put(id, files.stream().map(FieldFile::kept).toList());
    }
    return new Values(changed, origins);
  }

  public @Nullable Object get(String id) {
    return data.get(id);
  }

  @Override
  public String toString() {
    return "Values[" + data.keySet() + "]";
  }
}
