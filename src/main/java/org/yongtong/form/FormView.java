package org.yongtong.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form ready to be drawn.
 *
 * @param sections visible sections, each with its visible fields in order
 * @param problems path → message, shown beside the field
 * @param uploads the form has fields for files: its element must be {@code multipart/form-data}
 */
public record FormView(List<SectionView> sections, Map<String, String> problems, boolean uploads) {

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
   * @param files of a field for files
   * @param news what a revision of the form has brought here, or null
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
      List<List<Field.Option>> places,
      List<FieldFile> files,
      @Nullable String news) {

    /** Choices up to this many are shown at once, more in a list to open. */
    private static final int AT_ONCE = 6;

    /** Anchor of the field and id of its (first) control. */
    public String id() {
      return "f-" + path;
    }

    /** Parameter name. */
    public String name() {
      return ParameterReader.PREFIX + path;
    }

    /** Message beside a part of a composite field, or null. */
    public @Nullable String problem(String part, Map<String, String> problems) {
      return problems.get(path + "." + part);
    }

    /** Parts with a control of their own; those of an address have their own template. */
    public List<PartView> asked() {
      return Parts.list(field.kind()).stream()
          .map(
              part ->
                  new PartView(
                      part.id(),
                      part.label(),
                      part.needed(),
                      parts.getOrDefault(part.id(), ""),
                      part.id().equals("number")
                          ? "numeric"
                          : part.kind() == FieldKind.PHONE ? "tel" : null))
          .toList();
    }

    /**
     * Ids of hint, officer's mark and message, for the control to name; null when there is none.
     */
    public @Nullable String describedBy() {
      var ids = new ArrayList<String>();
      if (field.hint() != null) {
        ids.add(id() + "-hint");
      }
      if (news != null) {
        ids.add(id() + "-news");
      }
      if (mark != null) {
        ids.add(id() + "-mark");
      }
      if (problem != null) {
        ids.add(id() + "-error");
      }
      return ids.isEmpty() ? null : String.join(" ", ids);
    }

    /** Whether several controls stand under one legend. */
    public boolean group() {
      return switch (field.kind()) {
        case CHOICE -> !select();
        case CHOICES, YES_NO, PERSON, COMPANY, ADDRESS, BANK_ACCOUNT, REPEAT -> true;
        default -> false;
      };
    }

    public boolean select() {
      return field.kind() == FieldKind.CHOICE && field.options().size() > AT_ONCE;
    }

    /** One more file may be added. */
    public boolean takesFile() {
      return files.size() < FieldFile.MOST;
    }

    /** One more row may be added. */
    public boolean room() {
      return rows.size() < (field.max() == null ? Limits.ROWS : field.max());
    }

    /** A row may be taken away. */
    public boolean spare() {
      return rows.size() > (field.min() == null ? 0 : field.min());
    }

    /** {@code type} of the input; a date that is none is shown as the text it is. */
    public String inputType() {
      return switch (field.kind()) {
        case DATE -> value.isEmpty() || Dates.isDate(value) ? "date" : "text";
        case PHONE -> "tel";
        case EMAIL -> "email";
        default -> "text";
      };
    }

    public @Nullable String inputMode() {
      return switch (field.kind()) {
        case INTEGER -> "numeric";
        case DECIMAL, MONEY -> "decimal";
        default -> null;
      };
    }

    public @Nullable String autocomplete() {
      return switch (field.kind()) {
        case PHONE -> "tel";
        case EMAIL -> "email";
        default -> "off";
      };
    }

    /** Most characters, shown by the counter; null where counting helps nobody. */
    public @Nullable String counted() {
      return field.kind() == FieldKind.TEXTAREA ? String.valueOf(Limits.length(field)) : null;
    }

    public @Nullable String unit() {
      return field.unit() == null && field.kind() == FieldKind.MONEY ? "元" : field.unit();
    }

    /** What a change does once it is saved: swap the form, or nothing but the word "saved". */
    public String swap() {
      return drives ? "outerHTML" : "none";
    }
  }

  /** One part of a person, company or bank account. */
  public record PartView(
      String id, String label, boolean needed, String value, @Nullable String inputMode) {}

  /**
   * @param only when not null: only these top-level field ids may be changed (correction round),
   *     all others are locked
   * @param marks path → reason given by the officer
   * @param guideOnly only the fields of the guide
   * @param news field id → what a revision of the form has brought, said beside the field
   */
  public record Options(
      @Nullable Set<String> only,
      Map<String, String> marks,
      boolean guideOnly,
      Map<String, String> news) {
    public static final Options ALL = new Options(null, Map.of(), false);

    public Options(@Nullable Set<String> only, Map<String, String> marks, boolean guideOnly) {
      this(only, marks, guideOnly, Map.of());
    }
  }
}
