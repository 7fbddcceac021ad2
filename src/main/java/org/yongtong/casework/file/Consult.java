package org.yongtong.casework.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to another department about a case (征求意见); the clock for the decision goes on.
 *
 * @param department that is asked
 * @param shared the other departments that take part in the case may read the answer too
 * @param days working days to answer, {@code dueOn} their last; null when the calendar ends before
 * @param closedAs null while it is open
 */
public record Consult(
    UUID id,
    UUID caseId,
    String department,
    String question,
    boolean shared,
    int days,
    @Nullable LocalDate dueOn,
    String askedName,
    Instant askedAt,
    @Nullable Outcome closedAs,
    String closedText,
    String closedName,
    @Nullable Instant closedAt) {

  /** What came of it. */
  public enum Outcome {
    AGREE("同意"),
    DISAGREE("不同意"),
    NO_OPINION("无意见"),
    DECLINED("退回，不属于本部门职责"),
    RECALLED("已撤回"),
    BROKEN_OFF("办件已经结束");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public boolean open() {
    return closedAs == null;
  }

  /** The asked department said something about the matter. */
  public boolean answered() {
    return closedAs == Outcome.AGREE
        || closedAs == Outcome.DISAGREE
        || closedAs == Outcome.NO_OPINION;
  }
}
