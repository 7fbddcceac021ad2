package org.yongtong.casework.mine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a case for anyone who knows its number and the end of the applicant's code.
 *
 * @param problem why there is no answer, or null
 * @param own the case, when it is the signed-in visitor's own
 */
public record ProgressPage(
    String number,
    String last,
    @Nullable String problem,
    @Nullable Found found,
    @Nullable UUID own) {

  /** No personal data. */
  public record Found(
      String itemName, String number, String state, String tone, String department, String due) {}
}
