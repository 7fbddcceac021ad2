package org.yongtong.catalogue.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.Words;
import org.yongtong.catalogue.revise.Purpose;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.directory.ServicePlace;

/** The editor's pages for a revision, with what can be chosen on them. */
@Component
class Pages {

  private final Directory directory;
  private final Catalogue catalogue;

  Pages(Directory directory, Catalogue catalogue) {
    this.directory = directory;
    this.catalogue = catalogue;
  }

  /**
   * @param lead content of the lead that the item follows, or null
   */
  List<EditorPage> of(Revision revision, @Nullable Map<String, Object> lead) {
    if (!revision.purpose().changesText()) {
      return List.of();
    }
    return revision.lead() == null
        ? lead(
            revision.purpose() == Purpose.SET_UP
                && !revision.content().containsKey("sub_item_of")
                && !revision.content().containsKey("handling_no"),
            revision.department(),
            revision.division())
        : claimant(revision.department(), revision.division(), lead == null ? Map.of() : lead);
  }

  List<EditorPage> lead(boolean fresh, String department, String division) {
    return LeadPages.of(
        new LeadPages.Options(
            fresh,
            departments(division),
            places(department, division),
            held(),
            Words.themes(Audience.PERSON),
            Words.themes(Audience.LEGAL),
            Words.lifeEvents()));
  }

  private List<EditorPage> claimant(String department, String division, Map<String, Object> lead) {
    return ClaimantPages.of(
        new ClaimantPages.Options(
            departments(division),
            places(department, division),
            papers(lead),
            java.util.Set.copyOf(Place.texts(lead, "open"))));
  }

  private static Map<String, String> papers(Map<String, Object> lead) {
    var papers = new LinkedHashMap<String, String>();
    for (int i = 0; i < Place.list(lead, "papers").size(); i++) {
      String at = "papers[%d].".formatted(i);
      papers.put(Place.text(lead, at + "id"), Place.text(lead, at + "name"));
    }
    return papers;
  }

  /** The page of one paper, found by its id. */
  static Optional<EditorPage> paper(
      Map<String, Object> document, String paper, Map<String, String> held) {
    for (int i = 0; i < Place.list(document, LeadPages.PAPERS).size(); i++) {
      String at = "papers[%d]".formatted(i);
      if (Place.text(document, at + ".id").equals(paper)) {
        String name = Place.text(document, at + ".name");
        return Optional.of(LeadPages.paper(at, name.isEmpty() ? "新材料" : name, held));
      }
    }
    return Optional.empty();
  }

  /** Departments of the same city or county. */
  private Map<String, String> departments(String division) {
    Level level = Level.ofDivision(division);
    String prefix = level == Level.CITY ? division.substring(0, 4) : division.substring(0, 6);
    var names = new LinkedHashMap<String, String>();
    for (Department each : directory.departments()) {
      Level theirs = Level.ofDivision(each.division());
      if (each.division().startsWith(prefix) && (theirs == level || theirs == Level.CITY)) {
        names.put(each.key(), each.shortName());
      }
    }
    return names;
  }

  /** Of the city: halls, districts and the department's own; below: those of the own territory. */
  private Map<String, String> places(String department, String division) {
    Level level = Level.ofDivision(division);
    var names = new LinkedHashMap<String, String>();
    for (ServicePlace place : directory.places()) {
      boolean offered =
          switch (level) {
            case CITY ->
                place.key().equals("dept-" + department)
                    || !place.key().startsWith("dept-")
                        && Level.ofDivision(place.division()).code() <= Level.COUNTY.code();
            case COUNTY -> place.division().startsWith(division.substring(0, 6));
            default -> place.division().startsWith(division.substring(0, 9));
          };
      if (offered) {
        names.put(place.key(), place.name());
      }
    }
    return names;
  }

  /** What already holds a paper: the registers, and every certificate that the city issues. */
  Map<String, String> held() {
    var held = new LinkedHashMap<String, String>();
    held.put("person-register", "人口信息库");
    held.put("company-register", "企业登记信息库");
    for (ItemHead head : catalogue.leads()) {
      catalogue
          .findPublished(head.taskCode())
          .map(item -> item.result().certificate())
          .ifPresent(certificate -> held.putIfAbsent(certificate.type(), "电子证照：" + head.name()));
    }
    return held;
  }
}
