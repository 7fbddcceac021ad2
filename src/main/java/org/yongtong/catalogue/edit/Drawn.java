package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.edit.PageView.BlockView;
import org.yongtong.catalogue.edit.PageView.FieldView;
import org.yongtong.catalogue.edit.PageView.GroupView;
import org.yongtong.catalogue.edit.PageView.Line;
import org.yongtong.catalogue.edit.PageView.OptionView;
import org.yongtong.catalogue.edit.PageView.RowView;
import org.yongtong.catalogue.edit.PageView.RowsView;

/** Draws the blocks of a page with what a document says. */
final class Drawn {

  /**
   * What is said beside elements.
   *
   * @param problems place → what is wrong
   * @param remarks place → why it was sent back
   */
  record Notes(Map<String, String> problems, Map<String, String> remarks) {}

  /** Where the lead says what a claimant says under another name. */
  private static final Map<String, String> LEADS_PLACE =
      Map.of("promised_days", "limits.promised_days", "limits_note", "limits.note");

  private static final Set<String> OWN_ALONE = Set.of("papers_dropped", "papers_deferrable", "faq");

  private final Map<String, Object> document;
  private final @Nullable Map<String, Object> lead;
  private final Notes notes;
  private final boolean writable;

  private Drawn(
      Map<String, Object> document,
      @Nullable Map<String, Object> lead,
      Notes notes,
      boolean writable) {
    this.document = document;
    this.lead = lead;
    this.notes = notes;
    this.writable = writable;
  }

  /**
   * @param lead the lead's content when the document is a claimant's
   * @param notes what is to be said beside the elements
   */
  static List<BlockView> of(
      EditorPage page,
      Map<String, Object> document,
      @Nullable Map<String, Object> lead,
      Notes notes,
      boolean writable) {
    var drawn = new Drawn(document, lead, notes, writable);
    return page.blocks().stream().map(drawn::block).toList();
  }

  private BlockView block(Block block) {
    return switch (block) {
      case Block.Field field -> field(field, field.place());
      case Block.Group group ->
          new GroupView(
              group.title(),
              group.hint(),
              group.fields().stream()
                  // what is given out by the platform and was not given is of no interest
                  .filter(each -> !each.fixed() || Place.get(document, each.place()) != null)
                  .map(each -> field(each, each.place()))
                  .toList());
      case Block.Rows rows -> rows(rows);
    };
  }

  private FieldView field(Block.Field field, String place) {
    Object value = Place.get(document, place);
    String text =
        switch (field.kind()) {
          case LINES -> String.join("\n", Place.texts(document, place));
          case CODE -> FormText.write(value);
          default -> Place.text(document, place);
        };
    return new FieldView(
        place,
        field.label(),
        field.kind().name(),
        field.need(),
        field.most(),
        text,
        options(field, place, text),
        field.hint(),
        field.unit(),
        field.fixed() || !writable,
        inherited(field, place),
        notes.remarks().get(place),
        problem(field, place));
  }

  /** A list of texts has its problems at its entries. */
  private @Nullable String problem(Block.Field field, String place) {
    String exact = notes.problems().get(place);
    if (exact != null || (field.kind() != Block.Kind.LINES && field.kind() != Block.Kind.CHOICES)) {
      return exact;
    }
    return notes.problems().entrySet().stream()
        .filter(problem -> problem.getKey().startsWith(place + "["))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private List<OptionView> options(Block.Field field, String place, String text) {
    if (field.kind() != Block.Kind.CHOICE && field.kind() != Block.Kind.CHOICES) {
      return List.of();
    }
    List<String> chosen =
        field.kind() == Block.Kind.CHOICE ? List.of(text) : Place.texts(document, place);
    var options = new ArrayList<OptionView>();
    field
        .options()
        .forEach((key, word) -> options.add(new OptionView(key, word, chosen.contains(key))));
    // what is chosen stays chosen, even if it is no longer offered
    for (String value : chosen) {
      if (!value.isEmpty() && !field.options().containsKey(value)) {
        options.add(new OptionView(value, value, true));
      }
    }
    return options;
  }

  private @Nullable String inherited(Block.Field field, String place) {
    if (lead == null || place.contains("[") || OWN_ALONE.contains(place)) {
      return null;
    }
    String there = LEADS_PLACE.getOrDefault(place, place);
    String words = Described.words(field, Place.get(lead, there));
    return words.isEmpty() ? "上级没有规定" : "上级：" + words;
  }

  private RowsView rows(Block.Rows rows) {
    Object stored = Place.get(document, rows.place());
    List<?> list = stored instanceof List<?> given ? given : List.of();
    var views = new ArrayList<RowView>();
    for (int i = 0; i < list.size(); i++) {
      String at = "%s[%d]".formatted(rows.place(), i);
      views.add(
          new RowView(
              i,
              rows.columns().stream()
                  .map(column -> field(column, at + "." + column.place()))
                  .toList(),
              i == 0,
              i == list.size() - 1,
              notes.remarks().get(at)));
    }
    Map<String, Object> from = lead;
    boolean follows = from != null && !OWN_ALONE.contains(rows.place());
    List<Line> inherited =
        from != null && (follows || rows.place().equals("faq"))
            ? Described.rows(rows, from)
            : List.of();
    return new RowsView(
        rows.place(),
        rows.title(),
        rows.word(),
        rows.hint(),
        views,
        stored != null,
        follows,
        inherited,
        notes.remarks().get(rows.place()),
        notes.problems().get(rows.place()));
  }
}
