package org.yongtong.casework.apply;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Forms;

/**
 * Before an application.
 *
 * @param suits whether this applicant may apply at all
 * @param whoKind 个人 or 法人
 * @param forWhom whom the item is for, e.g. 法人
 * @param guide answers from the guide that travel along, as parameters
 * @param answers the same, to read
 * @param open the draft that was begun earlier, or null
 * @param stop why nobody can apply for the item now, or null
 */
public record StartPage(
    String taskCode,
    String itemName,
    boolean sample,
    boolean suits,
    String who,
    String whoKind,
    String forWhom,
    String limits,
    String visits,
    String fee,
    int minutes,
    List<String> sections,
    List<PaperLine> papers,
    List<GuideAnswer> guide,
    List<Forms.Answer> answers,
    @Nullable OpenDraft open,
    @Nullable String stop) {

  /**
   * @param need 必要, 按情形 …
   */
  public record PaperLine(String name, String need, boolean mayBeHeld) {}

  public record GuideAnswer(String name, String value) {}

  /**
   * @param newer the item has been published anew since
   */
  public record OpenDraft(UUID id, String savedAt, boolean newer) {}
}
