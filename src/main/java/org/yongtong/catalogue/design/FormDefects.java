package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.edit.Place;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.FormDefinitionException;
import org.yongtong.form.Forms;

/** What is wrong with a document's form and with the rules that read it. */
@Component
class FormDefects {

  private static final Pattern SAID =
      Pattern.compile("(form\\S*?(?: \\([^)]*\\)\\S*?)*)：(.*)", Pattern.DOTALL);

  private final Forms forms;

  FormDefects(Forms forms) {
    this.forms = forms;
  }

  /**
   * @param place of the document, e.g. {@code form.sections[1].fields[3].valid} or {@code
   *     papers[0].when}
   */
  record Found(String place, String message) {}

  /**
   * @param form empty while it cannot be used
   */
  record Result(Optional<FormDefinition> form, List<Found> defects) {

    /** control → message, of the field or section at a place. */
    Map<String, String> at(String place) {
      var found = new LinkedHashMap<String, String>();
      for (Found defect : defects) {
        if (defect.place().startsWith(place + ".")
            && !defect.place().startsWith(place + ".fields")) {
          found.merge(
              defect.place().substring(place.length() + 1).replaceAll("\\W.*", ""),
              defect.message(),
              (one, other) -> one + "；" + other);
        }
      }
      return found;
    }
  }

  Result of(Map<String, Object> document) {
    var defects = new ArrayList<Found>();
    if (!(document.get("form") instanceof Map<?, ?> map)) {
      return new Result(Optional.empty(), List.of());
    }
    try {
      FormDefinition form = forms.read(Place.copy(map));
      for (String list : Uses.RULED.keySet()) {
        List<?> rows = Place.list(document, list);
        for (int i = 0; i < rows.size(); i++) {
          if (rows.get(i) instanceof Map<?, ?> row && row.get("when") instanceof String rule) {
            for (String defect : forms.defectsOf(form, rule)) {
              defects.add(new Found("%s[%d].when".formatted(list, i), defect));
            }
          }
        }
      }
      return new Result(Optional.of(form), defects);
    } catch (FormDefinitionException wrong) {
      for (String defect : wrong.defects()) {
        Matcher said = SAID.matcher(defect);
        defects.add(
            said.matches()
                ? new Found(said.group(1).replaceAll(" \\([^)]*\\)", ""), said.group(2))
                : new Found("form", defect));
      }
      return new Result(Optional.empty(), defects);
    }
  }

  /** What is wrong after a change and was not before. */
  List<Found> fresh(Result before, Result after) {
    Set<String> known = new LinkedHashSet<>();
    before.defects().forEach(defect -> known.add(defect.message()));
    return after.defects().stream().filter(defect -> !known.contains(defect.message())).toList();
  }

  /** A defect in words with the place where it arises. */
  static String words(Found defect, Map<String, Object> document) {
    Matcher ruled = Pattern.compile("([a-z]+)\\[(\\d+)\\]\\.when").matcher(defect.place());
    if (ruled.matches()
        && Place.get(document, ruled.group(1) + "[" + ruled.group(2) + "]")
            instanceof Map<?, ?> row) {
      return "%s“%s”的适用条件：%s"
          .formatted(Uses.RULED.get(ruled.group(1)), Uses.name(row), defect.message());
    }
    FormDraft.Found field =
        FormDraft.readable(document) ? new FormDraft(document).at(defect.place()) : null;
    return field == null
        ? defect.message()
        : "字段“%s”：%s".formatted(FormDraft.label(field.map()), defect.message());
  }
}
