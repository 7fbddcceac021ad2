package org.yongtong.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parameters → values. What the page did not send stays as it was; of a parameter sent twice the
 * last one counts, which also lets a hidden blank stand for an unticked box.
 */
final class ParameterReader {

  static final String PREFIX = "f.";
  static final String ADD_ROW = "f.row.add";
  static final String REMOVE_ROW = "f.row.remove";
  static final String REFRESH = "f.refresh";

  /** Buttons beside a field for files: take what was chosen, take one away. */
  static final String UPLOAD = "f.upload";

  static final String UNLOAD = "f.unload";

  /** Sent with every repeat group, so that a group without rows is known to be empty. */
  static final String ROWS = ".rows";

  private static final Pattern REMOVED = Pattern.compile("([a-z][a-z0-9_]*)\\.([0-9]{1,3})");

  private final Map<String, String[]> parameters;
  private final Places places;

  ParameterReader(Map<String, String[]> parameters, Places places) {
    this.parameters = parameters;
    this.places = places;
  }

  Values read(CompiledForm form, Values before) {
    var data = new LinkedHashMap<>(before.data());
    var origins = new LinkedHashMap<>(before.origins());
    for (Field field : form.fields.values()) {
      String path = PREFIX + field.id();
      if (!sent(field, path)) {
        continue;
      }
      Object old = before.get(field.id());
      Object now = value(field, path, old);
      if (now == null) {
        data.remove(field.id());
      } else {
        data.put(field.id(), now);
      }
      Values.Origin origin = origins.get(field.id());
      if (origin != null && !origin.changed() && !Objects.equals(old, now)) {
        origins.put(field.id(), new Values.Origin(origin.source(), origin.at(), true));
      }
    }
    changeRows(form, data);
    return new Values(data, origins);
  }

  private void changeRows(CompiledForm form, Map<String, Object> data) {
    Field added = form.fields.get(last(ADD_ROW));
    if (added != null && added.kind() == FieldKind.REPEAT) {
      var rows = new ArrayList<Object>(drawn(added, data));
      if (rows.size() < most(added)) {
        rows.add(Map.of());
        data.put(added.id(), List.copyOf(rows));
      }
    }
    Matcher removed = REMOVED.matcher(last(REMOVE_ROW));
    Field group = removed.matches() ? form.fields.get(removed.group(1)) : null;
    if (group != null && group.kind() == FieldKind.REPEAT) {
      var rows = new ArrayList<Object>(drawn(group, data));
      int index = Integer.parseInt(removed.group(2));
      if (index < rows.size()) {
        rows.remove(index);
        data.put(group.id(), List.copyOf(rows));
      }
    }
  }

  /** Rows as the page showed them: a form that demands two shows two from the start. */
  private static List<Map<String, Object>> drawn(Field group, Map<String, Object> data) {
    var rows = new ArrayList<>(Raw.rows(data.get(group.id())));
    while (rows.size() < (group.min() == null ? 0 : group.min())) {
      rows.add(Map.of());
    }
    return rows;
  }

  private static int most(Field group) {
    return group.max() == null ? Limits.ROWS : Math.min(group.max(), Limits.MOST_ROWS);
  }

  private boolean sent(Field field, String path) {
    return switch (field.kind()) {
      case NOTE -> false;
      case PAPER -> false; // files come as files, never as what a page says of them
      case REPEAT -> parameters.containsKey(path + ROWS);
      case ADDRESS ->
          List.of("county", "division", "detail").stream()
              .anyMatch(part -> parameters.containsKey(path + "." + part));
      case PERSON, COMPANY, BANK_ACCOUNT ->
          Parts.list(field.kind()).stream()
              .anyMatch(part -> parameters.containsKey(path + "." + part.id()));
      default -> parameters.containsKey(path);
    };
  }

  /** The value sent, null when it is blank. */
  private @Nullable Object value(Field field, String path, @Nullable Object old) {
    return switch (field.kind()) {
      case CHOICES -> chosen(path);
      case DECLARATION -> last(path).equals("true") ? "true" : null;
      case PERSON, COMPANY, BANK_ACCOUNT -> parts(field.kind(), path, old);
      case ADDRESS -> address(path, old);
      case REPEAT -> rows(field, path, old);
      default -> blankToNull(CleanText.of(field.kind(), last(path)));
    };
  }

  private @Nullable List<String> chosen(String path) {
    var chosen = new LinkedHashSet<String>();
    for (String value : parameters.getOrDefault(path, new String[0])) {
      String text = CleanText.of(FieldKind.CHOICES, value);
      if (!text.isEmpty() && chosen.size() < Limits.CHOSEN) {
        chosen.add(text);
      }
    }
    return chosen.isEmpty() ? null : List.copyOf(chosen);
  }

  private @Nullable Map<String, String> parts(FieldKind kind, String path, @Nullable Object old) {
    var now = new LinkedHashMap<String, String>();
    for (Parts.Part part : Parts.list(kind)) {
      String name = path + "." + part.id();
      String text =
          !parameters.containsKey(name)
              ? Raw.part(old, part.id())
              : part.id().equals("number")
                  ? CleanText.digits(last(name))
                  : CleanText.of(part.kind(), last(name));
      if (!text.isEmpty()) {
        now.put(part.id(), text);
      }
    }
    return now.isEmpty() ? null : now;
  }

  private @Nullable Map<String, String> address(String path, @Nullable Object old) {
    String division = division(path, Raw.part(old, "division"));
    String detail =
        parameters.containsKey(path + ".detail")
            ? CleanText.of(FieldKind.TEXT, last(path + ".detail"))
            : Raw.part(old, "detail");
    var now = new LinkedHashMap<String, String>();
    if (!division.isEmpty()) {
      now.put("division", division);
    }
    if (!detail.isEmpty()) {
      now.put("detail", detail);
    }
    if (now.isEmpty()) {
      return null;
    }
    String full = places.fullName(division) + detail;
    if (!full.isEmpty()) {
      now.put("full", full);
    }
    return now;
  }

  /** The lowest level chosen that lies in the level above it; the rest was left from before. */
  private String division(String path, String old) {
    String given = path + ".county";
    if (!parameters.containsKey(given)) {
      return parameters.containsKey(path + ".division")
          ? CleanText.digits(last(path + ".division"))
          : old;
    }
    String county = CleanText.digits(last(given));
    String town = CleanText.digits(last(path + ".town"));
    String village = CleanText.digits(last(path + ".village"));
    if (county.equals(Places.OUTSIDE) || !Places.isCode(county)) {
      return county;
    }
    if (!Places.level(town, 1).equals(county) || Places.level(town, 2).isEmpty()) {
      return county;
    }
    return Places.level(village, 2).equals(town) && !Places.level(village, 3).isEmpty()
        ? village
        : town;
  }

  private @Nullable List<Map<String, Object>> rows(Field group, String path, @Nullable Object old) {
    List<Map<String, Object>> before = Raw.rows(old);
    var numbers = new TreeSet<Integer>();
    String start = path + ".";
    for (String name : parameters.keySet()) {
      if (name.startsWith(start)) {
        int dot = name.indexOf('.', start.length());
        String number = dot < 0 ? "" : name.substring(start.length(), dot);
        if (number.matches("[0-9]{1,3}") && Integer.parseInt(number) < Limits.MOST_ROWS) {
          numbers.add(Integer.valueOf(number));
        }
      }
    }
    var rows = new ArrayList<Map<String, Object>>();
    for (int number : numbers) {
      var row = new LinkedHashMap<String, Object>();
      for (Field field : group.fields()) {
        String name = path + "." + number + "." + field.id();
        Object kept = number < before.size() ? before.get(number).get(field.id()) : null;
        Object now = sent(field, name) ? value(field, name, kept) : kept;
        if (now != null) {
          row.put(field.id(), now);
        }
      }
      rows.add(row);
    }
    boolean untouched =
        rows.size() <= (group.min() == null ? 0 : group.min())
            && rows.stream().allMatch(Map::isEmpty);
    return untouched ? null : rows;
  }

  private String last(String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 || values[values.length - 1] == null
        ? ""
        : values[values.length - 1];
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
