package org.yongtong.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file uploaded with a field of kind {@link FieldKind#PAPER}. The caller keeps the file; the
 * value of the field says which files belong to it, so that what was filed can be proved.
 *
 * @param id key that the caller gave it
 * @param name as the person called it
 */
public record FieldFile(String id, String name) {

  /** Most files of one field. */
  public static final int MOST = 10;

  static List<FieldFile> of(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream()
            .filter(file -> file instanceof Map<?, ?>)
            .map(file -> new FieldFile(Raw.part(file, "id"), Raw.part(file, "name")))
            .filter(file -> !file.id.isEmpty())
            .toList()
        : List.of();
  }

  Map<String, String> kept() {
    return Map.of("id", id, "name", name);
  }
}
