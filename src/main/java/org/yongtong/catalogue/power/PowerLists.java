package org.yongtong.catalogue.power;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.Powers;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.directory.Department;

/** The power list of a body: service items of the kinds that are powers, and all other powers. */
@Component
class PowerLists {

  private final Catalogue catalogue;
  private final Powers powers;
  private final ItemDuties duties;
  private volatile Counted counted = new Counted(List.of(), List.of(), Map.of());

  PowerLists(Catalogue catalogue, Powers powers, ItemDuties duties) {
    this.catalogue = catalogue;
    this.powers = powers;
    this.duties = duties;
  }

  /** Counts for exactly these lists. */
  private record Counted(
      List<ItemHead> items, List<PowerItem> powers, Map<String, Map<String, Integer>> counts) {}

  /** Department → kind → how many; kinds without any are left out. */
  Map<String, Map<String, Integer>> counts() {
    List<ItemHead> items = catalogue.listPublished();
    List<PowerItem> others = powers.all();
    Counted present = counted;
    if (present.items() != items || present.powers() != others) {
      present = new Counted(items, others, count(items, others));
      counted = present;
    }
    return present.counts();
  }

  private static Map<String, Map<String, Integer>> count(
      List<ItemHead> items, List<PowerItem> powers) {
    var counts = new HashMap<String, Map<String, Integer>>();
    for (ItemHead item : items) {
      if (PowerKinds.power(item.kind())) {
        counts
            .computeIfAbsent(item.department(), ignored -> new HashMap<>())
            .merge(item.kind().code(), 1, Integer::sum);
      }
    }
    for (PowerItem power : powers) {
      counts
          .computeIfAbsent(power.department(), ignored -> new HashMap<>())
          .merge(power.kind().code(), 1, Integer::sum);
    }
    return counts;
  }

  /** All of a body, by kind and base code. */
  List<PowerRow> of(Department department) {
    List<ItemHead> items =
        catalogue.listPublished().stream()
            .filter(item -> item.department().equals(department.key()))
            .filter(item -> PowerKinds.power(item.kind()))
            .toList();
    Map<UUID, ItemDuties.Part> parts = duties.of(items.stream().map(ItemHead::version).toList());
    var rows = new ArrayList<PowerRow>();
    for (ItemHead item : items) {
      rows.add(row(item, department, parts.getOrDefault(item.version(), ItemDuties.Part.NONE)));
    }
    powers.of(department.key()).forEach(power -> rows.add(row(power, department)));
    rows.sort(Comparator.comparing(PowerRow::kind).thenComparing(PowerRow::code));
    return rows;
  }

  private PowerRow row(ItemHead item, Department department, ItemDuties.Part part) {
    List<Level> levels =
        catalogue.implementations(item.leadId()).stream()
            .map(ItemHead::level)
            .distinct()
            .sorted()
            .toList();
    String path = "/items/" + item.taskCode();
    return new PowerRow(
        item.taskCode(),
        item.baseCode(),
        item.name(),
        mainName(part.mainCode()),
        item.kind().code(),
        item.kind().word(),
        digits(levels),
        words(levels),
        part.bases(),
        objects(item.audience()),
        department.name(),
        part.duties(),
        limit(item),
        path,
        path + "/flow",
        item.state() == ItemState.IN_USE ? null : item.state().word());
  }

  private static String limit(ItemHead item) {
    String promised = item.promisedDays() == 0 ? "当场办结" : "承诺 " + item.promisedDays() + " 个工作日";
    return item.legalDays() == 0 ? promised : "法定 " + item.legalDays() + " 个工作日，" + promised;
  }

  private static PowerRow row(PowerItem power, Department department) {
    String path = "/powers/" + department.key() + "/" + power.code();
    PowerItem.Limit limit = power.limit();
    return new PowerRow(
        power.code(),
        power.baseCode(),
        power.name(),
        null,
        power.kind().code(),
        power.kind().word(),
        digits(power.levels()),
        words(power.levels()),
        power.bases().stream().map(basis -> "《" + basis.law() + "》" + basis.article()).toList(),
        objects(power.objects()),
        department.name(),
        power.responsibility().stream().map(PowerItem.Duty::text).toList(),
        limit == null ? null : limit.words(),
        path,
        path + "#flow",
        null);
  }

  private @Nullable String mainName(@Nullable String baseCode) {
    return baseCode == null
        ? null
        : catalogue.leads().stream()
            .filter(lead -> lead.baseCode().equals(baseCode))
            .map(ItemHead::name)
            .findFirst()
            .orElse(baseCode);
  }

  private static List<String> digits(List<Level> levels) {
    return levels.stream().map(level -> String.valueOf(level.code())).toList();
  }

  static String words(List<Level> levels) {
    return levels.stream().map(Level::word).collect(Collectors.joining("、"));
  }

  static String objects(java.util.Set<Audience> objects) {
    return objects.stream().map(Audience::word).collect(Collectors.joining("、"));
  }
}
