package org.yongtong.catalogue.find;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ItemQuery;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.ServiceItem.Audience;
import org.yongtong.catalogue.ServiceItem.Depth;
import org.yongtong.catalogue.ServiceItem.Kind;

/**
 * What was asked for; words that are no known filter are dropped.
 *
 * @param filters parameter → value: the words of {@link Axis} in lower case
 */
record ItemsQuestion(String q, Map<String, String> filters, int page) {

  static ItemsQuestion of(Map<String, String> parameters) {
    String q = parameters.getOrDefault("q", "").strip();
    var filters = new LinkedHashMap<String, String>();
    for (Axis axis : Axis.values()) {
      String key = Axis.key(axis);
      String value = parameters.getOrDefault(key, "");
      if (!value.isEmpty()) {
        filters.put(key, value);
      }
    }
    if (ItemsPages.word(Audience.class, filters.get("audience")) == null) {
      filters.remove("audience");
    }
    if (ItemsPages.word(Kind.class, filters.get("kind")) == null) {
      filters.remove("kind");
    }
    if (ItemsPages.word(Level.class, filters.get("level")) == null) {
      filters.remove("level");
    }
    if (ItemsPages.word(Depth.class, filters.get("depth")) == null) {
      filters.remove("depth");
    }
    if (!filters.getOrDefault("visits", "0").matches("[0-2]")) {
      filters.remove("visits");
    }
    String district = filters.get("district");
    if (district != null && !district.matches("[0-9]{12}")) {
      filters.remove("district");
    }
    return new ItemsQuestion(
        q.length() > 60 ? q.substring(0, 60) : q, filters, number(parameters.get("page")));
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 1;
  }

  /**
   * @param place chosen in the top bar: its own bodies' variants are shown
   */
  ItemQuery query(@Nullable String place) {
    return new ItemQuery(
        q,
        ItemsPages.word(Audience.class, filters.get("audience")),
        ItemsPages.word(Kind.class, filters.get("kind")),
        filters.get("department"),
        filters.get("theme"),
        filters.get("event"),
        ItemsPages.word(Level.class, filters.get("level")),
        filters.getOrDefault("district", place),
        ItemsPages.word(Depth.class, filters.get("depth")),
        filters.containsKey("visits") ? Integer.valueOf(filters.get("visits")) : null,
        Integer.MAX_VALUE);
  }

  ItemsQuestion with(String key, @Nullable String value) {
    var changed = new LinkedHashMap<>(filters);
    changed.remove(key);
    if (value != null) {
      changed.put(key, value);
    }
    return new ItemsQuestion(q, changed, 1);
  }

  ItemsQuestion at(int number) {
    return new ItemsQuestion(q, filters, number);
  }

  String href() {
    var parameters = new LinkedHashMap<String, String>();
    if (!q.isEmpty()) {
      parameters.put("q", q);
    }
    parameters.putAll(filters);
    if (page > 1) {
      parameters.put("page", String.valueOf(page));
    }
    return parameters.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", parameters.isEmpty() ? "/items" : "/items?", ""));
  }
}
