// long: one page with three panes, made from outline to preview
package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Differences;
import org.yongtong.catalogue.ItemDocument;
import org.yongtong.catalogue.ItemDocuments;
import org.yongtong.catalogue.design.FormDesignPage.FieldLine;
import org.yongtong.catalogue.design.FormDesignPage.GroupLine;
import org.yongtong.catalogue.design.FormDesignPage.Reuse;
import org.yongtong.catalogue.design.FormDesignPage.SectionLine;
import org.yongtong.catalogue.design.FormDesignPage.Sheet;
import org.yongtong.catalogue.design.FormDraft.Found;
import org.yongtong.catalogue.edit.FormParts;
import org.yongtong.catalogue.edit.Heads;
import org.yongtong.catalogue.edit.Opened;
import org.yongtong.catalogue.edit.PageView.Change;
import org.yongtong.catalogue.edit.Place;
import org.yongtong.catalogue.edit.TextDiff;
import org.yongtong.form.Applicant;
import org.yongtong.form.Field;
import org.yongtong.form.FormCheck;
import org.yongtong.form.FormDefinition;
import org.yongtong.form.FormView;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;

/** Makes the page of the form designer. */
@Component
class FormDesignPages {

  private static final Map<String, String> VISIBLE =
      ways("none", "一直显示", "simple", "满足条件才显示", "text", "用表达式写");
  private static final Map<String, String> REQUIRED =
      ways("none", "选填", "always", "必填", "simple", "满足条件才必填", "text", "用表达式写");
  private static final Map<String, String> VALID =
      ways("none", "不另外校验", "simple", "要满足条件", "text", "用表达式写");
  private static final List<String> PLAIN =
      List.of("id", "label", "title", "hint", "placeholder", "unit", "min", "max", "min_value");

  private final Heads heads;
  private final Forms forms;
  private final FormDefects defects;
  private final Steps steps;
  private final FieldGroups groups;
  private final ItemDocuments documents;

  FormDesignPages(
      Heads heads,
      Forms forms,
      FormDefects defects,
      Steps steps,
      FieldGroups groups,
      ItemDocuments documents) {
    this.heads = heads;
    this.forms = forms;
    this.defects = defects;
    this.steps = steps;
    this.groups = groups;
    this.documents = documents;
  }

  /**
   * How somebody looks at it.
   *
   * @param field chosen, or ""; {@code section} likewise
   * @param place of a defect to go to, or ""
   * @param sent what was typed and is not kept; null when the page is fresh
   * @param answers typed into the preview
   * @param asked words by which another item is looked for, or null
   * @param item another item whose form is shown, or ""
   */
  record Look(
      String field,
      String section,
      String place,
      boolean wide,
      @Nullable Map<String, String[]> sent,
      Map<String, String[]> answers,
      @Nullable String asked,
      String item,
      @Nullable String said,
      Map<String, String> problems,
      @Nullable List<Change> conflict) {

    static Look at(String field, String section) {
      return new Look(field, section, "", false, null, Map.of(), null, "", null, Map.of(), null);
    }

    Look answered(Map<String, String[]> given) {
      return new Look(
          field, section, place, wide, sent, given, asked, item, said, problems, conflict);
    }

    Look refused(Map<String, String[]> typed, Map<String, String> why, @Nullable List<Change> by) {
      return new Look(field, section, place, wide, typed, answers, asked, item, said, why, by);
    }
  }

  FormDesignPage page(Opened opened, Look look) {
    Map<String, Object> document = opened.revision().content();
    boolean readable = FormDraft.readable(document);
    FormDefects.Result result = defects.of(document);
    var form = new FormDraft(readable ? document : Map.of());
    Found chosen = chosen(form, look);
    Map<String, String> remarks = opened.remarksAt();
    var problems = new LinkedHashMap<>(look.problems());
    if (look.sent() == null && chosen != null) {
      result.at(chosen.place()).forEach(problems::putIfAbsent);
    }
    var loose = new ArrayList<String>();
    Optional.ofNullable(problems.remove("")).ifPresent(loose::add);
    if (look.sent() == null) {
      for (FormDefects.Found defect : result.defects()) {
        if (chosen == null || !defect.place().startsWith(chosen.place())) {
          loose.add(FormDefects.words(defect, document));
        }
      }
    }
    Optional<Map<String, Object>> published =
        documents.find(opened.revision().item()).map(ItemDocument::data);
    return new FormDesignPage(
        heads.of(opened),
        opened.writable(),
        readable,
        outline(form, chosen, result, remarks),
        form.allFields().size(),
        chosen == null ? null : sheet(document, form, chosen, look, problems, remarks),
        result.form().map(definition -> preview(definition, document, look.answers())).orElse(null),
        look.wide(),
        opened.writable()
            ? steps.last(opened.revision().id()).map(Steps.Step::said).orElse(null)
            : null,
        look.said(),
        problems,
        loose,
        reuse(look),
        published.map(before -> changes(before, document)).orElse(List.of()),
        published.isPresent(),
        look.conflict(),
        RemarkNote.ofForm(opened));
  }

  private static FormParts.Part part(Found row) {
    return new FormParts.Part(isSection(row), row.id());
  }

  private static boolean isSection(Found row) {
    return row.place().matches("form\\.sections\\[\\d+\\]");
  }

  private static @Nullable Found chosen(FormDraft form, Look look) {
    Found found = null;
    if (!look.field().isEmpty()) {
      found = form.field(look.field());
    } else if (!look.section().isEmpty()) {
      found = form.section(look.section());
    } else if (!look.place().isEmpty()) {
      found = form.at(look.place());
    }
    return found == null ? form.first() : found;
  }

  private static List<SectionLine> outline(
      FormDraft form,
      @Nullable Found chosen,
      FormDefects.Result result,
      Map<String, String> remarks) {
    var lines = new ArrayList<SectionLine>();
    for (Found section : form.sections()) {
      lines.add(
          new SectionLine(
              section.id(),
              FormDraft.text(section.map(), "title"),
              section.map().get("visible") != null,
              remarks.containsKey(part(section).place()),
              same(section, chosen),
              section.index() == 0,
              section.last(),
              form.fields(section).stream()
                  .map(field -> line(form, field, chosen, result, remarks))
                  .toList()));
    }
    return lines;
  }

  private static boolean same(Found one, @Nullable Found other) {
    return other != null && one.place().equals(other.place());
  }

  private static FieldLine line(
      FormDraft form,
      Found field,
      @Nullable Found chosen,
      FormDefects.Result result,
      Map<String, String> remarks) {
    var marks = new ArrayList<String>();
    Object required = field.map().get("required");
    if (Boolean.TRUE.equals(required)) {
      marks.add("必填");
    } else if (required instanceof String) {
      marks.add("按条件必填");
    }
    if (Boolean.TRUE.equals(field.map().get("guide"))) {
      marks.add("情形");
    }
    if (field.map().get("visible") != null) {
      marks.add("按条件显示");
    }
    return new FieldLine(
        field.id(),
        FormDraft.label(field.map()),
        FieldKinds.word(FormDraft.text(field.map(), "kind")),
        marks,
        same(field, chosen),
        field.index() == 0,
        field.last(),
        !result.at(field.place()).isEmpty(),
        remarks.containsKey(part(field).place()),
        form.fields(field).stream()
            .map(inner -> line(form, inner, chosen, result, remarks))
            .toList());
  }

  private Sheet sheet(
      Map<String, Object> document,
      FormDraft form,
      Found chosen,
      Look look,
      Map<String, String> problems,
      Map<String, String> remarks) {
    boolean section = isSection(chosen);
    boolean inRow = chosen.group() != null;
    Map<String, String[]> sent = look.sent();
    String kind = sent == null ? FormDraft.text(chosen.map(), "kind") : RuleInput.one(sent, "kind");
    var values = new LinkedHashMap<String, String>();
    for (String key : PLAIN) {
      values.put(key, FormDraft.text(chosen.map(), key));
    }
    values.put("max_value", FormDraft.text(chosen.map(), "max_value"));
    values.put("message", FormDraft.text(chosen.map(), "message"));
    values.put("prefill", FormDraft.text(chosen.map(), "prefill"));
    values.put("guide", FormDraft.text(chosen.map(), "guide"));
    values.put("options", FieldInput.lines(chosen.map().get("options")));
    if (sent != null) {
      values.replaceAll((key, old) -> sent.containsKey(key) ? RuleInput.one(sent, key) : old);
      values.put("guide", sent.containsKey("guide") ? "true" : "");
    }
    var has =
        FieldKinds.PROPERTIES.stream()
            .filter(property -> !section && FieldKinds.has(kind, property, inRow))
            .toList();
    Map<String, Field> known = new LinkedHashMap<>(FormFields.of(document, chosen.group()));
    var rules = new ArrayList<RuleView>();
    Map<String, Field> others = new LinkedHashMap<>(known);
    others.remove(section ? "" : chosen.id());
    rules.add(rule("visible", "什么时候显示", VISIBLE, chosen, look, others, problems));
    if (!section && FieldKinds.has(kind, "required", inRow)) {
      rules.add(rule("required", "要不要填", REQUIRED, chosen, look, others, problems));
      rules.add(rule("valid", "填写以后还要满足", VALID, chosen, look, known, problems));
    }
    return new Sheet(
        section,
        chosen.id(),
        section ? FormDraft.text(chosen.map(), "title") : FormDraft.label(chosen.map()),
        kind,
        values,
        has,
        rules,
        section ? Map.of() : parents(form, chosen),
        chosen.group() == null ? "§" + chosen.section() : chosen.group(),
        section ? List.of() : Uses.of(document, chosen.id()),
        // what was typed upon another text must not pass for typed upon this one
        sent == null || look.conflict() != null
            ? FormActs.seen(chosen, section)
            : RuleInput.one(sent, "seen"),
        chosen.place(),
        chosen.index() == 0,
        chosen.last(),
        remarks.get(part(chosen).place()));
  }

  private static RuleView rule(
      String key,
      String title,
      Map<String, String> ways,
      Found chosen,
      Look look,
      Map<String, Field> known,
      Map<String, String> problems) {
    Map<String, String[]> sent = look.sent();
    RuleInput input =
        sent != null && sent.containsKey(key + ".by")
            ? RuleInput.typed(sent, key)
            : RuleInput.of(chosen.map().get(key), known);
    if (!key.equals("required")
        && input.by().equals("none")
        && chosen.map().get(key) != null
        && sent == null) {
      input = new RuleInput("text", false, List.of(), FormDraft.text(chosen.map(), key));
    }
    return RuleView.of(key, title, ways, input, known, 1, problems.get(key));
  }

  private static Map<String, String> parents(FormDraft form, Found field) {
    var parents = new LinkedHashMap<String, String>();
    for (Found section : form.sections()) {
      if (field.group() != null || !section.section().equals(field.section())) {
        parents.put("§" + section.id(), FormDraft.text(section.map(), "title"));
      }
      for (Found each : form.fields(section)) {
        if (FormDraft.text(each.map(), "kind").equals("repeat")
            && !each.id().equals(field.group())
            && !each.id().equals(field.id())) {
          parents.put(each.id(), "重复组：" + FormDraft.label(each.map()));
        }
      }
    }
    return parents;
  }

  private FormView preview(
      FormDefinition form, Map<String, Object> document, Map<String, String[]> answers) {
    Values values = forms.parse(form, answers, Values.EMPTY);
    FormCheck check = forms.check(form, values, applicant(document));
    // nobody has tried to hand it in: what is missing is not shown as a mistake
    return forms.view(
        form,
        values,
        new FormCheck(
            check.visible(),
            check.required(),
            check.problems().stream().filter(problem -> !problem.missing()).toList()),
        FormView.Options.ALL);
  }

  /** Somebody of the kind for whom the item is. */
  static Applicant applicant(Map<String, Object> document) {
    return Place.texts(document, "objects").equals(List.of("legal"))
        ? new Applicant("legal", "", "", "", "", "")
        : Applicant.UNKNOWN_PERSON;
  }

  private Reuse reuse(Look look) {
    return new Reuse(
        lines(groups.library()),
        look.asked(),
        look.asked() == null ? Map.of() : groups.items(look.asked()),
        look.item(),
        look.item().isEmpty() ? List.of() : lines(groups.of(look.item())));
  }

  private static List<GroupLine> lines(List<FieldGroups.Group> groups) {
    return groups.stream()
        .map(group -> new GroupLine(group.key(), group.title(), group.asks()))
        .toList();
  }

  /** What changes of a form, in words. */
  static List<Change> changes(Map<String, Object> before, Map<String, Object> after) {
    return Differences.between(form(before), form(after)).stream()
        .map(
            each -> {
              var both =
                  TextDiff.of(
                      Objects.requireNonNullElse(each.before(), ""),
                      Objects.requireNonNullElse(each.after(), ""));
              return new Change(each.place(), both.before(), both.after());
            })
        .toList();
  }

  private static Map<String, Object> form(Map<String, Object> document) {
    Object form = document.get("form");
    return form == null ? Map.of() : Map.of("form", form);
  }

  static Map<String, String> ways(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
