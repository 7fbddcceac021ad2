// long: how rows of many sheets become one item
package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.Defect;
import org.yongtong.catalogue.ItemSource;

/**
 * An item that stands in rows of several sheets. What the sheets do not have stays as it is in the
 * catalogue: a missing column, and a list without rows; an empty cell empties the element.
 */
final class BookEntry implements Entry {

  private static final Pattern LINE_IN_LIST = Pattern.compile("\\[(\\d+)\\]");

  private final Book book;
  private final String id;
  private final @Nullable String lead;
  private final @Nullable String department;
  private final @Nullable String mode;
  private final @Nullable String since;

  BookEntry(
      Book book,
      String id,
      @Nullable String lead,
      @Nullable String department,
      @Nullable String mode,
      @Nullable String since) {
    this.book = book;
    this.id = id;
    this.lead = lead;
    this.department = department;
    this.mode = mode;
    this.since = since;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public @Nullable String lead() {
    return lead;
  }

  @Override
  public @Nullable String department() {
    return department;
  }

  @Override
  public @Nullable String mode() {
    return mode;
  }

  @Override
  public @Nullable String since() {
    return since;
  }

  @Override
  public boolean canBeNew() {
    return lead != null
        || book.firstLine(Sheets.BASES, id) > 0
        || book.firstLine(Sheets.FORMS, id) > 0;
  }

  @Override
  public String words(Defect defect) {
    return DefectWords.plain(main(), defect);
  }

  private SheetForm main() {
    return lead == null ? Sheets.ITEMS : Sheets.CLAIMS;
  }

  @Override
  public Spot spot() {
    int line = book.firstLine(main(), id);
    if (line > 0) {
      return new Spot(main().name(), line, "");
    }
    for (SheetForm form : Sheets.ALL) {
      line = book.firstLine(form, id);
      if (line > 0) {
        return new Spot(form.name(), line, "");
      }
    }
    return Spot.WHOLE;
  }

  @Override
  public Spot spot(String place) throws IOException {
    for (SheetForm form : Sheets.ALL) {
      Spot spot = spot(form, place);
      if (spot != null) {
        return spot;
      }
    }
    for (SheetForm form : Sheets.ALL) {
      List<RowStore.Row> rows = book.rows(form, id);
      if (!rows.isEmpty() && (form == main() || book.rows(main(), id).isEmpty())) {
        Element element = main().find(place).orElse(null);
        return new Spot(
            form.name(), line(rows.getFirst()), element == null ? "" : element.header());
      }
    }
    return Spot.WHOLE;
  }

  private @Nullable Spot spot(SheetForm form, String place) throws IOException {
    List<RowStore.Row> rows = book.rows(form, id);
    if (rows.isEmpty() || place.isEmpty()) {
      return null;
    }
    switch (form.use()) {
      case ITEMS, CLAIMS -> {
        Element element = form.find(place).or(() -> below(form, place)).orElse(null);
        return element == null
            ? null
            : new Spot(form.name(), line(rows.getFirst()), element.header());
      }
      case FRAGMENT -> {
        return place.startsWith("form") || place.startsWith("questions")
            ? new Spot(form.name(), line(rows.getFirst()), form.elements().get(1).header())
            : null;
      }
      case ENTRIES -> {
        if (!place.startsWith(form.list())) {
          return null;
        }
        Matcher index = LINE_IN_LIST.matcher(place);
        if (!index.find() || index.start() != form.list().length()) {
          return new Spot(form.name(), line(rows.getFirst()), "");
        }
        int at = Integer.parseInt(index.group(1));
        if (at >= rows.size()) {
          return null;
        }
        String rest = place.substring(index.end());
        Element element = form.find(rest.startsWith(".") ? rest.substring(1) : rest).orElse(null);
        if (rest.startsWith(".blank")) {
          return blank(rows.get(at));
        }
        return new Spot(form.name(), line(rows.get(at)), element == null ? "" : element.header());
      }
      case BLANKS -> {
        return null;
      }
    }
    return null;
  }

  /** The first element inside a group such as {@code themes} or {@code rights.review}. */
  private static java.util.Optional<Element> below(SheetForm form, String place) {
    return form.elements().stream()
        .filter(each -> each.path().startsWith(place + ".") || place.startsWith(each.path() + "["))
        .findFirst();
  }

  private Spot blank(RowStore.Row paper) throws IOException {
    Object paperId = paper.values().get(1);
    for (RowStore.Row row : book.rows(Sheets.BLANKS, id)) {
      if (java.util.Objects.equals(row.values().get(1), paperId)) {
        return new Spot(Sheets.BLANKS.name(), line(row), "");
      }
    }
    return new Spot(Sheets.PAPERS.name(), line(paper), "");
  }

  private static int line(RowStore.Row row) {
    return Math.abs(row.line());
  }

  @Override
  public Map<String, Object> content(@Nullable Map<String, Object> known) throws IOException {
    var content = new LinkedHashMap<String, Object>();
    if (known != null) {
      content.putAll(known);
    } else if (lead == null) {
      content.put("schema", 1);
      content.put("sample", Boolean.FALSE);
      content.put("id", id);
      content.put("level", "city");
      content.put("fees", List.of());
      content.put("papers", List.of());
    }
    main(content);
    for (SheetForm form : Sheets.ALL) {
      switch (form.use()) {
        case ENTRIES -> entries(form, content, known);
        case FRAGMENT -> fragment(form, content);
        default -> {}
      }
    }
    blanks(content);
    return content;
  }

  private void main(Map<String, Object> content) throws IOException {
    SheetForm form = main();
    SheetRows sheet = book.sheet(form);
    List<RowStore.Row> rows = book.rows(form, id);
    if (sheet == null || rows.isEmpty()) {
      return;
    }
    for (int i = 1; i < form.elements().size(); i++) {
      Element element = form.elements().get(i);
      if (sheet.has(element) && !element.path().startsWith("#")) {
        Object value = rows.getFirst().values().get(i);
        if (value == null && element.path().equals("sample")) {
          value = Boolean.FALSE;
        }
        Tree.put(content, element.path(), value);
      }
    }
    if (lead == null && content.get("result") instanceof Map<?, ?> result) {
      certificate(content, result);
    }
  }

  /** Without a type there is no certificate, whatever its face said before. */
  private static void certificate(Map<String, Object> content, Map<?, ?> result) {
    if (result.get("certificate") instanceof Map<?, ?> certificate
        && certificate.get("type") == null) {
      Tree.put(content, "result.certificate", null);
    } else if (result.get("certificate") instanceof Map<?, ?> certificate
        && certificate.get("number_prefix") == null) {
      Tree.put(content, "result.certificate.number_prefix", "");
    }
  }

  private void entries(
      SheetForm form, Map<String, Object> content, @Nullable Map<String, Object> known)
      throws IOException {
    SheetRows sheet = book.sheet(form);
    List<RowStore.Row> rows = book.rows(form, id);
    if (sheet == null || rows.isEmpty()) {
      return;
    }
    var list = new ArrayList<Object>();
    for (RowStore.Row row : rows) {
      if (row.line() > 0) {
        list.add(entry(form, sheet, row, known));
      }
    }
    boolean emptied = list.isEmpty() && !List.of("fees", "papers").contains(form.list());
    Tree.put(content, form.list(), emptied ? null : list);
  }

  private Map<String, Object> entry(
      SheetForm form, SheetRows sheet, RowStore.Row row, @Nullable Map<String, Object> known) {
    var entry = new LinkedHashMap<String, Object>();
    Map<String, Object> before = before(form, row, known);
    before.forEach(
        (key, value) -> {
          if (!key.equals("blank") || book.sheet(Sheets.BLANKS) == null) {
            entry.put(key, value);
          }
        });
    for (int i = 1; i < form.elements().size(); i++) {
      Element element = form.elements().get(i);
      if (sheet.has(element)) {
        Object value = row.values().get(i);
        Tree.put(entry, element.path(), element.path().equals("set") ? set(row, value) : value);
      }
    }
    return entry;
  }

  /**
   * What the catalogue has of an entry with the same key: of a paper, the columns that the sheet
   * lacks stay; of other entries their rules do.
   */
  private static Map<String, Object> before(
      SheetForm form, RowStore.Row row, @Nullable Map<String, Object> known) {
    Object key = row.values().get(1);
    if (known == null || key == null || !(form == Sheets.PAPERS || form.find("when").isPresent())) {
      return Map.of();
    }
    String path = form.elements().get(1).path();
    List<Map<String, Object>> same =
        Tree.maps(known.get(form.list())).stream()
            .filter(entry -> key.equals(entry.get(path)))
            .toList();
    if (form == Sheets.PAPERS) {
      return same.isEmpty() ? Map.of() : same.getFirst();
    }
    var rules = new LinkedHashMap<String, Object>();
    if (same.size() == 1) { // two of the same name cannot be told apart
      for (String rule : List.of("when", "when_words")) {
        if (same.getFirst().get(rule) != null) {
          rules.put(rule, same.getFirst().get(rule));
        }
      }
    }
    return rules;
  }

  private @Nullable Object set(RowStore.Row row, @Nullable Object yaml) {
    return yaml == null ? null : yaml(yaml.toString(), Sheets.SPREAD, line(row), "set");
  }

  private void fragment(SheetForm form, Map<String, Object> content) throws IOException {
    List<RowStore.Row> rows = book.rows(form, id);
    if (rows.isEmpty()) {
      return;
    }
    var text = new StringBuilder();
    for (RowStore.Row row : rows) {
      Object piece = row.values().get(1);
      if (piece != null) {
        text.append(piece).append('\n');
      }
    }
    Map<String, Object> data = yaml(text.toString(), form, line(rows.getFirst()), "");
    content.remove("questions");
    for (var each : data.entrySet()) {
      if (each.getKey().equals("form") || each.getKey().equals("questions")) {
        content.put(each.getKey(), each.getValue());
      } else {
        book.findings()
            .add(
                new Spot(form.name(), line(rows.getFirst()), form.elements().get(1).header()),
                id,
                "YAML 里只能有 form 和 questions，不能有“%s”".formatted(CleanCell.shortened(each.getKey())));
      }
    }
  }

  private Map<String, Object> yaml(String text, SheetForm form, int line, String place) {
    ItemSource source = ItemSource.of(form.name(), text);
    String header =
        place.isEmpty()
            ? form.elements().get(1).header()
            : form.find(place).map(Element::header).orElse("");
    for (Defect defect : source.defects()) {
      book.findings()
          .add(
              new Spot(form.name(), line, header),
              id,
              "单元格内第 %d 行：%s".formatted(defect.line(), YamlWords.plain(defect.message())));
    }
    Markup.refuse(source.data(), book.findings(), new Spot(form.name(), line, header), id);
    return source.data();
  }

  private void blanks(Map<String, Object> content) throws IOException {
    List<RowStore.Row> rows = book.rows(Sheets.BLANKS, id);
    if (rows.isEmpty()) {
      return;
    }
    var blanks = new LinkedHashMap<String, Map<String, Object>>();
    var lineOf = new HashMap<String, Integer>();
    for (RowStore.Row row : rows) {
      String paper = String.valueOf(row.values().get(1));
      lineOf.putIfAbsent(paper, line(row));
      Map<String, Object> blank = blanks.computeIfAbsent(paper, ignored -> new LinkedHashMap<>());
      Object title = row.values().get(2);
      if (title != null) {
        blank.putIfAbsent("title", title);
      }
      var lines = new ArrayList<Object>(Tree.maps(blank.get("lines")));
      var entry = new LinkedHashMap<String, Object>();
      Tree.put(entry, "label", row.values().get(3));
      Tree.put(entry, "sample", row.values().get(4));
      lines.add(entry);
      blank.put("lines", lines);
    }
    var papers = new ArrayList<Object>();
    for (Map<String, Object> paper : Tree.maps(content.get("papers"))) {
      Map<String, Object> blank = blanks.remove(String.valueOf(paper.get("id")));
      if (blank != null) {
        paper.put("blank", blank);
      }
      papers.add(paper);
    }
    blanks
        .keySet()
        .forEach(
            paper ->
                book.findings()
                    .add(
                        new Spot(Sheets.BLANKS.name(), lineOf.getOrDefault(paper, 0), "材料标识"),
                        id,
                        "这个事项没有材料“%s”：请核对材料标识".formatted(CleanCell.shortened(paper))));
    content.put("papers", papers);
  }
}
