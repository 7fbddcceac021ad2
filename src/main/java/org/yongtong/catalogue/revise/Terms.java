package org.yongtong.catalogue.revise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a revision asks for besides the text of the item.
 *
 * @param reason why, always needed
 * @param basis document or article that it rests on; a delegation and a cancellation need one
 * @param wishedOn day on which the author would like it to take effect; the approver decides
 * @param successor id of the item that takes the place of a cancelled one
 * @param bodies keys of the lower bodies of a delegation
 * @param withDefaults bodies that have not filled in their part by the day begin with the lead's
 *     own statements; the approver decides
 */
public record Terms(
    String reason,
    @Nullable String basis,
    @Nullable LocalDate wishedOn,
    @Nullable String successor,
    List<String> bodies,
    boolean withDefaults) {

  private static final int SHORTEST_REASON = 5;

  public static final Terms NONE = new Terms("", null, null, null, List.of(), false);

  public Terms {
    bodies = List.copyOf(bodies);
  }

  /** What a reason lacks; it is read by all who check and decide. */
  Optional<Refusal.Missing> reasonMissing() {
    return reason.strip().length() < SHORTEST_REASON
        ? Optional.of(
            new Refusal.Missing(
                "reason", "请写明修订的理由（不少于 %d 个字），审核和审批的人要看。".formatted(SHORTEST_REASON)))
        : Optional.empty();
  }

  public Terms because(String words) {
    return new Terms(words, basis, wishedOn, successor, bodies, withDefaults);
  }

  public Terms on(@Nullable LocalDate day) {
    return new Terms(reason, basis, day, successor, bodies, withDefaults);
  }

  public Terms decided(boolean defaults) {
    return new Terms(reason, basis, wishedOn, successor, bodies, defaults);
  }
}
