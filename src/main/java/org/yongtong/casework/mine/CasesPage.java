package org.yongtong.casework.mine;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 我的办件.
 *
 * @param first whether this is the first page
 * @param next address of the next page, or null
 */
public record CasesPage(
    List<DraftLine> drafts, List<Line> cases, boolean first, @Nullable String next) {

  public record DraftLine(UUID id, String itemName, boolean correction, String savedAt) {}

  /**
   * @param clock e.g. 剩 3 个工作日, or ""
   * @param todo what the applicant must do, or null
   */
  public record Line(
      UUID id,
      String itemName,
      String number,
      String state,
      String tone,
      String clock,
      String clockTone,
      String sentence,
      String submittedOn,
      @Nullable String todo) {}
}
