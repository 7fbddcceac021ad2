package org.yongtong.catalogue.importing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses web code and invisible characters in every text of a document but its rules. */
final class Markup {

  /** Rules are written in CEL, where the same signs compare. */
  private static final Set<String> RULES = Set.of("when", "visible", "required", "valid", "from");

  private Markup() {}

  /** Told of each text that is refused. */
  interface Refusal {
    void refused(String place, String message);
  }

  static void refuse(Map<String, Object> data, Findings findings, Spot spot, String item) {
    walk(data, "", (place, message) -> findings.add(spot, item, place + " " + message));
  }

  static void walk(@Nullable Object value, String place, Refusal refusal) {
    switch (value) {
      case String text -> {
        try {
          CleanCell.refuse(text);
        } catch (BadCell bad) {
          refusal.refused(place, bad.words());
        }
      }
      case Map<?, ?> map ->
          map.forEach(
              (key, inside) -> {
                if (!(RULES.contains(String.valueOf(key)) && inside instanceof String)) {
                  walk(inside, place.isEmpty() ? String.valueOf(key) : place + "." + key, refusal);
                }
              });
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          walk(list.get(i), place + "[" + i + "]", refusal);
        }
      }
      case null, default -> {}
    }
  }
}
