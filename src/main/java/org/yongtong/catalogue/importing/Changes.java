package org.yongtong.catalogue.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an import would change in an item, in the words of the sheets. */
final class Changes {

  static final int MOST = 30;
  private static final int LONGEST = 120;

  private final Names names;
  private final List<Change> found = new ArrayList<>();

  private Changes(Names names) {
    this.names = names;
  }

  /**
   * @param main columns of the item itself
   */
  static List<Change> between(
      SheetForm main, Map<String, Object> before, Map<String, Object> after, Names names) {
    var changes = new Changes(names);
    for (Element element : main.elements()) {
      if (!element.path().startsWith("#")) {
        changes.value(
            element.header(),
            element,
            Tree.get(before, element.path()),
            Tree.get(after, element.path()));
      }
    }
    for (SheetForm form : Sheets.ALL) {
      if (form.use() == SheetForm.Use.ENTRIES) {
        changes.list(
            form,
            Tree.maps(Tree.get(before, form.list())),
            Tree.maps(Tree.get(after, form.list())));
      }
    }
    for (String key : List.of("form", "questions")) {
      if (!Objects.equals(before.get(key), after.get(key))) {
        changes.form(before.get(key), after.get(key));
        break;
      }
    }
    return changes.found.size() > MOST
        ? List.copyOf(changes.found.subList(0, MOST))
        : List.copyOf(changes.found);
  }

  private void value(
      String header, Element element, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      found.add(new Change(header, words(element, before), words(element, after)));
    }
  }

  private String words(Element element, @Nullable Object value) {
    return value == null ? "" : cut(element.kind().write(value, names).replace('\n', '；'));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private void list(
      SheetForm form, List<Map<String, Object>> before, List<Map<String, Object>> after) {
    if (before.equals(after)) {
      return;
    }
    Map<String, Map<String, Object>> old = named(form, before);
    Map<String, Map<String, Object>> now = named(form, after);
    var keys = new LinkedHashSet<>(now.keySet());
    keys.addAll(old.keySet());
    int sizeBefore = found.size();
    for (String key : keys) {
      Map<String, Object> one = old.get(key);
      Map<String, Object> other = now.get(key);
      if (one == null) {
        found.add(new Change(form.name() + "：增加", "", cut(title(form, now.get(key)))));
      } else if (other == null) {
        found.add(new Change(form.name() + "：删去", cut(title(form, one)), ""));
      } else {
        entry(form, title(form, other), one, other);
      }
    }
    if (found.size() == sizeBefore) {
      found.add(
          new Change(
              form.name() + "：顺序",
              cut(String.join("、", old.keySet())),
              cut(String.join("、", now.keySet()))));
    }
  }

  private void entry(
      SheetForm form, String title, Map<String, Object> before, Map<String, Object> after) {
    for (Element element : form.elements().subList(1, form.elements().size())) {
      Object one = Tree.get(before, element.path());
      Object other = Tree.get(after, element.path());
      if (!Objects.equals(one, other)) {
        found.add(
            new Change(
                "%s“%s”：%s".formatted(form.name(), CleanCell.shortened(title), element.header()),
                words(element, one),
                words(element, other)));
      }
    }
    if (!Objects.equals(before.get("blank"), after.get("blank"))) {
      found.add(
          new Change(
              "%s“%s”：空白表格".formatted(form.name(), CleanCell.shortened(title)),
              before.get("blank") == null ? "" : "原表",
              after.get("blank") == null ? "" : "新表"));
    }
  }

  /** What people call an entry: a paper by its name, anything else by its first column. */
  private static String title(SheetForm form, @Nullable Map<String, Object> entry) {
    if (entry == null) {
      return "";
    }
    Object name = form == Sheets.PAPERS ? entry.get("name") : entry.get(form.first().path());
    return String.valueOf(name);
  }

  /** Entries by what makes them the same entry; later ones of the same name are numbered. */
  private static Map<String, Map<String, Object>> named(
      SheetForm form, List<Map<String, Object>> entries) {
    var named = new LinkedHashMap<String, Map<String, Object>>();
    for (Map<String, Object> entry : entries) {
      String key = String.valueOf(entry.get(form.first().path()));
      if (form == Sheets.BASES) {
        key += entry.get("article");
      }
      String unique = key;
      for (int i = 2; named.containsKey(unique); i++) {
        unique = key + "#" + i;
      }
      named.put(unique, entry);
    }
    return named;
  }

  private void form(@Nullable Object before, @Nullable Object after) {
    found.add(
        new Change(Sheets.FORMS.name(), before == null ? "" : "原表单", after == null ? "" : "新表单"));
  }
}
