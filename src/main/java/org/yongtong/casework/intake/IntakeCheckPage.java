package org.yongtong.casework.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.apply.CheckPage;
import org.yongtong.casework.desk.Line;
import org.yongtong.form.Forms;

/**
 * Everything once more before it is submitted.
 *
 * @param promise to hand papers in later, or null
 * @param refusal why it was not submitted, or null
 */
public record IntakeCheckPage(
    IntakeHead head,
    List<Line> applicant,
    List<Forms.AnswerSection> answers,
    List<Line> papers,
    CheckPage.@Nullable Promise promise,
    List<Problem> problems,
    @Nullable String refusal) {

  public record Problem(String path, String message) {}
}
