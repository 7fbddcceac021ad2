package org.yongtong.form;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The division of an address: county, town, village, or a place outside the city. */
@Component
final class Places {

  /** Chosen when the address lies outside the city; the detail then names the whole place. */
  static final String OUTSIDE = "000000000000";

  private static final Pattern CODE = Pattern.compile("[0-9]{12}");

  private final ObjectProvider<PlaceOptions> source;

  Places(ObjectProvider<PlaceOptions> source) {
    this.source = source;
  }

  /** What may be chosen at each level below what is chosen already: counties, towns, villages. */
  List<List<Field.Option>> chain(String division) {
    String county = level(division, 1);
    String town = level(division, 2);
    return List.of(
        children(""),
        county.isEmpty() || county.equals(OUTSIDE) ? List.of() : children(county),
        town.isEmpty() ? List.of() : children(town));
  }

  List<Field.Option> children(String code) {
    PlaceOptions options = source.getIfAvailable();
    return options == null ? List.of() : options.children(code);
  }

  String fullName(String division) {
    PlaceOptions options = source.getIfAvailable();
    return options == null || division.equals(OUTSIDE) || !isCode(division)
        ? ""
        : options.fullName(division);
  }

  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /**
   * The code of the county (1), town (2) or village (3) that a code lies in, "" when the code does
   * not reach down so far.
   */
  static String level(String code, int level) {
    if (!isCode(code)) {
      return "";
    }
    if (code.equals(OUTSIDE)) {
      return level == 1 ? OUTSIDE : "";
    }
    return switch (level) {
      case 1 -> code.substring(0, 6) + "000000";
      case 2 -> code.startsWith("000", 6) ? "" : code.substring(0, 9) + "000";
      default -> code.endsWith("000") ? "" : code;
    };
  }

  /** Why this division cannot stay as it is. */
  Optional<String> problem(String division) {
    if (division.equals(OUTSIDE)) {
      return Optional.empty();
    }
    if (!isCode(division)) {
      return Optional.of("请重新选择所在地区");
    }
    if (source.getIfAvailable() == null) {
      return Optional.empty();
    }
    if (fullName(division).isEmpty()) {
      return Optional.of("没有这个地区，请重新选择");
    }
    if (children(division).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(level(division, 2).isEmpty() ? "请选择乡镇（街道）和村（社区）" : "请选择村（社区）");
  }
}
