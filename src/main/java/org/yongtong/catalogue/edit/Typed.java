package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was typed on a page into a copy of the document. Nothing that was typed is lost: what
 * does not fit its element is kept as it is and the check says what is wrong with it.
 */
final class Typed {

  /** Longer than any element may be; more is not kept. */
  static final int LONGEST = 5_000;

  static final int LONGEST_CODE = 100_000;
  private static final int MOST_ROWS = 200;
  private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final Map<String, String[]> sent;
  private final Map<String, Object> document;
  private final Map<String, String> problems = new LinkedHashMap<>();

  private Typed(Map<String, String[]> sent, Map<String, Object> document) {
    this.sent = sent;
    this.document = document;
  }

  /**
   * @param problems place → why it cannot be kept; when there are any, nothing is saved
   */
  record Result(Map<String, Object> document, Map<String, String> problems) {}

  static Result on(EditorPage page, Map<String, String[]> sent, Map<String, Object> stored) {
    var typed = new Typed(sent, Place.copy(stored));
    boolean plain = typed.one("do") == null;
    for (Block block : page.blocks()) {
      switch (block) {
        case Block.Field field -> typed.field(field);
        case Block.Group group -> group.fields().forEach(typed::field);
        case Block.Rows rows -> typed.rows(rows, plain);
      }
    }
    return new Result(typed.document, typed.problems);
  }

  private @Nullable String one(String name) {
    String[] values = sent.get(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  private void field(Block.Field field) {
    String[] values = sent.get(field.place());
    if (values != null && !field.fixed()) {
      Place.put(document, field.place(), value(field, values, field.place()));
    }
  }

  private @Nullable Object value(Block.Field field, String[] values, String place) {
    String text = values[0].replace("\r\n", "\n").replace('\r', '\n');
    int most = field.kind() == Block.Kind.CODE ? LONGEST_CODE : LONGEST;
    if (text.length() > most) {
      problems.put(
          place, "%s太长了，最多 %d 个字，现有 %d 个，没有保存。".formatted(field.label(), most, text.length()));
      return null;
    }
    return switch (field.kind()) {
      case LINE, CHOICE -> {
        String line = text.replace('\n', ' ').strip();
        yield line.isEmpty() ? null : line;
      }
      case TEXT -> text.isBlank() ? null : text.strip();
      case NUMBER -> number(text.strip());
      case FLAG -> Arrays.asList(values).contains("true") ? Boolean.TRUE : null;
      case CHOICES -> {
        var chosen = Arrays.stream(values).filter(each -> !each.isBlank()).distinct().toList();
        yield chosen.isEmpty() ? null : new ArrayList<Object>(chosen);
      }
      case LINES -> {
        var lines = text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
        yield lines.isEmpty() ? null : new ArrayList<Object>(lines);
      }
      case CODE -> FormText.read(text);
    };
  }

  private static @Nullable Object number(String text) {
    if (text.isEmpty()) {
      return null;
    }
    return WHOLE.matcher(text).matches() ? (Object) Integer.valueOf(text) : text;
  }

  private void rows(Block.Rows rows, boolean plain) {
    String count = one("n:" + rows.place());
    if (count == null || !WHOLE.matcher(count).matches()) {
      return;
    }
    List<?> before = Place.list(document, rows.place());
    var now = new ArrayList<Object>();
    int sentRows = Math.min(Integer.parseInt(count), MOST_ROWS);
    for (int i = 0; i < sentRows; i++) {
      String at = "%s[%d]".formatted(rows.place(), i);
      var row =
          i < before.size() && before.get(i) instanceof Map<?, ?> map
              ? Place.copy(map)
              : new LinkedHashMap<String, Object>();
      for (Block.Field column : rows.columns()) {
        String place = at + "." + column.place();
        String[] values = sent.get(place);
        if (values != null) {
          Place.put(row, column.place(), value(column, values, place));
        }
      }
      if (!row.isEmpty() || !plain) {
        now.add(row);
      }
    }
    Place.put(document, rows.place(), now.isEmpty() && !rows.kept() ? null : now);
  }
}
