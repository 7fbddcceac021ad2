package org.yongtong.casework.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Forms;

/**
 * A case on one screen.
 *
 * @param view which pane is open: papers, checks, history, documents, questions, consults or notes
 * @param done what has just been done, in words, or null
 * @param unmasked full numbers, for the two minutes after their purpose was given; else null
 * @param levels of the review, in their order; empty for an item with one level
 * @param earlier opinions of rounds before a return
 * @param consults questions to other departments that the viewer may read
 * @param notes internal notes; null when they are not for the viewer
 * @param holder who does the present step
 * @param clocks limits and what moved them
 */
public record CasePage(
    CaseHead head,
    String view,
    List<Line> applicant,
    List<Forms.AnswerSection> answers,
    List<PaperBox> papers,
    @Nullable Shown shown,
    List<HistoryLine> history,
    List<DocumentLine> documents,
    List<QuestionLine> questions,
    List<CheckLine> checks,
    List<LevelLines.View> levels,
    List<LevelLines.View> earlier,
    List<ConsultLine> consults,
    @Nullable List<NoteLine> notes,
    List<Line> clocks,
    HolderLine holder,
    Offer offer,
    @Nullable String done,
    @Nullable Unmasked unmasked,
    boolean mayUnmask,
    @Nullable String problem) {

  public String link(String pane) {
    return head.path() + "?view=" + pane + "#pane";
  }

  /** A paper of the item with what was handed in. */
  public record PaperBox(
      String name, String meta, String state, String tone, List<FileLine> files) {}

  public record FileLine(String id, String name, String meta, boolean replaced, boolean shown) {}

  /**
   * The file in the viewer.
   *
   * @param picture address of what is shown, or null when it can only be downloaded
   * @param page of the PDF that is shown, from 1; {@code pages} of it, 1 for an image
   */
  public record Shown(
      String id,
      String name,
      String path,
      @Nullable String picture,
      int page,
      int pages,
      boolean big) {}

  public record HistoryLine(String when, String who, String what, String detail) {}

  public record DocumentLine(String title, String number, String when, String path) {}

  public record QuestionLine(String text, String asked, @Nullable String answer, String answered) {}

  /**
   * @param answer what was said, "" while it is open or when it is not for the viewer
   */
  public record ConsultLine(
      String department,
      String question,
      String asked,
      String word,
      String tone,
      String answer,
      String answered,
      String readers) {}

  /**
   * @param who in words
   * @param version and {@code key} of the form with which the case is taken
   * @param take it can be taken by the viewer
   * @param links to the pages that change it
   */
  public record HolderLine(
      String who, int version, String key, boolean take, List<Offer.Link> links) {}

  public record NoteLine(String text, String by, String when) {}

  public record CheckLine(String label, String word, String tone, String detail) {}

  public record Unmasked(String codeLabel, String code, String phone, String until) {}
}
