package org.yongtong.casework.file;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.yongtong.catalogue.ServiceItem;

/**
 * The order of the levels of a review: those of one order run side by side, the next order opens
 * when all before have agreed. When one does not agree, no further level opens and the case goes to
 * the decider, who may refuse or send it back.
 */
final class Levels {

  private Levels() {}

  /** The first round, its first order open. */
  static List<ReviewStep> begin(
      List<ServiceItem.Review> levels, String department, Instant at, Supplier<UUID> keys) {
    List<ReviewStep> all =
        levels.stream()
            .map(
                level ->
                    new ReviewStep(
                        keys.get(),
                        1,
                        level.id(),
                        level.name(),
                        Objects.requireNonNullElse(level.department(), department),
                        level.order(),
                        null,
                        null,
                        null,
                        "",
                        null,
                        "",
                        false))
            .toList();
    return advance(all, at);
  }

  /** The round with one opinion more, and the next order open when it is its turn. */
  static List<ReviewStep> give(
      List<ReviewStep> round, ReviewStep step, CaseFile.By by, boolean agrees, String text) {
    return advance(
        round.stream()
            .map(each -> each.id().equals(step.id()) ? step.given(by, agrees, text) : each)
            .toList(),
        by.at());
  }

  /**
   * The next round: this level and those of a higher order anew, the others still stand.
   *
   * @param level null = all anew
   */
  static List<ReviewStep> again(
      List<ReviewStep> round, Optional<ReviewStep> level, Instant at, Supplier<UUID> keys) {
    return advance(
        round.stream()
            .map(
                each ->
                    each.next(
                        keys.get(),
                        each.done()
                            && level
                                .filter(
                                    back ->
                                        each.order() <= back.order()
                                            && !each.level().equals(back.level()))
                                .isPresent()))
            .toList(),
        at);
  }

  /** Nothing is open any more: the case is ready for the decision. */
  static boolean over(List<ReviewStep> round) {
    return round.stream().noneMatch(ReviewStep::open);
  }

  private static List<ReviewStep> advance(List<ReviewStep> round, Instant at) {
    boolean waits = round.stream().anyMatch(ReviewStep::open);
    boolean against = round.stream().anyMatch(step -> Boolean.FALSE.equals(step.agrees()));
    OptionalInt next =
        round.stream().filter(step -> step.openedAt() == null).mapToInt(ReviewStep::order).min();
    if (waits || next.isEmpty()) {
      return round;
    }
    // a round that begins with somebody's standing disagreement still opens what was sent back
    boolean fresh = round.stream().noneMatch(step -> step.done() && !step.carried());
    if (against && !fresh) {
      return round;
    }
    return round.stream()
        .map(
            step ->
                step.openedAt() == null && step.order() == next.getAsInt() ? step.opened(at) : step)
        .toList();
  }
}
