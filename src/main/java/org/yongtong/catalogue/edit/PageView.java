package org.yongtong.catalogue.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an editor's page shows of its blocks. */
public final class PageView {

  private PageView() {}

  /** A part of the page. */
  public sealed interface BlockView {}

  /**
   * One element with what is in it.
   *
   * @param name of the control, the place in the document
   * @param value of controls with one value
   * @param options of choices
   * @param inherited what the lead says, in words; null when it is no matter of the lead's
   * @param remark why it was sent back, or null
   * @param problem what is wrong with it, or null
   */
  public record FieldView(
      String name,
      String label,
      String kind,
      boolean need,
      int most,
      String value,
      List<OptionView> options,
      @Nullable String hint,
      @Nullable String unit,
      boolean fixed,
      @Nullable String inherited,
      @Nullable String remark,
      @Nullable String problem)
      implements BlockView {

    /** Takes the whole width of a row. */
    public boolean wide() {
      return most >= 200 || kind.equals("TEXT");
    }

    public boolean is(String other) {
      return kind.equals(other);
    }

    public @Nullable String describedBy() {
      String ids =
          (hint == null ? "" : "h-" + name + " ")
              + (inherited == null ? "" : "i-" + name + " ")
              + (problem == null ? "" : "f-" + name + "-error");
      return ids.isBlank() ? null : ids.strip();
    }
  }

  public record OptionView(String value, String word, boolean chosen) {}

  public record GroupView(String title, @Nullable String hint, List<FieldView> fields)
      implements BlockView {}

  /**
   * @param own the list stands in this document; false when a claimant follows its lead
   * @param follows a claimant's list, which may follow the lead's
   * @param inherited the lead's rows in words, when they are followed
   */
  public record RowsView(
      String place,
      String title,
      String word,
      @Nullable String hint,
      List<RowView> rows,
      boolean own,
      boolean follows,
      List<Line> inherited,
      @Nullable String remark,
      @Nullable String problem)
      implements BlockView {}

  /**
   * @param remark why it was sent back, or null
   */
  public record RowView(
      int index, List<FieldView> fields, boolean first, boolean last, @Nullable String remark) {}

  /** A label with its text. */
  public record Line(String label, String text) {}

  /** A place with both texts, marked where they differ. */
  public record Change(String label, List<TextDiff.Part> before, List<TextDiff.Part> after) {}
}
