package org.yongtong.casework.extra;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report.
 *
 * @param number public, cannot be guessed: who has it may follow the report
 * @param department of the item, which answers
 * @param caseId the case it is about, when it was found by its number
 * @param account of the reporter, null for somebody who did not sign in
 * @param dueOn last day for the department's answer, once asked
 * @param asked what the department was asked
 * @param finding reasons as the reporter reads them
 */
record ExtraDemand(
    UUID id,
    String number,
    UUID itemVersion,
    String taskCode,
    String itemName,
    String department,
    String division,
    @Nullable UUID caseId,
    @Nullable String caseNumber,
    @Nullable UUID account,
    Told told,
    @Nullable String evidence,
    @Nullable String evidenceName,
    DemandState state,
    Instant reportedAt,
    @Nullable LocalDate dueOn,
    @Nullable String asked,
    @Nullable String answer,
    @Nullable String finding,
    @Nullable Instant closedAt,
    int version) {

  /**
   * What the reporter told; kept encrypted.
   *
   * @param who department, window or person who demanded it, or ""
   * @param way where: at the window, online …
   * @param contact how to reach the reporter, or ""; for the supervisor only
   */
  record Told(String what, String who, String way, LocalDate on, String contact) {

    @Override
    public String toString() {
      return "Told[" + on + "]";
    }
  }

  /** Whether the department has let its days go by. */
  boolean late(LocalDate today) {
    return state == DemandState.ASKED && dueOn != null && today.isAfter(dueOn);
  }
}
