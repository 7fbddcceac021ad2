package org.yongtong.catalogue.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of the workbook.
 *
 * @param list where the list stands in an item's data whose entries are the rows; empty when a row
 *     is an item itself
 * @param note what the sheet is for, for the template
 */
record SheetForm(String name, Use use, String list, List<Element> elements, String note) {

  /** Path of the column that says which item a row belongs to. */
  static final String ITEM = "#item";

  /** Path of the column that says which paper of the item a row belongs to. */
  static final String PAPER = "#paper";

  /** Stands in the first column of a list that is to be emptied. */
  static final String NONE = "（无）";

  enum Use {
    /** A row is an item of the base catalogue with its own implementation. */
    ITEMS,
    /** A row is what one body does differently with an item it claimed. */
    CLAIMS,
    /** A row is one entry of a list of an item. */
    ENTRIES,
    /** A row is one line of the blank form of a paper. */
    BLANKS,
    /** A row is a piece of the item's own YAML. */
    FRAGMENT
  }

  Element item() {
    return elements.getFirst();
  }

  /** The element that names an entry of the list among its neighbours. */
  Element first() {
    return elements.get(1);
  }

  Optional<Element> find(String path) {
    return elements.stream().filter(each -> each.path().equals(path)).findFirst();
  }

  /** Columns by every heading that is understood. */
  Map<String, Element> byHeading() {
    var headings = new HashMap<String, Element>();
    for (Element each : elements) {
      headings.put(plain(each.header()), each);
      headings.putIfAbsent(plain(each.key()), each);
    }
    if (use != Use.ITEMS) {
      for (String alias : List.of("实施编码", "task_code", "基本编码", "catalog_code", "row_guid")) {
        headings.putIfAbsent(plain(alias), item());
      }
    }
    return headings;
  }

  /** A heading without what people add to it: stars for required columns, spaces, brackets. */
  static String plain(String heading) {
    return heading
        .replaceAll("[\\s*＊★\\u00A0]", "")
        .replace('(', '（')
        .replace(')', '）')
        .toLowerCase(Locale.ROOT);
  }

  @Nullable Element at(int column) {
    return column < elements.size() ? elements.get(column) : null;
  }
}
