package org.yongtong.casework.apply;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Forms;

/**
 * Last step: read once more, confirm, submit.
 *
 * @param terms who handles it, how long it takes and what it costs; empty for a correction
 * @param promise to hand papers in later, or null
 * @param problems each with the address of the place that mends it
 * @param confirm problem with the statement, or null
 * @param refused why the submission was refused, or null
 */
public record CheckPage(
    DraftHead head,
    Forms.AnswerSection applicant,
    List<Forms.AnswerSection> sections,
    List<PaperLine> papers,
    Map<String, String> terms,
    @Nullable Promise promise,
    List<ProblemLink> problems,
    @Nullable String confirm,
    @Nullable String refused) {

  /**
   * @param digest value of the tick
   * @param problem that it was not ticked, or null
   */
  public record Promise(List<String> text, String digest, @Nullable String problem) {}

  /**
   * @param state 已上传 2 个文件, 免提交 …
   */
  public record PaperLine(String name, String note, String state, String tone) {}

  public record ProblemLink(String path, String message) {}
}
