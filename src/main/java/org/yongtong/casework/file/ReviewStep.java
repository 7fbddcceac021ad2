package org.yongtong.casework.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One level of the review of one case in one round (审查层级).
 *
 * @param level its id in the item's version
 * @param department whose level it is
 * @param order levels of the same order run side by side
 * @param openedAt null while it is not its turn
 * @param doneName who gave the opinion, as the journal names him; "" while nobody did
 * @param agrees null while nobody gave an opinion
 * @param carried the opinion was given in an earlier round and still stands
 */
public record ReviewStep(
    UUID id,
    int round,
    String level,
    String name,
    String department,
    int order,
    @Nullable Instant openedAt,
    @Nullable Instant doneAt,
    @Nullable UUID doneBy,
    String doneName,
    @Nullable Boolean agrees,
    String text,
    boolean carried) {

  public boolean open() {
    return openedAt != null && doneAt == null;
  }

  public boolean done() {
    return doneAt != null;
  }

  ReviewStep opened(Instant at) {
    return new ReviewStep(
        id, round, level, name, department, order, at, null, null, "", null, "", false);
  }

  ReviewStep given(CaseFile.By by, boolean opinion, String words) {
    return new ReviewStep(
        id,
        round,
        level,
        name,
        department,
        order,
        openedAt,
        by.at(),
        by.account(),
        by.actor().name(),
        opinion,
        words,
        false);
  }

  /** The same level in the next round: still standing, or to be done anew. */
  ReviewStep next(UUID key, boolean stands) {
    return stands
        ? new ReviewStep(
            key,
            round + 1,
            level,
            name,
            department,
            order,
            openedAt,
            doneAt,
            doneBy,
            doneName,
            agrees,
            text,
            true)
        : new ReviewStep(
            key, round + 1, level, name, department, order, null, null, null, "", null, "", false);
  }
}
