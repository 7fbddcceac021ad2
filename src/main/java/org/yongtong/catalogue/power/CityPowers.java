package org.yongtong.catalogue.power;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.Powers;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;

/** Answers from memory. */
@Component
class CityPowers implements Powers {

  private final PowerTables tables;
  private final Directory directory;
  private volatile @Nullable Published published;

  CityPowers(PowerTables tables, Directory directory) {
    this.tables = tables;
    this.directory = directory;
  }

  private record Published(
      List<PowerItem> all,
      Map<String, PowerItem> byCode,
      Map<String, List<PowerItem>> byDepartment) {}

  void refresh() {
    List<String> order = directory.departments().stream().map(Department::key).toList();
    List<PowerItem> all =
        tables.listPublished().stream()
            .map(PowerReader::read)
            .sorted(
                Comparator.<PowerItem>comparingInt(power -> order.indexOf(power.department()))
                    .thenComparing(PowerItem::code))
            .toList();
    published =
        new Published(
            all,
            all.stream().collect(Collectors.toMap(PowerItem::code, Function.identity())),
            all.stream()
                .collect(
                    Collectors.groupingBy(
                        PowerItem::department,
                        LinkedHashMap::new,
                        Collectors.toUnmodifiableList())));
  }

  private Published now() {
    Published present = published;
    if (present == null) {
      throw new IllegalStateException("the powers are used before the city pack was loaded");
    }
    return present;
  }

  @Override
  public Optional<PowerItem> find(String code) {
    return Optional.ofNullable(now().byCode().get(code));
  }

  @Override
  public List<PowerItem> of(String department) {
    return now().byDepartment().getOrDefault(department, List.of());
  }

  @Override
  public List<PowerItem> all() {
    return now().all();
  }
}
