package org.yongtong.catalogue.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Directory;

/**
 * The findings over the whole catalogue, kept until an item, a review or the day changes. Of leads
 * the complete text is looked at; a claimant shares it, so only its own promise is.
 */
@Component
class Quality {

  private final Catalogue catalogue;
  private final Directory directory;
  private final Laws laws;
  private final Reviews reviews;
  private final JdbcClient database;
  private final Clock clock;
  private volatile @Nullable Snapshot kept;

  Quality(
      Catalogue catalogue,
      Directory directory,
      Laws laws,
      Reviews reviews,
      JdbcClient database,
      Clock clock) {
    this.catalogue = catalogue;
    this.directory = directory;
    this.laws = laws;
    this.reviews = reviews;
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param stamp what it was made from
   * @param items how many implementations were looked at
   */
  record Snapshot(String stamp, Instant at, int items, List<Finding> findings) {}

  Snapshot now() {
    String stamp = stamp();
    Snapshot present = kept;
    if (present != null && present.stamp().equals(stamp)) {
      return present;
    }
    synchronized (this) {
      Snapshot again = kept;
      if (again != null && again.stamp().equals(stamp)) {
        return again;
      }
      Snapshot made = make(stamp);
      kept = made;
      return made;
    }
  }

  private String stamp() {
    return LocalDate.now(clock)
        + database
            .sql(
                """
                SELECT (SELECT coalesce(max(changed_at)::text, '') FROM catalogue.item)
                  || (SELECT coalesce(max(reviewed_at)::text, '') FROM catalogue.review)
                """)
            .query(String.class)
            .single();
  }

  private Snapshot make(String stamp) {
    Map<String, Instant> looked = reviews.all();
    var inspection = new Inspection(laws, directory, looked, certificates(), LocalDate.now(clock));
    List<ItemHead> all = catalogue.listPublished();
    for (ItemHead head : all) {
      inspection.head(head);
      if (head.isLead()) {
        inspection.item(head, catalogue.version(head.version()));
      }
    }
    return new Snapshot(stamp, clock.instant(), all.size(), List.copyOf(inspection.found()));
  }

  private Set<String> certificates() {
    var names = new HashSet<String>();
    for (ItemHead head : catalogue.leads()) {
      ServiceItem item = catalogue.version(head.version());
      if (item.result().certificate() != null) {
        names.add(item.result().name());
      }
    }
    return names;
  }
}
