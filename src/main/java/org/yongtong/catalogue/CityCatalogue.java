package org.yongtong.catalogue;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.directory.Directory;
import org.yongtong.form.Applicant;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;

/** Answers from memory; only versions that are no longer published are read from the tables. */
@Component
class CityCatalogue implements Catalogue {

  private final ItemVersions versions;
  private final ItemReader reader;
  private final Forms forms;
  private final Directory directory;
  private final Map<UUID, ServiceItem> known = new ConcurrentHashMap<>();
  private volatile @Nullable Published published;

  CityCatalogue(ItemVersions versions, ItemReader reader, Forms forms, Directory directory) {
    this.versions = versions;
    this.reader = reader;
    this.forms = forms;
    this.directory = directory;
  }

  /** What is published, by name and by code, ready to be searched. */
  private record Published(
      List<ServiceItem> byName, Map<String, ServiceItem> byCode, ItemSearch search) {}

  void refresh() {
    var byName = Collator.getInstance(Locale.CHINA);
    known.clear();
    List<ServiceItem> items =
        versions.listPublished().stream()
            .map(reader::read)
            .sorted(Comparator.comparing(ServiceItem::name, byName))
            .toList();
    items.forEach(item -> known.put(item.version(), item));
    published =
        new Published(
            items,
            items.stream().collect(Collectors.toMap(ServiceItem::taskCode, Function.identity())),
            new ItemSearch(items, directory));
  }

  private Published now() {
    Published present = published;
    if (present == null) {
      throw new IllegalStateException("the catalogue is used before the city pack was loaded");
    }
    return present;
  }

  @Override
  public Optional<ServiceItem> findPublished(String taskCode) {
    return Optional.ofNullable(now().byCode().get(taskCode));
  }

  @Override
  public ServiceItem version(UUID version) {
    ServiceItem item = known.get(version);
    if (item != null) {
      return item;
    }
    ServiceItem old =
        versions
            .find(version)
            .map(reader::read)
            .orElseThrow(() -> new NoSuchElementException("no item version " + version));
    known.put(version, old);
    return old;
  }

  /** Any version by its address; the published one comes from memory. */
  Optional<ServiceItem> findVersion(String taskCode, int number) {
    Optional<ServiceItem> present =
        findPublished(taskCode).filter(item -> item.versionNumber() == number);
    return present.isPresent() ? present : versions.find(taskCode, number).map(reader::read);
  }

  @Override
  public List<ServiceItem> published() {
    return now().byName();
  }

  @Override
  public List<ServiceItem> search(ItemQuery query) {
    return now().search().find(query);
  }

  @Override
  public List<ServiceItem.Paper> papersFor(ServiceItem item, Values values, Applicant applicant) {
    return item.papers().stream()
        .filter(
            paper -> {
              String when = paper.when();
              return when == null || forms.holds(item.form(), when, values, applicant);
            })
        .toList();
  }
}
