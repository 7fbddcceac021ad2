package org.yongtong.catalogue.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What places of a document are called, and on which page they are. */
final class PlaceWords {

  private static final Pattern ROW = Pattern.compile("\\[([^\\]]*)\\](?:\\.(.+))?");
  private static final Pattern PAPER = Pattern.compile("papers\\[([^\\]]*)\\](?:\\.(.+))?");
  private static final Pattern ROUTE = Pattern.compile("routing\\[(\\d{1,4})\\].*");
  private static final Pattern INDEX = Pattern.compile("\\d{1,4}");

  private final List<EditorPage> pages;
  private final Map<String, Object> document;

  PlaceWords(List<EditorPage> pages, Map<String, Object> document) {
    this.pages = pages;
    this.document = document;
  }

  /** The place in words, e.g. 设定依据第 2 条·条款内容. */
  String label(String place) {
    Matcher paper = PAPER.matcher(place);
    if (paper.matches()) {
      String which = paperName(paper.group(1));
      String inner = paper.group(2);
      String label =
          inner == null
              ? null
              : find(LeadPages.paper("papers[0]", "", Map.of()), "papers[0]." + inner);
      return label == null ? which : which + "·" + label;
    }
    Matcher route = ROUTE.matcher(place);
    if (route.matches()) {
      return "由哪个部门办 第 %d 条".formatted(Integer.parseInt(route.group(1)) + 1);
    }
    Optional<String> part = FormParts.label(place, document);
    if (part.isPresent()) {
      return part.get();
    }
    for (EditorPage page : pages) {
      String label = find(page, place);
      if (label != null) {
        return label;
      }
    }
    for (EditorPage page : pages) {
      if (page.holds(place)) {
        return page.title();
      }
    }
    return place.startsWith("form") ? "表单" : place;
  }

  private String paperName(String row) {
    if (!INDEX.matcher(row).matches()) {
      return "材料“%s”".formatted(row);
    }
    String name = Place.text(document, "papers[%s].name".formatted(row));
    return name.isBlank()
        ? "第 %d 份材料".formatted(Integer.parseInt(row) + 1)
        : "材料“%s”".formatted(name);
  }

  private static @Nullable String find(EditorPage page, String place) {
    for (Block block : page.blocks()) {
      String label =
          switch (block) {
            case Block.Field field -> of(field, place);
            case Block.Group group ->
                group.fields().stream()
                    .map(field -> of(field, place))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            case Block.Rows rows -> of(rows, place);
          };
      if (label != null) {
        return label;
      }
    }
    return null;
  }

  private static @Nullable String of(Block.Field field, String place) {
    String label = field.label().replaceAll("（.*", "");
    return place.equals(field.place()) || place.startsWith(field.place() + "[") ? label : null;
  }

  private static @Nullable String of(Block.Rows rows, String place) {
    if (place.equals(rows.place())) {
      return rows.title();
    }
    if (!place.startsWith(rows.place() + "[")) {
      return null;
    }
    Matcher row = ROW.matcher(place.substring(rows.place().length()));
    if (!row.matches()) {
      return rows.title();
    }
    String which =
        INDEX.matcher(row.group(1)).matches()
            ? "%s %d".formatted(rows.word(), Integer.parseInt(row.group(1)) + 1)
            : "%s“%s”".formatted(rows.word(), row.group(1));
    String inner = row.group(2);
    return rows.columns().stream()
        .filter(column -> column.place().equals(inner))
        .map(column -> which + "·" + column.label().replaceAll("（.*", ""))
        .findFirst()
        .orElse(which);
  }

  /** Key of the page that holds a place; the first page for what lies nowhere. */
  String page(String place) {
    return pages.stream()
        .filter(page -> page.holds(place))
        .map(EditorPage::key)
        .findFirst()
        .orElseGet(
            () ->
                place.startsWith("papers")
                    ? pages.stream()
                        .map(EditorPage::key)
                        .filter(key -> key.startsWith(LeadPages.PAPERS))
                        .findFirst()
                        .orElse(pages.getFirst().key())
                    : pages.getFirst().key());
  }
}
