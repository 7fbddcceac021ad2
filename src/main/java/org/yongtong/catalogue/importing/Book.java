package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.importing.SheetForm.Use;

/** The sheets of a workbook, or of a packed set of CSV files, brought together into items. */
final class Book implements Tables {

  private final Names names;
  private final RowStore store;
  private final Findings findings;

  /** By name of the form: the forms themselves are large keys. */
  private final Map<String, SheetRows> sheets = new LinkedHashMap<>();

  /** Items that rows call by another name than their id. */
  private final Map<String, Set<String>> meant = new HashMap<>();

  Book(Names names, RowStore store, Findings findings) {
    this.names = names;
    this.store = store;
    this.findings = findings;
  }

  @Override
  public @Nullable Rows begin(String name) throws BadFile {
    SheetForm form = Sheets.find(name).orElse(null);
    if (form == null) {
      if (!Template.explains(name)) {
        String nearest = Likeness.nearest(name, Sheets.ALL.stream().map(SheetForm::name).toList());
        findings.add(
            Spot.ofSheet(name),
            "",
            "不认识工作表“%s”%s：请改成模板里的名称，或者删去这张表"
                .formatted(
                    CleanCell.shortened(name), nearest.isEmpty() ? "" : "，是不是“" + nearest + "”"));
      }
      return null;
    }
    return begin(form, name);
  }

  /** A single table of basic information, whatever its file is called. */
  Rows begin(SheetForm form, String name) throws BadFile {
    var rows = new SheetRows(form, name, names, store, findings);
    if (sheets.putIfAbsent(form.name(), rows) != null) {
      throw new BadFile(Spot.ofSheet(name), "工作表“%s”有两张：请合成一张".formatted(form.name()));
    }
    return rows;
  }

  @Nullable SheetRows sheet(SheetForm form) {
    return sheets.get(form.name());
  }

  Names names() {
    return names;
  }

  Findings findings() {
    return findings;
  }

  /**
   * Items in the order of the file: leads of the first sheet, claimants, then what adjusts others.
   */
  List<Entry> entries(Known known) throws IOException {
    var resolved = new Resolver(known, items());
    var entries = new LinkedHashMap<String, Entry>();
    SheetRows items = sheets.get(Sheets.ITEMS.name());
    if (items != null) {
      for (String reference : items.references()) {
        String id = resolved.find(reference);
        mean(resolved, reference, id == null ? reference : id);
        add(entries, new BookEntry(this, id == null ? reference : id, null, null, null, null));
      }
    }
    SheetRows claims = sheets.get(Sheets.CLAIMS.name());
    if (claims != null) {
      for (String reference : List.copyOf(claims.references())) {
        claim(claims, reference, resolved, entries);
      }
    }
    for (SheetRows sheet : sheets.values()) {
      if (sheet.form().use() != Use.ITEMS && sheet.form().use() != Use.CLAIMS) {
        for (String reference : sheet.references()) {
          others(sheet, reference, known, resolved, entries);
        }
      }
    }
    return List.copyOf(entries.values());
  }

  private Set<String> items() {
    SheetRows items = sheets.get(Sheets.ITEMS.name());
    return items == null ? Set.of() : items.references();
  }

  private void add(Map<String, Entry> entries, BookEntry entry) {
    Entry other = entries.putIfAbsent(entry.id(), entry);
    if (other != null) {
      findings.add(
          entry.spot(),
          entry.id(),
          "与%s写的是同一个事项 %s：一个事项只能有一行".formatted(other.spot().words(), entry.id()));
    }
  }

  private void claim(
      SheetRows claims, String reference, Resolver resolved, Map<String, Entry> entries)
      throws IOException {
    RowStore.Row row = claims.rows(reference).getFirst();
    String lead = text(claims, row, "#lead");
    String body = text(claims, row, "#department");
    String mode = text(claims, row, "#mode");
    String since = text(claims, row, "#since");
    if (reference.startsWith("#")) {
      String id = lead == null ? null : resolved.find(lead);
      if (id == null || body == null) {
        findings.add(
            new Spot(claims.sheet(), row.line(), id == null ? "认领的事项" : "实施主体"),
            "",
            lead == null
                ? "没有写认领的事项：请填上级事项的标识或者编码"
                : id == null
                    ? "没有事项“%s”：文件里和目录里都找不到".formatted(CleanCell.shortened(lead))
                    : "没有写实施主体：请填认领单位的名称");
        return;
      }
      reference = id + "@" + body;
      resolved.mean("#" + row.line(), reference);
      claims.rename("#" + row.line(), reference);
    }
    String found = resolved.find(reference);
    String id = found == null ? reference : found;
    int at = id.indexOf('@');
    if (at < 0) {
      findings.add(
          new Spot(claims.sheet(), row.line(), claims.form().item().header()),
          id,
          "认领单位的事项标识应当是“上级事项标识@部门”，现在是“%s”；也可以空着，由系统给出".formatted(CleanCell.shortened(id)));
      return;
    }
    if (body != null && !id.substring(at + 1).equals(body)) {
      findings.add(
          new Spot(claims.sheet(), row.line(), "实施主体"), id, "实施主体与事项标识 %s 不一致".formatted(id));
    }
    mean(resolved, reference, id);
    add(entries, new BookEntry(this, id, id.substring(0, at), id.substring(at + 1), mode, since));
  }

  static @Nullable String text(SheetRows sheet, RowStore.Row row, String path) {
    List<Element> elements = sheet.form().elements();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i).path().equals(path)) {
        Object value = row.values().get(i);
        return value == null ? null : value.toString();
      }
    }
    return null;
  }

  private void others(
      SheetRows sheet,
      String reference,
      Known known,
      Resolver resolved,
      Map<String, Entry> entries) {
    String id = resolved.find(reference);
    if (id == null) {
      findings.add(
          new Spot(sheet.sheet(), sheet.firstLine(reference), sheet.form().item().header()),
          reference,
          "没有事项“%s”：“事项基本信息”里和目录里都找不到，请核对标识".formatted(CleanCell.shortened(reference)));
      return;
    }
    mean(resolved, reference, id);
    if (!entries.containsKey(id)) {
      int at = id.indexOf('@');
      entries.put(
          id,
          at < 0
              ? new BookEntry(this, id, null, null, null, null)
              : new BookEntry(this, id, id.substring(0, at), id.substring(at + 1), null, null));
    }
  }

  private void mean(Resolver resolved, String reference, String id) {
    resolved.mean(reference, id);
    if (!reference.equals(id) || meant.containsKey(id)) {
      meant.computeIfAbsent(id, ignored -> new LinkedHashSet<>(List.of(id))).add(reference);
    }
  }

  /** Line in which an item begins on a sheet; 0 when it does not stand there. */
  int firstLine(SheetForm form, String id) {
    SheetRows sheet = sheets.get(form.name());
    if (sheet == null) {
      return 0;
    }
    int line = sheet.firstLine(id);
    if (line == 0) {
      for (String reference : meant.getOrDefault(id, Set.of())) {
        line = line == 0 ? sheet.firstLine(reference) : line;
      }
    }
    return line;
  }

  /** Everything that rows of a sheet call this item. */
  List<RowStore.Row> rows(SheetForm form, String id) throws IOException {
    SheetRows sheet = sheets.get(form.name());
    if (sheet == null) {
      return List.of();
    }
    var all = new ArrayList<RowStore.Row>();
    Set<String> references = meant.get(id);
    if (references == null) {
      return sheet.rows(id);
    }
    for (String reference : references) {
      all.addAll(sheet.rows(reference));
    }
    return all;
  }

  /** Which item a row means: one of the file, or one of the catalogue. */
  private static final class Resolver {
    private final Known known;
    private final Set<String> items;
    private final Map<String, String> meant = new HashMap<>();

    Resolver(Known known, Set<String> items) {
      this.known = known;
      this.items = items;
    }

    void mean(String reference, String id) {
      meant.put(reference, id);
    }

    @Nullable String find(String reference) {
      String already = meant.get(reference);
      if (already != null) {
        return already;
      }
      if (items.contains(reference) && reference.matches("[a-z].*")) {
        return reference;
      }
      return known.find(reference).orElse(null);
    }
  }
}
