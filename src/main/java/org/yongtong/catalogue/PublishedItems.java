package org.yongtong.catalogue;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yongtong.platform.code.TaskCode;

/** All published implementations at one moment, ready to be listed; never changes. */
final class PublishedItems {

  private final Map<String, ItemHead> byId;
  private final Map<String, ItemHead> byCode = new HashMap<>();
  private final List<ItemHead> leads;
  private final Map<String, List<ItemHead>> byLead = new HashMap<>();
  private final Map<String, List<ItemHead>> handling = new HashMap<>();
  private final List<ItemHead> all;

  PublishedItems(Map<String, ItemHead> heads) {
    this.byId = Map.copyOf(heads);
    var byName = Collator.getInstance(Locale.CHINA);
    this.leads =
        heads.values().stream()
            .filter(ItemHead::isLead)
            .sorted(Comparator.comparing(ItemHead::name, byName))
            .toList();
    var order = new HashMap<String, Integer>();
    leads.forEach(lead -> order.put(lead.id(), order.size()));
    this.all =
        heads.values().stream()
            .sorted(
                Comparator.comparing(ItemHead::level)
                    .thenComparing(ItemHead::division)
                    .thenComparing(head -> order.getOrDefault(head.leadId(), Integer.MAX_VALUE))
                    .thenComparing(ItemHead::id))
            .toList();
    for (ItemHead head : all) {
      byCode.put(head.taskCode(), head);
      if (head.taskCode().length() > TaskCode.LENGTH) {
        handling
            .computeIfAbsent(
                head.taskCode().substring(0, TaskCode.LENGTH), ignored -> new ArrayList<>())
            .add(head);
      }
      byLead.computeIfAbsent(head.leadId(), ignored -> new ArrayList<>()).add(head);
    }
  }

  /** The same with these lines changed; what is nearly in order already is soon sorted again. */
  PublishedItems with(List<ItemTables.HeadRow> changed) {
    Map<String, ItemHead> next = new LinkedHashMap<>();
    all.forEach(head -> next.put(head.id(), head));
    merge(next, changed);
    return new PublishedItems(next);
  }

  /** Lays lines over a list; leads first, for claimants share their lead's texts. */
  static void merge(Map<String, ItemHead> heads, List<ItemTables.HeadRow> rows) {
    for (boolean lead : new boolean[] {true, false}) {
      for (ItemTables.HeadRow row : rows) {
        if ((row.lead() == null) == lead) {
          ItemHead head = HeadReader.read(row, lead ? null : heads.get(row.lead()));
          if (head == null) {
            heads.remove(row.id());
          } else {
            heads.put(row.id(), head);
          }
        }
      }
    }
  }

  /** Whether these lines say what is known already. */
  boolean knows(ItemTables.HeadRow row) {
    ItemHead known = byId.get(row.id());
    return known == null
        ? row.version() == null
        : known.version().equals(row.version())
            && known.state() == row.state()
            && known.taskCode().equals(row.taskCode());
  }

  Optional<ItemHead> find(String taskCode) {
    return Optional.ofNullable(byCode.get(taskCode));
  }

  List<ItemHead> handlingItems(String taskCode) {
    return List.copyOf(handling.getOrDefault(taskCode, List.of()));
  }

  List<ItemHead> leads() {
    return leads;
  }

  List<ItemHead> all() {
    return all;
  }

  List<ItemHead> implementations(String lead) {
    return List.copyOf(byLead.getOrDefault(lead, List.of()));
  }
}
