package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.edit.PageView.Line;

/** What a document says, in words, element by element. */
final class Described {

  private Described() {}

  /** The elements of a page that are filled in. */
  static List<Line> page(EditorPage page, Map<String, Object> document) {
    var lines = new ArrayList<Line>();
    for (Block block : page.blocks()) {
      switch (block) {
        case Block.Field field -> add(lines, field, document);
        case Block.Group group -> group.fields().forEach(field -> add(lines, field, document));
        case Block.Rows rows -> lines.addAll(rows(rows, document));
      }
    }
    return lines;
  }

  private static void add(List<Line> lines, Block.Field field, Map<String, Object> document) {
    String words = words(field, Place.get(document, field.place()));
    if (!words.isEmpty()) {
      lines.add(new Line(field.label(), words));
    }
  }

  /** One line for each row of a list. */
  static List<Line> rows(Block.Rows rows, Map<String, Object> document) {
    var lines = new ArrayList<Line>();
    List<?> list = Place.list(document, rows.place());
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof Map<?, ?> raw) {
        Map<String, Object> row = Place.copy(raw);
        lines.add(
            new Line(
                "%s %d".formatted(rows.word(), i + 1),
                rows.columns().stream()
                    .map(column -> words(column, Place.get(row, column.place())))
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining("，"))));
      }
    }
    return lines;
  }

  /** A value in words, "" for none. */
  static String words(Block.Field field, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> list ->
          list.stream()
              .map(each -> field.options().getOrDefault(each.toString(), each.toString()))
              .collect(Collectors.joining("、"));
      case Boolean flag -> flag ? "是" : "否";
      case Map<?, ?> map -> FormText.write(map);
      default -> {
        String word = field.options().getOrDefault(value.toString(), value.toString());
        yield field.unit() == null ? word : word + " " + field.unit();
      }
    };
  }
}
