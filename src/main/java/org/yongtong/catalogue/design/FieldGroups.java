package org.yongtong.catalogue.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.ItemDocuments;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.edit.Place;

/** Groups of fields that are kept for re-use, and sections of other items' forms. */
@Component
class FieldGroups {

  /** So many items are offered to one search. */
  private static final int OFFERED = 20;

  private final List<Group> library;
  private final Catalogue catalogue;
  private final ItemDocuments documents;

  FieldGroups(Catalogue catalogue, ItemDocuments documents) {
    this.catalogue = catalogue;
    this.documents = documents;
    this.library = read();
  }

  /**
   * @param part title of the section that it makes
   * @param fields as a form's document writes them; not to be changed
   */
  record Group(String key, String title, String part, List<Object> fields) {

    /** What it asks, in words. */
    String asks() {
      return String.join(
          "、", fields.stream().map(field -> FormDraft.label((Map<?, ?>) field)).toList());
    }
  }

  private static List<Group> read() {
    try (InputStream in = FieldGroups.class.getResourceAsStream("field-groups.yaml")) {
      List<?> rows =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in));
      return rows.stream().map(row -> group((Map<?, ?>) row)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Group group(Map<?, ?> row) {
    return new Group(
        FormDraft.text(row, "key"),
        FormDraft.text(row, "title"),
        FormDraft.text(row, "part"),
        List.copyOf(Place.list(Place.copy(row), "fields")));
  }

  List<Group> library() {
    return library;
  }

  /** Items whose name holds the words: id → name. */
  Map<String, String> items(String words) {
    var found = new LinkedHashMap<String, String>();
    for (ItemHead head : catalogue.leads()) {
      if (found.size() < OFFERED && head.name().contains(words.strip())) {
        found.put(head.id(), head.name());
      }
    }
    return found;
  }

  /** The sections of a published item's form. */
  List<Group> of(String item) {
    return documents
        .find(item)
        .map(ItemDocument::data)
        .filter(FormDraft::readable)
        .map(
            data ->
                new FormDraft(Place.copy(data))
                    .sections().stream()
                        .map(
                            section ->
                                new Group(
                                    section.id(),
                                    FormDraft.text(section.map(), "title"),
                                    FormDraft.text(section.map(), "title"),
                                    List.copyOf(Place.list(Place.copy(section.map()), "fields"))))
                        .toList())
        .orElse(List.of());
  }

  /**
   * @param item whose form, or "" for the library
   */
  Optional<Group> find(String item, String key) {
    return (item.isEmpty() ? library : of(item))
        .stream().filter(group -> group.key().equals(key)).findFirst();
  }

  /** Fields to be put into a form, with ids of their own there; nothing of them is asked before. */
  static List<Object> fresh(Group group, java.util.Set<String> ids) {
    var fields = new ArrayList<Object>();
    group.fields().forEach(field -> fields.add(Place.copy((Map<?, ?>) field)));
    FormDraft.ownIds(fields, ids);
    for (Object field : fields) {
      ((Map<?, ?>) field).remove("guide");
    }
    return fields;
  }
}
