package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.Level;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.directory.Division;

/**
 * Bodies to which an item can be sent down: counties' approval bureaus, towns and streets, villages
 * and communities. Chosen one by one, all of a level, or all of a level in a county.
 */
@Component
class BodyChoice {

  private final Directory directory;
  private final Catalogue catalogue;

  BodyChoice(Directory directory, Catalogue catalogue) {
    this.directory = directory;
    this.catalogue = catalogue;
  }

  List<TermsPage.County> counties(String item, List<String> chosen) {
    Set<String> running = running(item);
    Map<String, List<TermsPage.Body>> byCounty = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (Division county : directory.counties()) {
      names.put(county.code().substring(0, 6), county.name());
      byCounty.put(county.code().substring(0, 6), new ArrayList<>());
    }
    for (Department body : bodies()) {
      List<TermsPage.Body> list = byCounty.get(body.division().substring(0, 6));
      if (list != null) {
        list.add(
            new TermsPage.Body(
                body.key(),
                body.shortName(),
                Level.ofDivision(body.division()).word(),
                chosen.contains(body.key()),
                running.contains(body.key())));
      }
    }
    return byCounty.entrySet().stream()
        .filter(county -> !county.getValue().isEmpty())
        .map(
            county ->
                new TermsPage.County(
                    county.getKey(),
                    names.getOrDefault(county.getKey(), ""),
                    county.getValue(),
                    (int) county.getValue().stream().filter(TermsPage.Body::chosen).count()))
        .toList();
  }

  /**
   * What was chosen, as keys.
   *
   * @param one keys ticked
   * @param all {@code county}, {@code town}, {@code village}, also with a county: {@code
   *     town:450103}
   */
  List<String> chosen(String item, String[] one, String[] all) {
    Set<String> running = running(item);
    var keys = new LinkedHashSet<String>();
    for (Department body : bodies()) {
      String level = Level.ofDivision(body.division()).name().toLowerCase(java.util.Locale.ROOT);
      String county = body.division().substring(0, 6);
      boolean taken =
          Arrays.asList(one).contains(body.key())
              || Arrays.stream(all)
                  .anyMatch(each -> each.equals(level) || each.equals(level + ":" + county));
      if (taken && !running.contains(body.key())) {
        keys.add(body.key());
      }
    }
    return List.copyOf(keys);
  }

  private List<Department> bodies() {
    return directory.departments().stream()
        .filter(
            body ->
                switch (Level.ofDivision(body.division())) {
                  case CITY -> false;
                  case COUNTY -> body.key().startsWith("approval-");
                  case TOWN, VILLAGE -> true;
                })
        .toList();
  }

  private Set<String> running(String item) {
    return catalogue.implementations(item).stream()
        .map(ItemHead::department)
        .collect(Collectors.toSet());
  }
}
