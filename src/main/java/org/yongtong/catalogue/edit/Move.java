package org.yongtong.catalogue.edit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A button beside a row: what to do with which list.
 *
 * @param index of the row; -1 for the whole list
 */
record Move(Kind kind, String list, int index) {

  private static final Pattern TEXT =
      Pattern.compile(
          "(add|remove|up|down|copy|inherit):([a-z][a-z0-9_.\\[\\]]{0,80}?)(?::(\\d{1,4}))?");

  enum Kind {
    ADD,
    REMOVE,
    UP,
    DOWN,
    /** Begin with the lead's rows. */
    COPY,
    /** Follow the lead again. */
    INHERIT
  }

  static Optional<Move> parse(@Nullable String text) {
    Matcher matcher = TEXT.matcher(text == null ? "" : text);
    if (!matcher.matches() || !Place.is(matcher.group(2))) {
      return Optional.empty();
    }
    String index = matcher.group(3);
    return Optional.of(
        new Move(
            Kind.valueOf(matcher.group(1).toUpperCase(java.util.Locale.ROOT)),
            matcher.group(2),
            index == null ? -1 : Integer.parseInt(index)));
  }

  /**
   * Does it to a document made by {@link Place#copy}.
   *
   * @param lead the lead's content, for a claimant
   */
  void apply(EditorPage page, Map<String, Object> document, Map<String, Object> lead) {
    var rows =
        page.blocks().stream()
            .filter(block -> block instanceof Block.Rows each && each.place().equals(list))
            .map(Block.Rows.class::cast)
            .findFirst();
    if (rows.isEmpty()) {
      return;
    }
    switch (kind) {
      case ADD -> Place.rows(document, list).add(new LinkedHashMap<String, Object>());
      case COPY -> {
        if (Place.get(lead, list) instanceof List<?> given) {
          Place.put(document, list, Place.copyOf(given));
        }
      }
      case INHERIT -> Place.put(document, list, null);
      default -> move(rows.get(), document);
    }
  }

  private void move(Block.Rows rows, Map<String, Object> document) {
    List<Object> all = Place.rows(document, list);
    int to = index + (kind == Kind.UP ? -1 : 1);
    if (index < 0 || index >= all.size()) {
      return;
    }
    if (kind == Kind.REMOVE) {
      all.remove(index);
    } else if (to >= 0 && to < all.size()) {
      Collections.swap(all, index, to);
    }
    if (all.isEmpty() && !rows.kept()) {
      Place.put(document, list, null);
    }
  }

  /** The row to come back to, as an anchor. */
  String anchor() {
    int row =
        switch (kind) {
          case UP -> Math.max(0, index - 1);
          case DOWN -> index + 1;
          default -> -1;
        };
    return row < 0 ? "b-" + list : "r-%s[%d]".formatted(list, row);
  }
}
