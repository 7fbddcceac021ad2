package org.yongtong.catalogue.life;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemFacts;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.VersionFacts;
import org.yongtong.catalogue.life.LifeEvent.Step;
import org.yongtong.catalogue.life.LifeEventPage.GuideLink;
import org.yongtong.catalogue.life.LifeEventPage.Other;
import org.yongtong.catalogue.life.LifeEventPage.PhaseView;
import org.yongtong.catalogue.life.LifeEventPage.StepView;
import org.yongtong.directory.Directory;

/** Makes pages of life events; one for each event and place until the catalogue changes. */
@Component
class LifeEventPages {

  private static final int KEPT = 2_000;
  private static final int OTHERS = 4;

  private final LifeEvents events;
  private final Catalogue catalogue;
  private final VersionFacts facts;
  private final Directory directory;
  private volatile Made made = Made.of(List.of());

  LifeEventPages(LifeEvents events, Catalogue catalogue, VersionFacts facts, Directory directory) {
    this.events = events;
    this.catalogue = catalogue;
    this.facts = facts;
    this.directory = directory;
  }

  private record Key(String event, String place) {}

  /**
   * @param list of the catalogue from which the pages were made; one that changed is another object
   */
  private record Made(List<ItemHead> list, Cache<Key, LifeEventPage> pages) {
    static Made of(List<ItemHead> list) {
      return new Made(list, CacheBuilder.newBuilder().maximumSize(KEPT).build());
    }
  }

  LifeEventsPage list() {
    Map<String, ItemHead> leads = leads();
    return new LifeEventsPage(
        List.of(
            group("person", "个人和家庭", Audience.PERSON, leads),
            group("legal", "企业、个体户和组织", Audience.LEGAL, leads)));
  }

  private LifeEventsPage.Group group(
      String id, String word, Audience who, Map<String, ItemHead> leads) {
    return new LifeEventsPage.Group(
        id,
        word,
        events.of(who).stream()
            .map(
                event ->
                    new LifeEventsPage.Tile(
                        event.name(),
                        event.path(),
                        event.icon(),
                        event.summary(),
                        (int) event.items().stream().filter(leads::containsKey).count()))
            .toList());
  }

  /**
   * @param place 12-digit code that the visitor has chosen, or null for the whole city
   */
  LifeEventPage page(LifeEvent event, @Nullable String place) {
    List<ItemHead> now = catalogue.listPublished();
    Made present = made;
    if (present.list() != now) {
      present = Made.of(now);
      made = present;
    }
    String where = place == null ? directory.city().code() : place;
    var key = new Key(event.key(), place == null ? "" : place);
    LifeEventPage known = present.pages().getIfPresent(key);
    if (known == null) {
      known = make(event, where, place != null);
      present.pages().put(key, known);
    }
    return known;
  }

  private LifeEventPage make(LifeEvent event, String place, boolean chosen) {
    Map<String, ItemHead> leads = leads();
    var variants = new HashMap<String, ItemHead>();
    for (String item : event.items()) {
      ItemHead lead = leads.get(item);
      if (lead != null) {
        variants.put(item, nearest(lead, place));
      }
    }
    Map<UUID, ItemFacts> known =
        facts.of(variants.values().stream().map(ItemHead::version).toList());
    var phases = new ArrayList<PhaseView>();
    for (LifeEvent.Phase phase : event.phases()) {
      List<StepView> steps =
          phase.steps().stream()
              .filter(step -> step.item() == null || variants.containsKey(step.item()))
              .map(step -> view(step, variants, known))
              .toList();
      if (!steps.isEmpty()) {
        phases.add(new PhaseView("phase-" + (phases.size() + 1), phase.when(), steps));
      }
    }
    Set<String> here = Set.copyOf(event.items());
    int more =
        (int)
            leads.values().stream()
                .filter(lead -> lead.lifeEvents().contains(event.tag()))
                .filter(lead -> lead.audience().contains(event.who()))
                .filter(lead -> !here.contains(lead.id()))
                .count();
    return new LifeEventPage(
        event,
        directory.findDivision(place).orElse(directory.city()).name(),
        chosen,
        phases,
        variants.size(),
        (int) variants.values().stream().filter(LifeEventPages::fullyOnline).count(),
        "/items?event=%s&audience=%s"
            .formatted(event.tag(), event.who() == Audience.PERSON ? "person" : "legal"),
        more,
        others(event));
  }

  private static boolean fullyOnline(ItemHead head) {
    return head.depth() == Depth.FULL && head.visits() == 0;
  }

  /** Those of the same people that stand next in the pack's order, round and round. */
  private List<Other> others(LifeEvent event) {
    List<LifeEvent> same = events.of(event.who());
    int at = same.indexOf(event);
    var others = new ArrayList<Other>();
    for (int i = 1; i <= Math.min(OTHERS, same.size() - 1); i++) {
      LifeEvent other = same.get((at + i) % same.size());
      others.add(new Other(other.name(), other.path(), other.icon()));
    }
    return others;
  }

  private StepView view(Step step, Map<String, ItemHead> variants, Map<UUID, ItemFacts> known) {
    ItemHead head = step.item() == null ? null : Objects.requireNonNull(variants.get(step.item()));
    return new StepView(
        step.kind(),
        step.text(),
        head == null ? null : link(head, known.get(head.version())),
        step.by(),
        step.only(),
        step.until(),
        step.basis());
  }

  private GuideLink link(ItemHead head, @Nullable ItemFacts more) {
    var facts = new ArrayList<String>();
    facts.add(head.depth().word());
    facts.add(head.visits() == 0 ? "不用到现场" : "到现场 " + head.visits() + " 次");
    facts.add(head.promisedDays() == 0 ? "当场办结" : head.promisedDays() + " 个工作日");
    if (more != null) {
      facts.add(more.fees().isEmpty() ? "不收费" : "收费 " + String.join("、", more.fees()));
    }
    return new GuideLink(
        head.name(),
        "/items/" + head.taskCode(),
        directory.department(head.department()).shortName(),
        List.copyOf(facts),
        head.state() == ItemState.SUSPENDED);
  }

  private Map<String, ItemHead> leads() {
    var leads = new HashMap<String, ItemHead>();
    catalogue.leads().forEach(lead -> leads.put(lead.id(), lead));
    return leads;
  }

  /** The variant of the body nearest to a place; the lead where none serves it. */
  private ItemHead nearest(ItemHead lead, String place) {
    return catalogue.implementations(lead.id()).stream()
        .filter(head -> serves(head.division(), place))
        .max(Comparator.comparing(ItemHead::level))
        .orElse(lead);
  }

  /** A body's division serves a place when its code without trailing zeros begins the place's. */
  private static boolean serves(String division, String place) {
    return place.startsWith(significant(division));
  }

  private static String significant(String division) {
    if (division.endsWith("00000000")) {
      return division.substring(0, 4);
    }
    if (division.endsWith("000000")) {
      return division.substring(0, 6);
    }
    return division.endsWith("000") ? division.substring(0, 9) : division;
  }
}
