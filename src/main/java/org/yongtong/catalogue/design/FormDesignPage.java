package org.yongtong.catalogue.design;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.edit.Head;
import org.yongtong.catalogue.edit.PageView.Change;
import org.yongtong.form.FormView;

/**
 * The form designer: sections and fields, the properties of the chosen one, and the form as the
 * applicant gets it.
 *
 * @param readable the form can be worked on field by field
 * @param sheet what is chosen; null while there is nothing
 * @param preview null while the form cannot be drawn
 * @param wide the preview has a desk's width
 * @param undo the step that can be taken back, in words, or null
 * @param problems control → message
 * @param loose what is wrong elsewhere
 * @param changes against the published form
 * @param remarks why it was sent back, what is said of the form
 * @param published there is a published version to compare with
 * @param conflict what is stored beside what was typed; null when nobody was faster
 */
public record FormDesignPage(
    Head head,
    boolean writable,
    boolean readable,
    List<SectionLine> outline,
    int count,
    @Nullable Sheet sheet,
    @Nullable FormView preview,
    boolean wide,
    @Nullable String undo,
    @Nullable String said,
    Map<String, String> problems,
    List<String> loose,
    Reuse reuse,
    List<Change> changes,
    boolean published,
    @Nullable List<Change> conflict,
    List<RemarkNote> remarks) {

  public String path() {
    return head.path() + "/form";
  }

  /** Address of the preview's answers; the chosen row stays chosen. */
  public String previewPath() {
    return path() + "/preview" + (sheet == null ? "" : sheet.query());
  }

  public record SectionLine(
      String id,
      String title,
      boolean conditional,
      boolean returned,
      boolean chosen,
      boolean first,
      boolean last,
      List<FieldLine> fields) {}

  /**
   * @param marks short words: 必填, 情形 …
   * @param wrong something is wrong with it
   * @param returned it was sent back for its sake
   */
  public record FieldLine(
      String id,
      String label,
      String kind,
      List<String> marks,
      boolean chosen,
      boolean first,
      boolean last,
      boolean wrong,
      boolean returned,
      List<FieldLine> rows) {}

  /**
   * The properties of a section or field.
   *
   * @param values property → text
   * @param has properties that this kind has
   * @param parents where it can be moved: section with §, or group → words
   * @param into where a new field goes
   * @param seen fingerprint of what is shown
   * @param remark why it was sent back, or null
   */
  public record Sheet(
      boolean section,
      String id,
      String title,
      String kind,
      Map<String, String> values,
      List<String> has,
      List<RuleView> rules,
      Map<String, String> parents,
      String into,
      List<Uses.Use> uses,
      String seen,
      String place,
      boolean first,
      boolean last,
      @Nullable String remark) {

    public String query() {
      return (section ? "?section=" : "?field=") + id;
    }

    /** Name of the row for a button. */
    public String target() {
      return (section ? "§" : "") + id;
    }

    public String value(String property) {
      return values.getOrDefault(property, "");
    }

    public boolean has(String property) {
      return has.contains(property);
    }
  }

  /**
   * What can be taken from elsewhere.
   *
   * @param asked words by which another item was looked for
   * @param items found: id → name
   * @param item chosen, or ""
   * @param parts sections of its form
   */
  public record Reuse(
      List<GroupLine> library,
      @Nullable String asked,
      Map<String, String> items,
      String item,
      List<GroupLine> parts) {}

  public record GroupLine(String key, String title, String asks) {}
}
