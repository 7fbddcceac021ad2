package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sections and fields of a form as places of remarks: {@code form.parts.elder}, {@code
 * form.fields.care}. They go by id, so a remark stays with its field when others move.
 */
public final class FormParts {

  private static final Pattern PART = Pattern.compile("form\\.(parts|fields)\\.([a-z][a-z0-9_]*)");

  private FormParts() {}

  /**
   * @param id of the section or field
   */
  public record Part(boolean section, String id) {

    public String place() {
      return (section ? "form.parts." : "form.fields.") + id;
    }

    /** Address below the revision's own, where it is mended. */
    public String path() {
      return (section ? "form?section=" : "form?field=") + id + "#sheet";
    }
  }

  public static Optional<Part> at(String place) {
    Matcher matcher = PART.matcher(place);
    return matcher.matches()
        ? Optional.of(new Part(matcher.group(1).equals("parts"), matcher.group(2)))
        : Optional.empty();
  }

  /** Every section with its fields, in order, and what they are called. */
  static Map<Part, String> of(Map<String, Object> document) {
    var parts = new LinkedHashMap<Part, String>();
    for (Object section : Place.list(document, "form.sections")) {
      if (section instanceof Map<?, ?> map) {
        put(parts, true, map, "title");
        fields(parts, map);
      }
    }
    return parts;
  }

  private static void fields(Map<Part, String> parts, Map<?, ?> parent) {
    if (parent.get("fields") instanceof List<?> fields) {
      for (Object field : fields) {
        if (field instanceof Map<?, ?> map) {
          put(parts, false, map, "label");
          fields(parts, map);
        }
      }
    }
  }

  private static void put(Map<Part, String> parts, boolean section, Map<?, ?> map, String name) {
    if (map.get("id") instanceof String id) {
      var part = new Part(section, id);
      if (at(part.place()).isPresent()) {
        Object said = map.get(name);
        parts.putIfAbsent(part, said == null ? id : said.toString());
      }
    }
  }

  /** Places where the checker can write a remark on the form, the whole of it first. */
  static List<String> places(Map<String, Object> document) {
    var places = new ArrayList<>(List.of("form"));
    of(document).keySet().forEach(part -> places.add(part.place()));
    for (int i = 0; i < Place.list(document, "routing").size(); i++) {
      places.add("routing[%d]".formatted(i));
    }
    return places;
  }

  /** The part in words; empty for what is no part of this form. */
  static Optional<String> label(String place, Map<String, Object> document) {
    return at(place)
        .flatMap(
            part ->
                Optional.ofNullable(of(document).get(part))
                    .map(name -> (part.section() ? "表单的节“%s”" : "表单的字段“%s”").formatted(name)));
  }
}
