package org.yongtong.catalogue.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yongtong.catalogue.ItemHead;

/** What items are filtered by. The first four are the lead's, the others each body's own. */
enum Axis {
  AUDIENCE,
  KIND,
  EVENT,
  THEME,
  DISTRICT,
  LEVEL,
  DEPARTMENT,
  DEPTH,
  VISITS;

  private static final int COUNTY_DIGITS = 6;

  boolean ofLead() {
    return ordinal() <= THEME.ordinal();
  }

  /**
   * The values under which an item is counted, as they stand in addresses.
   *
   * @param counties those of the city; what the city's bodies run is run for all of them
   */
  List<String> values(ItemHead item, List<String> counties) {
    return switch (this) {
      case AUDIENCE -> item.audience().stream().map(Axis::key).toList();
      case KIND -> List.of(key(item.kind()));
      case EVENT -> List.copyOf(item.lifeEvents());
      case THEME -> themes(item);
      case DISTRICT -> districts(item, counties);
      case LEVEL -> List.of(key(item.level()));
      case DEPARTMENT -> List.of(item.department());
      case DEPTH -> List.of(key(item.depth()));
      case VISITS -> List.of(String.valueOf(Math.min(2, item.visits())));
    };
  }

  private static List<String> themes(ItemHead item) {
    var themes = new ArrayList<String>();
    item.personThemes().forEach(code -> themes.add("person:" + code));
    item.legalThemes().forEach(code -> themes.add("legal:" + code));
    return themes;
  }

  private static List<String> districts(ItemHead item, List<String> counties) {
    return switch (item.level()) {
      case CITY -> counties;
      case COUNTY -> List.of(item.division());
      case TOWN, VILLAGE -> List.of();
    };
  }

  /** Codes of the bodies that serve a place: its own and those above it. */
  static List<String> serving(String place) {
    return List.of(
        place.substring(0, 4) + "00000000",
        place.substring(0, COUNTY_DIGITS) + "000000",
        place.substring(0, 9) + "000",
        place);
  }

  static String key(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
