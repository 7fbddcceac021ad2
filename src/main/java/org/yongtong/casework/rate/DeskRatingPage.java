package org.yongtong.casework.rate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One bad rating.
 *
 * @param text as written
 * @param answer given before, or null
 * @param answers this viewer may answer it now
 * @param casePath to the case
 */
public record DeskRatingPage(
    UUID id,
    int version,
    UUID key,
    String item,
    String number,
    String department,
    String level,
    String tone,
    String tags,
    String text,
    String ratedAt,
    @Nullable String answer,
    String answeredAt,
    boolean answers,
    String casePath,
    String typed,
    @Nullable String problem,
    @Nullable String refused,
    @Nullable String notice) {

  public String path() {
    return "/desk/ratings/" + id;
  }
}
