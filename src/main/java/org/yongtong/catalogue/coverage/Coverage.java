package org.yongtong.catalogue.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemFacts;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.VersionFacts;
import org.yongtong.catalogue.coverage.PastVersions.Past;

/**
 * What the board counts, kept until the catalogue or the day changes. A list of the catalogue that
 * has not changed is the same object, so asking again costs nothing.
 */
@Component
class Coverage {

  private final Catalogue catalogue;
  private final VersionFacts facts;
  private final PastVersions past;
  private final Clock clock;
  private volatile @Nullable Snapshot kept;

  Coverage(Catalogue catalogue, VersionFacts facts, PastVersions past, Clock clock) {
    this.catalogue = catalogue;
    this.facts = facts;
    this.past = past;
    this.clock = clock;
  }

  /**
   * @param of the catalogue's list that it was made from
   * @param rows all published implementations, in the catalogue's order
   * @param leads those of them that are leads
   */
  record Snapshot(
      List<ItemHead> of, LocalDate day, Instant at, List<Row> rows, List<Row> leads, Trend trend) {}

  Snapshot now() {
    List<ItemHead> list = catalogue.listPublished();
    LocalDate day = LocalDate.now(clock);
    Snapshot present = kept;
    if (present != null && present.of() == list && present.day().equals(day)) {
      return present;
    }
    synchronized (this) {
      Snapshot again = kept;
      if (again != null && again.of() == list && again.day().equals(day)) {
        return again;
      }
      Snapshot made = make(list, day);
      kept = made;
      return made;
    }
  }

  private Snapshot make(List<ItemHead> list, LocalDate day) {
    Map<UUID, ItemFacts> known = facts.of(list.stream().map(ItemHead::version).toList());
    var rows = new ArrayList<Row>(list.size());
    for (ItemHead head : list) {
      ItemFacts each = known.get(head.version());
      if (each != null) {
        rows.add(new Row(head, each));
      }
    }
    Instant now = clock.instant();
    List<Past> versions =
        past.ofLeads(now.atZone(clock.getZone()).minusMonths(Trend.MONTHS).toOffsetDateTime());
    Trend trend =
        Trend.of(
            versions,
            facts.of(versions.stream().map(Past::version).toList()),
            now,
            clock.getZone());
    return new Snapshot(
        list,
        day,
        now,
        List.copyOf(rows),
        rows.stream().filter(row -> row.head().isLead()).toList(),
        trend);
  }
}
