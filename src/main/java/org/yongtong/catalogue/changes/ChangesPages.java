package org.yongtong.catalogue.changes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.Powers;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.Themes;
import org.yongtong.catalogue.changes.CatalogueChange.Place;
import org.yongtong.catalogue.changes.ChangesPage.Choice;
import org.yongtong.catalogue.changes.ChangesPage.Line;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;

/** Makes the list of changes. */
@Component
class ChangesPages {

  private static final int PER_PAGE = 20;

  private final ChangeTable changes;
  private final Catalogue catalogue;
  private final Powers powers;
  private final Directory directory;
  private final DateTimeFormatter date;

  ChangesPages(
      ChangeTable changes, Catalogue catalogue, Powers powers, Directory directory, Clock clock) {
    this.changes = changes;
    this.catalogue = catalogue;
    this.powers = powers;
    this.directory = directory;
    this.date = DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(clock.getZone());
  }

  /** The filters of a request; what is no body, theme or kind of change is dropped. */
  ChangeTable.Filter filter(Map<String, String> parameters) {
    String department = parameters.get("department");
    String theme = parameters.get("theme");
    return new ChangeTable.Filter(
        department != null && directory.findDepartment(department).isPresent() ? department : null,
        theme != null && themeWords().containsKey(theme) ? theme : null,
        Arrays.stream(What.values())
            .filter(each -> key(each).equals(parameters.get("what")))
            .findFirst()
            .orElse(null));
  }

  ChangesPage page(ChangeTable.Filter filter, @Nullable Place after) {
    List<CatalogueChange> found = changes.newest(filter, after, PER_PAGE + 1);
    List<CatalogueChange> shown = found.subList(0, Math.min(PER_PAGE, found.size()));
    String query = query(filter);
    What what = filter.what();
    return new ChangesPage(
        departments(),
        themeWords().entrySet().stream()
            .map(each -> new Choice(each.getKey(), each.getValue()))
            .toList(),
        Arrays.stream(What.values()).map(each -> new Choice(key(each), each.word())).toList(),
        filter.department(),
        filter.theme(),
        what == null ? null : key(what),
        query,
        after == null,
        shown.stream().map(this::line).toList(),
        found.size() > PER_PAGE
            ? "/changes"
                + query
                + (query.isEmpty() ? "?" : "&")
                + "after="
                + shown.getLast().place()
            : null);
  }

  List<Line> newest(ChangeTable.Filter filter, int limit) {
    return changes.newest(filter, null, limit).stream().map(this::line).toList();
  }

  private Line line(CatalogueChange change) {
    String department = change.department();
    String successor = change.successor();
    String note = null;
    if (change.bodies() > 1) {
      note = change.bodies() + " 个单位同时" + change.what().word();
    } else if (successor != null) {
      note =
          "由“%s”代替".formatted(catalogue.findHead(successor).map(ItemHead::name).orElse(successor));
    }
    return new Line(
        change,
        date.format(change.at()),
        department == null || change.bodies() > 1
            ? null
            : directory.findDepartment(department).map(Department::name).orElse(department),
        note);
  }

  static String query(ChangeTable.Filter filter) {
    var parameters = new LinkedHashMap<String, String>();
    put(parameters, "department", filter.department());
    put(parameters, "theme", filter.theme());
    What what = filter.what();
    put(parameters, "what", what == null ? null : key(what));
    return parameters.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
  }

  private static void put(Map<String, String> parameters, String key, @Nullable String value) {
    if (value != null) {
      parameters.put(key, value);
    }
  }

  private static String key(What what) {
    return what.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Bodies of the city that have something in the catalogue; the others are reached from their
   * lists.
   */
  private List<Choice> departments() {
    var keys = new TreeMap<String, Boolean>();
    catalogue.leads().forEach(lead -> keys.put(lead.department(), true));
    powers.all().forEach(power -> keys.put(power.department(), true));
    var choices = new ArrayList<Choice>();
    for (Department department : directory.departments()) {
      if (keys.containsKey(department.key())) {
        choices.add(new Choice(department.key(), department.shortName()));
      }
    }
    return choices;
  }

  private static Map<String, String> themeWords() {
    var words = new LinkedHashMap<String, String>();
    for (Audience audience : Audience.values()) {
      String key = audience.name().toLowerCase(Locale.ROOT);
      Themes.of(audience)
          .forEach((code, word) -> words.put(key + ":" + code, audience.word() + "·" + word));
    }
    return words;
  }
}
