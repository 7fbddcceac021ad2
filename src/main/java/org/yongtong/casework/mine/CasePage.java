package org.yongtong.casework.mine;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Forms;

/**
 * A case, the applicant's side.
 *
 * @param version of the case as shown, for the actions
 * @param key made for the actions of this page
 * @param notice what has just been done, or null
 * @param refused why the last action was not done, or null
 * @param withdrawable the applicant may withdraw now
 * @param ratable the case is finished and not rated yet
 * @param rating given before, or null
 * @param later papers that were promised for later; empty for none
 * @param collect the result waits to be opened: {@code document} or null
 */
public record CasePage(
    UUID id,
    int version,
    UUID key,
    String itemName,
    String taskCode,
    String number,
    boolean sample,
    String department,
    String phone,
    String state,
    String tone,
    String sentence,
    ClockView clock,
    @Nullable String notice,
    @Nullable String refused,
    List<MarkLine> marks,
    @Nullable QuestionBox question,
    List<LaterLine> later,
    boolean collect,
    boolean approved,
    @Nullable CertificateLink certificate,
    List<Step> timeline,
    Forms.AnswerSection applicant,
    List<Forms.AnswerSection> answers,
    List<PaperLine> papers,
    List<DocumentLine> documents,
    List<QuestionLine> questions,
    boolean withdrawable,
    boolean ratable,
    @Nullable RatingView rating) {

  /**
   * The own rating.
   *
   * @param answer of the department, or null
   */
  public record RatingView(String level, String tags, String text, @Nullable String answer) {}

  public record MarkLine(String what, String label, String reason) {}

  /**
   * A paper that was promised for later.
   *
   * @param words until when, what was wrong
   * @param open it may be handed in now
   */
  public record LaterLine(String name, String words, String state, String tone, boolean open) {}

  /** Something may be handed in now. */
  public boolean handInOpen() {
    return later.stream().anyMatch(LaterLine::open);
  }

  /**
   * @param typed answer that was refused, kept
   */
  public record QuestionBox(
      @Nullable String about,
      String text,
      String askedAt,
      String typed,
      @Nullable String problem) {}

  public record QuestionLine(
      @Nullable String about, String text, String askedAt, String answer, String answeredAt) {}

  public record CertificateLink(String name, String number, String path) {}

  /**
   * @param state e.g. 已被补正替换, or null
   */
  public record PaperLine(
      String name, String file, String path, String meta, @Nullable String state) {}

  public record DocumentLine(UUID id, String title, String number, String issuedOn) {}

  /**
   * @param word e.g. 剩 3 个工作日
   * @param tone of the clock component
   * @param detail why and until when
   * @param lines each start, stop and limit
   */
  public record ClockView(String word, String tone, String detail, List<String> lines) {}

  /**
   * One step of the timeline.
   *
   * @param note more about it, or null
   */
  public record Step(String title, String when, @Nullable String note) {}

  public String path() {
    return "/my/cases/" + id;
  }
}
