package org.yongtong.catalogue;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What practice says beside the guide of an item: it changes while the guide itself does not.
 *
 * @param spent null when too few cases were finished
 * @param rated null when nobody has rated it
 */
public record GuideFigures(HandlingTimes.@Nullable Spent spent, ItemRatings.@Nullable Rated rated) {

  /** Collects them for one guide. */
  @Component
  static class Source {

    private final HandlingTimes times;
    private final ItemRatings ratings;

    Source(HandlingTimes times, ItemRatings ratings) {
      this.times = times;
      this.ratings = ratings;
    }

    GuideFigures of(ServiceItem item) {
      return new GuideFigures(
          times.of(item.taskCode()).orElse(null), ratings.of(item.taskCode()).orElse(null));
    }

    /** For the tag of the page. */
    String round() {
      return times.round() + "." + ratings.round();
    }
  }
}
