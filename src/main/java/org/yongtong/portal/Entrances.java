package org.yongtong.portal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.life.LifeEvent;
import org.yongtong.catalogue.life.LifeEvents;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.portal.HomePage.Entrance;

/** The ways into the catalogue: life events, themes and departments that have items. */
@Component
class Entrances {

  private static final int FOREMOST_OF_PERSONS = 8;
  private static final int FOREMOST_OF_LEGAL = 4;

  private final ObjectProvider<Catalogue> catalogue;
  private final LifeEvents events;
  private final Directory directory;

  Entrances(ObjectProvider<Catalogue> catalogue, LifeEvents events, Directory directory) {
    this.catalogue = catalogue;
    this.events = events;
    this.directory = directory;
  }

  List<ItemHead> items() {
    Catalogue present = catalogue.getIfAvailable();
    return present == null ? List.of() : present.leads();
  }

  /** The pack's life events; where it has none, lists of the items that are marked with one. */
  List<Entrance> lifeEvents(List<ItemHead> items) {
    if (!events.all().isEmpty()) {
      return entrances(events.all(), items);
    }
    Map<String, Integer> count = count(items, ItemHead::lifeEvents);
    return Themes.LIFE_EVENTS.stream()
        .filter(event -> count.containsKey(event.key()))
        .map(
            event ->
                new Entrance(
                    event.word(),
                    "/items?event=" + event.key(),
                    event.icon(),
                    count.getOrDefault(event.key(), 0)))
        .toList();
  }

  /** The first of them for persons and for legal persons, for the front page. */
  List<Entrance> foremostEvents(List<ItemHead> items) {
    if (events.all().isEmpty()) {
      return lifeEvents(items);
    }
    return entrances(
        Stream.concat(
                events.of(Audience.PERSON).stream().limit(FOREMOST_OF_PERSONS),
                events.of(Audience.LEGAL).stream().limit(FOREMOST_OF_LEGAL))
            .toList(),
        items);
  }

  private static List<Entrance> entrances(List<LifeEvent> events, List<ItemHead> items) {
    Set<String> ids = items.stream().map(ItemHead::id).collect(Collectors.toSet());
    return events.stream()
        .map(
            event ->
                new Entrance(
                    event.name(),
                    event.path(),
                    event.icon(),
                    (int) event.items().stream().filter(ids::contains).count()))
        .toList();
  }

  List<Entrance> personThemes(List<ItemHead> items) {
    return themes(Themes.PERSON, "person", count(items, ItemHead::personThemes));
  }

  List<Entrance> legalThemes(List<ItemHead> items) {
    return themes(Themes.LEGAL, "legal", count(items, ItemHead::legalThemes));
  }

  List<Entrance> departments(List<ItemHead> items) {
    Map<String, Integer> count = count(items, item -> Set.of(item.department()));
    return count.entrySet().stream()
        .sorted(
            Comparator.comparing(Map.Entry<String, Integer>::getValue)
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .flatMap(
            entry ->
                directory.findDepartment(entry.getKey()).stream()
                    .map(department -> entrance(department, entry.getValue())))
        .toList();
  }

  String departmentName(ItemHead item) {
    return directory.findDepartment(item.department()).map(Department::name).orElse("");
  }

  private static Entrance entrance(Department department, int items) {
    return new Entrance(
        department.shortName(), "/items?department=" + department.key(), "building-bank", items);
  }

  private static List<Entrance> themes(
      List<Themes.Theme> themes, String whose, Map<String, Integer> count) {
    return themes.stream()
        .filter(theme -> count.containsKey(theme.code()))
        .map(
            theme ->
                new Entrance(
                    theme.word(),
                    "/items?theme=" + whose + ":" + theme.code(),
                    "folder",
                    count.getOrDefault(theme.code(), 0)))
        .toList();
  }

  private static Map<String, Integer> count(
      List<ItemHead> items, Function<ItemHead, Set<String>> keys) {
    var count = new HashMap<String, Integer>();
    items.stream()
        .flatMap(item -> keys.apply(item).stream())
        .forEach(key -> count.merge(key, 1, Integer::sum));
    return count;
  }
}
