package org.yongtong.catalogue.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A document without what makes no difference: an empty list where there could be none, white space
 * at the ends of texts.
 */
final class Sameness {

  private Sameness() {}

  static Map<String, Object> of(Map<String, Object> data) {
    var plain = new TreeMap<String, Object>();
    data.forEach(
        (key, value) -> {
          Object inside = plain(value);
          if (!(inside instanceof List<?> list && list.isEmpty())
              && !(inside instanceof Map<?, ?> map && map.isEmpty())) {
            plain.put(key, inside);
          }
        });
    return plain;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case String text -> CleanCell.lines(text).strip();
      case Map<?, ?> map -> of(Tree.copy(map));
      case List<?> list -> {
        var plain = new ArrayList<Object>();
        list.forEach(each -> plain.add(plain(each)));
        yield plain;
      }
      case Number number ->
          number.intValue() == number.doubleValue() ? (Object) number.intValue() : number;
      default -> value;
    };
  }
}
