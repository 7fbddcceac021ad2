package org.yongtong.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form as data. */
public record FormDefinition(List<Section> sections) {

  public record Section(
      String id,
      String title,
      @Nullable String hint,
      @Nullable String visible,
      List<Field> fields) {}

  /** Top-level fields in order. */
  public Stream<Field> fields() {
    return sections.stream().flatMap(section -> section.fields().stream());
  }

  public Optional<Field> find(String id) {
    return fields().filter(field -> field.id().equals(id)).findFirst();
  }
}
