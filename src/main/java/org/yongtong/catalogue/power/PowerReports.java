package org.yongtong.catalogue.power;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.Powers;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;

/**
 * Lists over the whole catalogue that are worth keeping: each is made once and again when something
 * was published.
 */
@Component
class PowerReports {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final Catalogue catalogue;
  private final Powers powers;
  private final PowerChanges packChanges;
  private final LeadParts parts;
  private final Directory directory;
  private final Clock clock;
  private final Kept<IntermediariesPage> intermediaries = new Kept<>();
  private final Kept<PowerChangesPage> changes = new Kept<>();

  PowerReports(
      Catalogue catalogue,
      Powers powers,
      PowerChanges packChanges,
      LeadParts parts,
      Directory directory,
      Clock clock) {
    this.catalogue = catalogue;
    this.powers = powers;
    this.packChanges = packChanges;
    this.parts = parts;
    this.directory = directory;
    this.clock = clock;
  }

  /** A value and the lists it was made of. */
  private final class Kept<T> {
    private @Nullable T value;
    private @Nullable List<ItemHead> items;
    private @Nullable List<PowerItem> others;

    synchronized T get(Supplier<T> maker) {
      List<ItemHead> nowItems = catalogue.listPublished();
      List<PowerItem> nowOthers = powers.all();
      T present = value;
      if (present == null || items != nowItems || others != nowOthers) {
        present = maker.get();
        value = present;
        items = nowItems;
        others = nowOthers;
      }
      return present;
    }
  }

  IntermediariesPage intermediaries() {
    return intermediaries.get(this::makeIntermediaries);
  }

  PowerChangesPage changes() {
    return changes.get(this::makeChanges);
  }

  private IntermediariesPage makeIntermediaries() {
    Map<String, ItemHead> leads = leads();
    var lines = new ArrayList<IntermediariesPage.Line>();
    for (LeadParts.Intermediary each : parts.intermediaries()) {
      ItemHead item = leads.get(each.item());
      if (item != null) {
        lines.add(
            new IntermediariesPage.Line(
                each.name(),
                each.kind(),
                each.basis(),
                each.note(),
                item.name(),
                "/items/" + item.taskCode(),
                body(item.department())));
      }
    }
    var byName = Collator.getInstance(Locale.CHINA);
    lines.sort(
        Comparator.comparing(IntermediariesPage.Line::name, byName)
            .thenComparing(IntermediariesPage.Line::item, byName));
    return new IntermediariesPage(List.copyOf(lines));
  }

  private PowerChangesPage makeChanges() {
    var lines = new ArrayList<PowerChangesPage.Line>();
    for (PowerChanges.Change each : packChanges.list()) {
      lines.add(
          line(
              each.name(),
              null,
              each.department(),
              each.what().word(),
              each.date(),
              each.to() == null
                  ? null
                  : directory.findDepartment(each.to()).map(Department::name).orElse(each.to()),
              each.reason(),
              each.basis()));
    }
    Map<String, ItemHead> leads = leads();
    for (LeadParts.HandedDown each : parts.handedDown()) {
      ItemHead item = leads.get(each.lead());
      if (item != null) {
        lines.add(
            line(
                item.name(),
                "/catalogue/" + item.id(),
                item.department(),
                each.mode().word(),
                each.on(),
                each.bodies() + " 个下级单位",
                each.reason(),
                each.basis()));
      }
    }
    for (LeadParts.Ended each : parts.ended()) {
      String successor = each.successor();
      String code = each.code();
      lines.add(
          line(
              each.name(),
              code == null ? null : "/items/" + code + "/versions",
              each.department(),
              "取消",
              each.at().atZoneSameInstant(clock.getZone()).toLocalDate(),
              successor == null
                  ? null
                  : catalogue.findHead(successor).map(ItemHead::name).orElse(successor),
              each.reason(),
              null));
    }
    lines.sort(Comparator.comparing(PowerChangesPage.Line::date).reversed());
    return new PowerChangesPage(List.copyOf(lines));
  }

  private PowerChangesPage.Line line(
      String name,
      @Nullable String path,
      String department,
      String what,
      LocalDate date,
      @Nullable String to,
      @Nullable String reason,
      @Nullable String basis) {
    return new PowerChangesPage.Line(
        name, path, body(department), what, date, DATE.format(date), to, reason, basis);
  }

  private Map<String, ItemHead> leads() {
    return catalogue.leads().stream().collect(Collectors.toMap(ItemHead::id, Function.identity()));
  }

  private String body(String key) {
    return directory.findDepartment(key).map(Department::name).orElse(key);
  }
}
