package org.yongtong.catalogue;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.form.Applicant;
import org.yongtong.form.Values;

/**
 * Answers lists from memory, full items from a bounded cache; the {@link ItemFinder} searches. Each
 * node follows the table by itself ({@link CatalogueWatch}), so that what is published on one is
 * seen on all.
 */
@Component
class CityCatalogue implements Catalogue {

  private static final int FULL_ITEMS = 600;

  private final ItemTables tables;
  private final ItemReader reader;
  private final Situations situations;
  private final ItemFinder finder;
  private final Cache<UUID, ServiceItem> full =
      CacheBuilder.newBuilder().maximumSize(FULL_ITEMS).build();
  private volatile @Nullable PublishedItems published;
  private volatile int generation;

  /** The finder could not take in what is published; it is shown again at the next look. */
  private boolean behind;

  /** Transactions from here on may hold rows that were not seen yet. */
  private String horizon = "0";

  CityCatalogue(ItemTables tables, ItemReader reader, Situations situations, ItemFinder finder) {
    this.tables = tables;
    this.reader = reader;
    this.situations = situations;
    this.finder = finder;
  }

  /** Reads everything anew. */
  synchronized void refresh() {
    horizon = tables.horizon();
    var heads = new HashMap<String, ItemHead>();
    PublishedItems.merge(heads, tables.heads(null));
    full.invalidateAll();
    show(new PublishedItems(heads));
  }

  /** Reads what has changed since the last look; does nothing before the first. */
  synchronized void refreshChanged() {
    PublishedItems present = published;
    if (present == null) {
      return;
    }
    String next = tables.horizon();
    List<ItemTables.HeadRow> changed =
        tables.heads(horizon).stream().filter(row -> !present.knows(row)).toList();
    horizon = next;
    if (!changed.isEmpty()) {
      generation++;
      full.invalidateAll(); // a guide also says who else runs its item
      show(present.with(changed));
    } else if (behind) {
      show(present);
    }
  }

  /** Counts the changes seen since the start. */
  int generation() {
    return generation;
  }

  private void show(PublishedItems next) {
    published = next;
    behind = true;
    finder.show(next.leads(), next::implementations);
    behind = false;
  }

  private PublishedItems now() {
    PublishedItems present = published;
    if (present == null) {
      throw new IllegalStateException("the catalogue is used before the city pack was loaded");
    }
    return present;
  }

  @Override
  public Optional<ServiceItem> findPublished(String taskCode) {
    return findHead(taskCode).map(head -> version(head.version()));
  }

  @Override
  public Optional<ItemHead> findHead(String taskCode) {
    return now().find(taskCode);
  }

  @Override
  public ServiceItem version(UUID version) {
    ServiceItem known = full.getIfPresent(version);
    if (known != null) {
      return known;
    }
    ServiceItem read =
        tables
            .find(version)
            .map(reader::read)
            .orElseThrow(() -> new NoSuchElementException("no item version " + version));
    ServiceItem first = full.asMap().putIfAbsent(version, read);
    return first == null ? read : first;
  }

  /** Any version by its address; the published one comes from memory. */
  Optional<ServiceItem> findVersion(String taskCode, int number) {
    Optional<ItemHead> present = findHead(taskCode).filter(head -> head.versionNumber() == number);
    return present.isPresent()
        ? present.map(head -> version(head.version()))
        : tables.find(taskCode, number).map(reader::read);
  }

  /** The last version of an item that was cancelled. */
  Optional<ServiceItem> findCancelled(String taskCode) {
    return tables.findCancelled(taskCode).map(reader::read);
  }

  /** The handling items (业务办理项) below an implementation code of 31 digits. */
  List<ItemHead> handlingItems(String taskCode) {
    return now().handlingItems(taskCode);
  }

  @Override
  public List<ItemHead> leads() {
    return now().leads();
  }

  @Override
  public List<ItemHead> implementations(String lead) {
    return now().implementations(lead);
  }

  @Override
  public List<ItemHead> listPublished() {
    return now().all();
  }

  @Override
  public List<ItemHead> search(ItemQuery query) {
    return finder.find(query);
  }

  @Override
  public List<ServiceItem.Paper> papersFor(ServiceItem item, Values values, Applicant applicant) {
    return situations.papers(item, values, applicant);
  }
}
