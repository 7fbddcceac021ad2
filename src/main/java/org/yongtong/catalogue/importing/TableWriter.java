package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes items apart into the rows of the sheets. */
abstract class TableWriter implements ItemWriter {

  /** Below the limit of a spreadsheet cell, with room for the apostrophe. */
  private static final int PIECE = 30_000;

  private final Names names;

  TableWriter(Names names) {
    this.names = names;
  }

  /**
   * One row.
   *
   * @param cells in the order of the sheet's elements; texts are already harmless, numbers are
   *     whole
   */
  abstract void row(SheetForm form, List<@Nullable Object> cells) throws IOException;

  @Override
  public void write(Known.Own item) throws IOException {
    Map<String, Object> data = item.data();
    main(item.lead() == null ? Sheets.ITEMS : Sheets.CLAIMS, item);
    for (SheetForm form : Sheets.ALL) {
      switch (form.use()) {
        case ENTRIES -> entries(form, item.id(), data);
        case BLANKS -> blanks(form, item.id(), data);
        case FRAGMENT -> fragment(form, item.id(), data);
        default -> {}
      }
    }
  }

  private void main(SheetForm form, Known.Own item) throws IOException {
    var cells = new ArrayList<@Nullable Object>();
    for (Element element : form.elements()) {
      Object value =
          switch (element.path()) {
            case SheetForm.ITEM -> item.id();
            case "#lead" -> item.lead();
            case "#department" -> item.department();
            case "#mode" -> item.mode();
            case "#since" -> item.since();
            default -> Tree.get(item.data(), element.path());
          };
      cells.add(cell(element, value));
    }
    row(form, cells);
  }

  private @Nullable Object cell(Element element, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Integer || value instanceof Long) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      return CleanCell.out(YamlWriter.piece(Tree.copy(map)).stripTrailing());
    }
    return CleanCell.out(element.kind().write(value, names));
  }

  private void entries(SheetForm form, String id, Map<String, Object> data) throws IOException {
    Object list = Tree.get(data, form.list());
    if (!(list instanceof List<?> entries)) {
      return;
    }
    if (entries.isEmpty()) {
      var cells = new ArrayList<@Nullable Object>();
      cells.add(CleanCell.out(id));
      cells.add(SheetForm.NONE);
      row(form, cells);
      return;
    }
    for (Map<String, Object> entry : Tree.maps(list)) {
      var cells = new ArrayList<@Nullable Object>();
      for (Element element : form.elements()) {
        cells.add(
            element.path().equals(SheetForm.ITEM)
                ? CleanCell.out(id)
                : cell(element, Tree.get(entry, element.path())));
      }
      row(form, cells);
    }
  }

  private void blanks(SheetForm form, String id, Map<String, Object> data) throws IOException {
    for (Map<String, Object> paper : Tree.maps(data.get("papers"))) {
      Map<String, Object> blank = Tree.copy(paper.get("blank"));
      for (Map<String, Object> line : Tree.maps(blank.get("lines"))) {
        var cells = new ArrayList<@Nullable Object>();
        for (Element element : form.elements()) {
          Object value =
              switch (element.path()) {
                case SheetForm.ITEM -> id;
                case SheetForm.PAPER -> paper.get("id");
                case "title" -> blank.get("title");
                default -> line.get(element.path());
              };
          cells.add(cell(element, value));
        }
        row(form, cells);
      }
    }
  }

  private void fragment(SheetForm form, String id, Map<String, Object> data) throws IOException {
    var piece = new LinkedHashMap<String, Object>();
    for (String key : List.of("questions", "form")) {
      if (data.get(key) != null) {
        piece.put(key, data.get(key));
      }
    }
    if (piece.isEmpty()) {
      return;
    }
    var part = new StringBuilder();
    for (String line : YamlWriter.piece(piece).lines().toList()) {
      if (part.length() + line.length() > PIECE && !part.isEmpty()) {
        row(form, pair(id, part.toString()));
        part.setLength(0);
      }
      part.append(line).append('\n');
    }
    row(form, pair(id, part.toString().stripTrailing()));
  }

  private static List<@Nullable Object> pair(String id, String text) {
    var cells = new ArrayList<@Nullable Object>();
    cells.add(CleanCell.out(id));
    cells.add(CleanCell.out(text));
    return cells;
  }
}
