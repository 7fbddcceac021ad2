package org.yongtong.catalogue.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of an item's papers. */
public record PapersPage(
    Head head,
    Nav nav,
    List<PaperLine> papers,
    @Nullable String remark,
    @Nullable String said,
    boolean writable) {

  /**
   * @param problems how many things are wrong in it
   * @param remark why it was sent back, or null
   */
  public record PaperLine(
      String id,
      String name,
      String need,
      String source,
      int problems,
      @Nullable String remark,
      boolean first,
      boolean last) {}
}
