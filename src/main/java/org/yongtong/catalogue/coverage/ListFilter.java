package org.yongtong.catalogue.coverage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.ServiceItem.Range;

/**
 * Which implementations a list behind a figure shows.
 *
 * @param missing those that are counted and have not got there
 * @param leads lead items only
 * @param department key, or null
 * @param district 12-digit code of a county or of the city, or null
 * @param range key of a range, {@code none} for those without, or null
 */
record ListFilter(
    Measure measure,
    boolean missing,
    boolean leads,
    @Nullable String department,
    @Nullable String district,
    @Nullable Level level,
    @Nullable String range,
    int page) {

  static final String PATH = "/coverage/items";
  static final String NO_RANGE = "none";

  static ListFilter all(Measure measure, boolean leads) {
    return new ListFilter(measure, false, leads, null, null, null, null, 1);
  }

  /** What is not understood is not filtered by. */
  static ListFilter of(Map<String, String> parameters) {
    String page = parameters.getOrDefault("page", "");
    String range = parameters.get("range");
    return new ListFilter(
        Measure.of(parameters.get("measure")).orElse(Measure.ONLINE),
        "1".equals(parameters.get("missing")),
        "item".equals(parameters.get("unit")),
        text(parameters.get("department")),
        text(parameters.get("district")),
        Arrays.stream(Level.values())
            .filter(level -> key(level).equals(parameters.get("level")))
            .findFirst()
            .orElse(null),
        NO_RANGE.equals(range) || range(range) != null ? range : null,
        page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1);
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  static @Nullable Range range(@Nullable String key) {
    return Arrays.stream(Range.values())
        .filter(range -> key(range).equals(key))
        .findFirst()
        .orElse(null);
  }

  static String key(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  ListFilter missing(boolean yes) {
    return new ListFilter(measure, yes, leads, department, district, level, range, 1);
  }

  ListFilter department(String key) {
    return new ListFilter(measure, missing, leads, key, district, level, range, 1);
  }

  ListFilter district(String code) {
    return new ListFilter(measure, missing, leads, department, code, level, range, 1);
  }

  ListFilter level(Level one) {
    return new ListFilter(measure, missing, leads, department, district, one, range, 1);
  }

  ListFilter inRange(String key) {
    return new ListFilter(measure, missing, leads, department, district, level, key, 1);
  }

  ListFilter at(int number) {
    return new ListFilter(measure, missing, leads, department, district, level, range, number);
  }

  /** Those that belong to the group, whether they have got there or not. */
  Predicate<Row> group() {
    return row ->
        (!leads || row.head().isLead())
            && (department == null || department.equals(row.head().department()))
            && (district == null || district.equals(row.district()))
            && (level == null || level == row.head().level())
            && (range == null || range.equals(rangeKey(row)));
  }

  static String rangeKey(Row row) {
    Range range = row.facts().range();
    return range == null ? NO_RANGE : key(range);
  }

  boolean shows(Row row) {
    return group().test(row) && measure.counts(row.facts()) && row.reaches(measure) != missing;
  }

  String href() {
    var address = UriComponentsBuilder.fromPath(PATH).queryParam("measure", measure.key());
    if (missing) {
      address.queryParam("missing", 1);
    }
    if (leads) {
      address.queryParam("unit", "item");
    }
    if (department != null) {
      address.queryParam("department", department);
    }
    if (district != null) {
      address.queryParam("district", district);
    }
    if (level != null) {
      address.queryParam("level", key(level));
    }
    if (range != null) {
      address.queryParam("range", range);
    }
    if (page > 1) {
      address.queryParam("page", page);
    }
    return address.encode().build().toUriString();
  }
}
