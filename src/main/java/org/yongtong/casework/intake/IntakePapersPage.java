package org.yongtong.casework.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.apply.PapersPage;

/** Papers scanned at the window. */
public record IntakePapersPage(IntakeHead head, List<Paper> papers) {

  /**
   * @param held why it need not be handed in, or null
   * @param mark what the correction notice said of it, or null
   * @param problem of the last upload, or null
   * @param later how it may follow after acceptance, or null
   * @param news what a revision of the item has brought here, or null
   */
  public record Paper(
      String id,
      String name,
      String need,
      @Nullable String note,
      @Nullable String held,
      @Nullable String mark,
      List<Uploaded> files,
      @Nullable String problem,
      PapersPage.@Nullable Later later,
      @Nullable String news) {}

  public record Uploaded(String id, String name, String size) {}
}
