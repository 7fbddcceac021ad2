package org.yongtong.casework.defer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Papers promised for later, to be handed in by the applicant or by a clerk for him.
 *
 * @param path of the case; the form goes to {@code action}
 * @param version of the case as shown; {@code key} made for this page
 * @param promise as it was made, paragraph by paragraph
 * @param done what has just been done, or null
 * @param refused why the last hand-in was not done, when it belongs to no paper
 */
public record LaterPage(
    String itemName,
    String number,
    String path,
    String action,
    int version,
    UUID key,
    List<Paper> papers,
    List<String> promise,
    @Nullable String done,
    @Nullable String refused) {

  /**
   * @param words until when
   * @param wrong places to mend, as the office said them
   * @param open it may be handed in now
   * @param problem of the last hand-in, or null
   */
  public record Paper(
      String id,
      String name,
      String words,
      String state,
      String tone,
      List<String> wrong,
      boolean open,
      @Nullable String problem) {}

  /** Beside the papers, for the linked summary. */
  public List<Paper> problems() {
    return papers.stream().filter(paper -> paper.problem() != null).toList();
  }
}
