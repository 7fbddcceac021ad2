package org.yongtong.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yongtong.catalogue.GuidePage.Parameter;
import org.yongtong.form.Field;

/**
 * What a request answers to the questions of a guide.
 *
 * @param given parameter → values, only of questions and only what is filled in
 * @param oneByOne one question a page was asked for
 * @param at id of the question that was on the page before, or ""
 * @param skipped ids of questions that shall not be asked again
 */
record GuideAnswers(Map<String, String[]> given, boolean oneByOne, String at, Set<String> skipped) {

  static final String FIELD = "f.";
  static final GuideAnswers NONE = new GuideAnswers(Map.of(), false, "", Set.of());

  private static final int LONGEST = 200;
  private static final int MOST = 40;

  /** Reads a request. */
  static GuideAnswers of(ServiceItem item, Map<String, String[]> parameters) {
    if (parameters.isEmpty()) {
      return NONE;
    }
    var given = new LinkedHashMap<String, String[]>();
    var ids = new LinkedHashSet<String>();
    item.form()
        .fields()
        .filter(Field::guide)
        .forEach(
            field -> {
              ids.add(field.id());
              String[] values = parameters.get(FIELD + field.id());
              if (values != null) {
                String[] filled =
                    Arrays.stream(values)
                        .filter(each -> !each.isBlank() && each.length() <= LONGEST)
                        .limit(MOST)
                        .toArray(String[]::new);
                if (filled.length > 0) {
                  given.put(FIELD + field.id(), filled);
                }
              }
            });
    var skipped =
        Arrays.stream(parameters.getOrDefault("skip", new String[0]))
            .filter(ids::contains)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String[] at = parameters.get("at");
    return new GuideAnswers(
        given, parameters.containsKey("one"), at == null ? "" : at[0], Set.copyOf(skipped));
  }

  boolean isPlain() {
    return given.isEmpty() && !oneByOne;
  }

  List<String> of(Field field) {
    return List.of(given.getOrDefault(FIELD + field.id(), new String[0]));
  }

  /** Those of these questions, in their order. */
  GuideAnswers only(List<Field> asked) {
    var kept = new LinkedHashMap<String, String[]>();
    for (Field field : asked) {
      String[] values = given.get(FIELD + field.id());
      if (values != null) {
        kept.put(FIELD + field.id(), values);
      }
    }
    return new GuideAnswers(kept, oneByOne, at, skipped);
  }

  GuideAnswers without(Set<String> ids) {
    var kept = new LinkedHashMap<>(given);
    ids.forEach(id -> kept.remove(FIELD + id));
    return new GuideAnswers(kept, oneByOne, at, skipped);
  }

  /** As they stand in an address: {@code f.kind=a&f.area=3}; "" without any. */
  String query() {
    return parameters().stream()
        .map(each -> each.name() + "=" + URLEncoder.encode(each.value(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** To carry on in a form. */
  List<Parameter> parameters() {
    var all = new ArrayList<Parameter>();
    given.forEach(
        (name, values) -> {
          for (String value : values) {
            all.add(new Parameter(name, value));
          }
        });
    return List.copyOf(all);
  }
}
