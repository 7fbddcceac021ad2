package org.yongtong.catalogue.coverage;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yongtong.catalogue.ItemFacts;
import org.yongtong.catalogue.coverage.PastVersions.Past;

/** How the shares of the lead items stood at the end of each month; the last month as of now. */
record Trend(List<Month> months) {

  /** At most so many, and none before the first item was published. */
  static final int MONTHS = 12;

  static final List<Measure> MEASURES =
      List.of(Measure.ONLINE, Measure.FULLY_ONLINE, Measure.WHOLE);

  record Month(YearMonth month, int items, Map<Measure, Share> shares) {

    Share share(Measure measure) {
      return shares.getOrDefault(measure, new Share(0, 0));
    }
  }

  static Trend of(List<Past> versions, Map<UUID, ItemFacts> facts, Instant now, ZoneId zone) {
    YearMonth last = YearMonth.from(now.atZone(zone));
    var months = new ArrayList<Month>();
    for (YearMonth month = last.minusMonths(MONTHS - 1L);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
      Instant at = end.isAfter(now) ? now : end.minusMillis(1);
      Month counted = count(month, versions, facts, at);
      if (counted.items() > 0) {
        months.add(counted);
      }
    }
    return new Trend(List.copyOf(months));
  }

  private static Month count(
      YearMonth month, List<Past> versions, Map<UUID, ItemFacts> facts, Instant at) {
    int items = 0;
    var reached = new EnumMap<Measure, Integer>(Measure.class);
    var of = new EnumMap<Measure, Integer>(Measure.class);
    for (Past past : versions) {
      ItemFacts known = facts.get(past.version());
      if (known == null || !past.inForce(at)) {
        continue;
      }
      items++;
      for (Measure measure : MEASURES) {
        if (measure.counts(known)) {
          of.merge(measure, 1, Integer::sum);
          if (past.inUse(at) && measure.reaches(known)) {
            reached.merge(measure, 1, Integer::sum);
          }
        }
      }
    }
    var shares = new EnumMap<Measure, Share>(Measure.class);
    MEASURES.forEach(
        measure ->
            shares.put(
                measure, new Share(reached.getOrDefault(measure, 0), of.getOrDefault(measure, 0))));
    return new Month(month, items, shares);
  }
}
