package org.yongtong.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Socket: how a case moves on, filled by the module that runs cases. The flow of a service item is
 * drawn from it, so that what is shown is what happens.
 */
public interface CaseMoves {

  /** Every transition, in the order of the life cycle; the first begins where a case begins. */
  List<Move> moves();

  /**
   * @param action what is done, in words
   * @param when in which case it is done, in words such as 材料不齐的; null when that goes without
   *     saying
   * @param by who may do it
   * @param basis article of law or rule of the platform
   */
  record Move(
      State from, String action, @Nullable String when, List<Party> by, State to, String basis) {}

  /**
   * @param closed nothing more happens to the case
   */
  record State(String key, String word, boolean closed) {}

  /**
   * @param key {@code APPLICANT}, {@code SYSTEM}, or the name of a role
   */
  record Party(String key, String word) {}
}
