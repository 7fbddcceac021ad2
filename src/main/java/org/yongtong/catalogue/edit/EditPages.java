package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.catalogue.Differences;
import org.yongtong.catalogue.edit.PageView.BlockView;
import org.yongtong.catalogue.edit.PageView.FieldView;
import org.yongtong.catalogue.edit.PageView.GroupView;
import org.yongtong.catalogue.edit.PageView.Line;
import org.yongtong.catalogue.edit.PageView.RowsView;
import org.yongtong.catalogue.revise.Days;

/** Makes the pages of the editor. */
@Component
class EditPages {

  /** Page of a claimant → pages of the lead on the same subject. */
  private static final Map<String, List<String>> SAME_SUBJECT =
      Map.of(
          "basic", List.of("basic", "bases", "conditions"),
          "limits", List.of("limits"),
          "steps", List.of("steps"),
          "places", List.of(),
          "online", List.of("result"),
          "papers-own", List.of(),
          "rights", List.of("responsibility"));

  private final Heads heads;
  private final Pages pages;

  EditPages(Heads heads, Pages pages) {
    this.heads = heads;
    this.pages = pages;
  }

  /**
   * @param checked show what is wrong
   * @param saved it has been saved just now
   */
  ModelAndView show(Opened opened, EditorPage on, String key, boolean checked, boolean saved) {
    Map<String, String> problems = checked ? opened.problemsOf(on, paper(key)) : Map.of();
    String said =
        !saved
            ? null
            : problems.isEmpty() ? "已保存。" : "已保存。这一页还有 %d 处要改。".formatted(problems.size());
    return view(
        page(opened, on, key, opened.revision().content(), problems, said, null), HttpStatus.OK);
  }

  /** What was typed cannot be kept; it is all still there. */
  ModelAndView refused(
      Opened opened,
      EditorPage on,
      String key,
      Map<String, Object> typed,
      Map<String, String> problems) {
    return view(
        page(opened, on, key, typed, problems, null, null), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /**
   * Somebody else was faster: the form keeps what was typed, both texts stand beside each other
   * above it, and saving again takes what was typed.
   *
   * @param why why the revision cannot be written in at all, or null
   */
  ModelAndView overtaken(
      Opened opened, EditorPage on, String key, Map<String, Object> typed, @Nullable String why) {
    var changes = new ArrayList<PageView.Change>();
    for (var each : Differences.between(part(on, opened.revision().content()), part(on, typed))) {
      var both =
          TextDiff.of(
              Objects.requireNonNullElse(each.before(), ""),
              Objects.requireNonNullElse(each.after(), ""));
      changes.add(new PageView.Change(each.place(), both.before(), both.after()));
    }
    String by =
        why != null
            ? why
            : "%s在%s保存了这一页。"
                .formatted(
                    opened.revision().changedBy(), Days.moment(opened.revision().changedAt()));
    return view(
        page(opened, on, key, typed, Map.of(), null, new EditPage.Conflict(by, changes)),
        HttpStatus.CONFLICT);
  }

  /** Of a document what stands on a page. */
  private static Map<String, Object> part(EditorPage on, Map<String, Object> document) {
    var part = new LinkedHashMap<String, Object>();
    for (String place : on.places()) {
      int row = place.indexOf(']');
      Object value = Place.get(document, row < 0 ? place : place.substring(0, row + 1));
      if (value != null && row < 0) {
        Place.put(part, place, value);
      } else if (value != null) { // one paper
        part.put(LeadPages.PAPERS, List.of(value));
      }
    }
    return part;
  }

  private EditPage page(
      Opened opened,
      EditorPage on,
      String key,
      Map<String, Object> document,
      Map<String, String> problems,
      @Nullable String saved,
      EditPage.@Nullable Conflict conflict) {
    boolean writable = opened.writable();
    List<BlockView> blocks =
        Drawn.of(
            on, document, opened.lead(), new Drawn.Notes(problems, opened.remarksAt()), writable);
    Set<String> controls = controls(blocks);
    var beside = new LinkedHashMap<String, String>();
    var loose = new ArrayList<String>();
    problems.forEach(
        (place, message) -> {
          String control = control(place, controls);
          if (control == null || beside.containsKey(control)) {
            loose.add(message);
          } else {
            beside.put(control, message);
          }
        });
    int at = opened.pages().indexOf(on);
    return new EditPage(
        heads.of(opened),
        Nav.of(opened, key),
        key,
        on.title(),
        on.lead(),
        blocks,
        on.fingerprint(opened.revision().content()),
        beside,
        loose,
        saved,
        at >= 0 && at < opened.pages().size() - 1 ? opened.pages().get(at + 1).title() : null,
        inherited(opened, key),
        conflict,
        writable);
  }

  private static Set<String> controls(List<BlockView> blocks) {
    var names = new HashSet<String>();
    for (BlockView block : blocks) {
      switch (block) {
        case FieldView field -> names.add(field.name());
        case GroupView group -> group.fields().forEach(field -> names.add(field.name()));
        case RowsView rows -> {
          names.add(rows.place());
          rows.rows().forEach(row -> row.fields().forEach(field -> names.add(field.name())));
        }
      }
    }
    return names;
  }

  /** The control at a place or the nearest around it. */
  private static @Nullable String control(String place, Set<String> controls) {
    String at = place;
    while (!at.isEmpty()) {
      if (controls.contains(at)) {
        return at;
      }
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return null;
  }

  private List<Line> inherited(Opened opened, String key) {
    Map<String, Object> lead = opened.lead();
    if (lead == null) {
      return List.of();
    }
    List<EditorPage> leads =
        pages.lead(false, Place.text(lead, "department"), opened.revision().division());
    return SAME_SUBJECT.getOrDefault(key, List.of()).stream()
        .flatMap(name -> leads.stream().filter(page -> page.key().equals(name)))
        .flatMap(page -> Described.page(page, lead).stream())
        .toList();
  }

  private static String paper(String key) {
    return key.startsWith("papers/") ? key.substring("papers/".length()) : "";
  }

  private static ModelAndView view(EditPage page, HttpStatusCode status) {
    return new ModelAndView("catalogue/edit/page", Map.of("page", page), status);
  }
}
