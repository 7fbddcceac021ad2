package org.yongtong.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form ready to be drawn.
 *
 * @param sections visible sections, each with its visible fields in order
 * @param problems path → message, shown beside the field
 */
public record FormView(List<SectionView> sections, Map<String, String> problems) {

  public record SectionView(
      String id, String title, @Nullable String hint, List<FieldView> fields) {}

  /**
   * @param path parameter name without the leading {@code f.}
   * @param value text value, of a locked field the words to read; parts of composite kinds in
   *     {@code parts}; rows of a repeat group in {@code rows}
   * @param originWord e.g. 来自人口库, or ""
   * @param mark correction mark by the officer, or null
   * @param locked may not be changed now
   * @param drives decides what else is asked: a change redraws the form
   * @param places for an address: the counties, towns and villages to choose from
   */
  public record FieldView(
      Field field,
      String path,
      String value,
      Map<String, String> parts,
      List<String> chosen,
      List<List<FieldView>> rows,
      boolean required,
      String originWord,
      @Nullable String problem,
      @Nullable String mark,
      boolean locked,
      boolean drives,
      List<List<Field.Option>> places) {

    /** Message beside a part of a composite field, or null. */
    public @Nullable String problem(String part, Map<String, String> problems) {
      return problems.get(path + "." + part);
    }

    /** One more row may be added. */
    public boolean room() {
      return rows.size() < (field.max() == null ? Limits.ROWS : field.max());
    }
  }

  /**
   * @param only when not null: only these top-level field ids may be changed (correction round),
   *     all others are locked
   * @param marks path → reason given by the officer
   * @param guideOnly only the fields of the guide
   */
  public record Options(@Nullable Set<String> only, Map<String, String> marks, boolean guideOnly) {
    public static final Options ALL = new Options(null, Map.of(), false);
  }
}
