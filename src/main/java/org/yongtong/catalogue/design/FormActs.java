// long: every button of the form designer stands here, one after another
package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.design.Drafting.Act;
import org.yongtong.catalogue.design.Drafting.Outcome;
import org.yongtong.catalogue.design.FormDraft.Found;
import org.yongtong.identity.SignedIn;

/** What the form designer's buttons do to the document. */
@Component
class FormActs {

  static final String PAGE = "form";

  private final Drafting drafting;
  private final FormDefects defects;
  private final FieldGroups groups;

  FormActs(Drafting drafting, FormDefects defects, FieldGroups groups) {
    this.drafting = drafting;
    this.defects = defects;
    this.groups = groups;
  }

  /**
   * @param button what was pressed: an act, then what it is done to, e.g. {@code up:area}; a
   *     section's id begins with {@code §}
   */
  Outcome act(UUID revision, SignedIn me, String button, Map<String, String[]> sent) {
    if (button.equals("undo")) {
      return drafting.undo(revision, me, PAGE);
    }
    return drafting.act(
        revision,
        me,
        PAGE,
        document ->
            FormDraft.readable(document)
                ? guarded(document, button, sent)
                : Act.no("表单的写法有错，请先在“表单文本”里改好。"));
  }

  /** Nothing that was right before may be wrong afterwards. */
  private Act guarded(Map<String, Object> document, String button, Map<String, String[]> sent) {
    FormDefects.Result before = defects.of(document);
    Act act = act(document, button, sent);
    if (!(act instanceof Act.Made made)) {
      return act;
    }
    FormDefects.Result after = defects.of(document);
    List<FormDefects.Found> fresh = defects.fresh(before, after);
    if (fresh.isEmpty()) {
      return made;
    }
    var problems = new LinkedHashMap<String, String>();
    Found here = chosen(new FormDraft(document), sent);
    if (button.equals("save") && here != null) {
      problems.putAll(new FormDefects.Result(after.form(), fresh).at(here.place()));
    }
    if (problems.isEmpty()) {
      var words = fresh.stream().map(each -> FormDefects.words(each, document)).toList();
      problems.put("", String.join("；", words));
    }
    return new Act.Refused(problems);
  }

  private static @Nullable Found chosen(FormDraft form, Map<String, String[]> sent) {
    String id = RuleInput.one(sent, "id");
    String field = RuleInput.one(sent, "field");
    Found found = field.isEmpty() ? form.section(RuleInput.one(sent, "section")) : form.field(id);
    return found == null && !field.isEmpty() ? form.field(field) : found;
  }

  private Act act(Map<String, Object> document, String button, Map<String, String[]> sent) {
    var form = new FormDraft(document);
    int colon = button.indexOf(':');
    String what = colon < 0 ? button : button.substring(0, colon);
    String target = colon < 0 ? "" : button.substring(colon + 1);
    return switch (what) {
      case "add-section" -> addSection(form);
      case "add-field" -> addField(form, sent);
      case "insert" -> insert(document, form, sent);
      case "save" -> save(document, form, sent);
      case "move" -> moveTo(form, sent);
      case "up", "down", "copy", "remove" -> onRow(document, form, what, target);
      default -> Act.no("没有这个操作，请刷新页面后再试。");
    };
  }

  private static Act addSection(FormDraft form) {
    if (form.sections().size() >= FormDraft.MOST_SECTIONS) {
      return Act.no("一张表最多 %d 节。".formatted(FormDraft.MOST_SECTIONS));
    }
    String id = form.addSection(null);
    return new Act.Made("添加一节", "?section=" + id + "#sheet");
  }

  private static Act addField(FormDraft form, Map<String, String[]> sent) {
    if (form.allFields().size() >= FormDraft.MOST_FIELDS) {
      return Act.no("一张表最多 %d 个字段。".formatted(FormDraft.MOST_FIELDS));
    }
    String kind = RuleInput.one(sent, "new-kind");
    Found parent = parent(form, RuleInput.one(sent, "into"));
    if (parent == null || !FieldKinds.WORDS.containsKey(kind)) {
      return Act.no("请选择加在哪一节、加什么字段。");
    }
    Found here = form.field(RuleInput.one(sent, "after"));
    boolean beside = here != null && here.siblings() == form.fields(parent).getFirst().siblings();
    String id = form.addField(parent, beside ? here : null, kind);
    return new Act.Made("添加字段“%s”".formatted(FieldKinds.word(kind)), "?field=" + id + "#sheet");
  }

  private static @Nullable Found parent(FormDraft form, String into) {
    return into.startsWith("§") ? form.section(into.substring(1)) : form.field(into);
  }

  private Act insert(Map<String, Object> document, FormDraft form, Map<String, String[]> sent) {
    var found = groups.find(RuleInput.one(sent, "item"), RuleInput.one(sent, "group"));
    if (found.isEmpty()) {
      return Act.no("请选择要插入的一组字段。");
    }
    FieldGroups.Group group = found.get();
    if (form.allFields().size() + group.fields().size() > FormDraft.MOST_FIELDS) {
      return Act.no("一张表最多 %d 个字段。".formatted(FormDraft.MOST_FIELDS));
    }
    FormDefects.Result before = defects.of(document);
    Set<String> ids = form.ids();
    List<Object> fields = FieldGroups.fresh(group, ids);
    Found parent = parent(form, RuleInput.one(sent, "into"));
    String section;
    if (parent == null) {
      section = form.addSection(null);
      Found made = java.util.Objects.requireNonNull(form.section(section));
      made.map().put("title", group.part());
      made.map().put("fields", new ArrayList<>(fields));
    } else {
      section = parent.section();
      form.fields(parent).getFirst().siblings().addAll(fields);
    }
    int dropped = dropForeign(document, before);
    return new Act.Made(
        "插入“%s”".formatted(group.title()),
        "?section=" + section + (dropped > 0 ? "&dropped=" + dropped : "") + "#sheet");
  }

  /** Takes rules off inserted fields that look at fields which this form does not have. */
  private int dropForeign(Map<String, Object> document, FormDefects.Result before) {
    int dropped = 0;
    for (FormDefects.Found defect : defects.fresh(before, defects.of(document))) {
      Found field = new FormDraft(document).at(defect.place());
      if (field == null) {
        continue;
      }
      for (String key : List.of("visible", "required", "valid")) {
        if (defect.place().equals(field.place() + "." + key) && field.map().remove(key) != null) {
          if (key.equals("valid")) {
            field.map().remove("message");
          }
          dropped++;
        }
      }
    }
    return dropped;
  }

  private static Act moveTo(FormDraft form, Map<String, String[]> sent) {
    Found field = form.field(RuleInput.one(sent, "field"));
    Found to = parent(form, RuleInput.one(sent, "to"));
    if (field == null || to == null) {
      return Act.no("字段或者目标节已经不在了，请刷新页面。");
    }
    boolean intoGroup = !to.place().matches("form\\.sections\\[\\d+\\]");
    if (intoGroup && FormDraft.text(field.map(), "kind").matches("repeat|paper")) {
      return Act.no("重复填写的组里不能再放重复组或者上传文件。");
    }
    if (field.siblings().size() == 1) {
      return Act.no("原来的一节只剩这一个字段，不能移走；可以删除整节。");
    }
    form.moveTo(field, to);
    return new Act.Made(
        "移动字段“%s”".formatted(FormDraft.label(field.map())), "?field=" + field.id() + "#sheet");
  }

  private static Act onRow(
      Map<String, Object> document, FormDraft form, String what, String target) {
    boolean section = target.startsWith("§");
    Found row = section ? form.section(target.substring(1)) : form.field(target);
    if (row == null) {
      return Act.no("这一处已经不在了，可能有人刚删掉。");
    }
    String name =
        section
            ? "节“%s”".formatted(FormDraft.text(row.map(), "title"))
            : "字段“%s”".formatted(FormDraft.label(row.map()));
    String here = (section ? "?section=" : "?field=") + row.id();
    return switch (what) {
      case "up" -> {
        form.move(row, -1);
        yield new Act.Made("上移" + name, here);
      }
      case "down" -> {
        form.move(row, 1);
        yield new Act.Made("下移" + name, here);
      }
      case "copy" ->
          new Act.Made(
              "复制" + name, (section ? "?section=" : "?field=") + form.copy(row) + "#sheet");
      default -> remove(document, form, row, section, name);
    };
  }

  private static Act remove(
      Map<String, Object> document, FormDraft form, Found row, boolean section, String name) {
    if (!section && row.siblings().size() == 1) {
      return Act.no(row.group() == null ? "一节里至少要有一个字段；可以删除整节。" : "重复填写的组里至少要有一个字段；可以删除整组。");
    }
    var gone = new ArrayList<String>();
    if (section) {
      form.fields(row)
          .forEach(
              each -> {
                gone.add(each.id());
                form.fields(each).forEach(inner -> gone.add(inner.id()));
              });
    } else {
      gone.add(row.id());
      form.fields(row).forEach(inner -> gone.add(inner.id()));
    }
    form.remove(row);
    var used =
        gone.stream()
            .flatMap(id -> Uses.of(document, id).stream())
            .map(Uses.Use::words)
            .distinct()
            .toList();
    if (!used.isEmpty()) {
      return Act.no("%s还不能删除，下列规则要用到：%s。请先改这些规则。".formatted(name, String.join("、", used)));
    }
    return new Act.Made("删除" + name, "?section=" + row.section());
  }

  private Act save(Map<String, Object> document, FormDraft form, Map<String, String[]> sent) {
    String seen = RuleInput.one(sent, "seen");
    if (RuleInput.one(sent, "field").isEmpty()) {
      Found section = form.section(RuleInput.one(sent, "section"));
      if (section == null || !seen(section, true).equals(seen)) {
        return new Act.Overtaken();
      }
      Map<String, String> problems =
          FieldInput.section(sent, section.map(), FormFields.of(document, null));
      return problems.isEmpty()
          ? new Act.Made(
              "改节“%s”".formatted(FormDraft.text(section.map(), "title")),
              "?section=" + section.id() + "&saved=1")
          : new Act.Refused(problems);
    }
    Found field = form.field(RuleInput.one(sent, "field"));
    if (field == null || !seen(field, false).equals(seen)) {
      return new Act.Overtaken();
    }
    Map<String, String> problems = new LinkedHashMap<>();
    problems.putAll(
        FieldInput.field(
            sent,
            field.map(),
            FormFields.of(document, field.group()),
            field.group() != null,
            form.ids()));
    // last, so that rules typed with the old id follow too
    rename(document, form, field, RuleInput.one(sent, "id").strip(), problems);
    return problems.isEmpty()
        ? new Act.Made(
            "改字段“%s”".formatted(FormDraft.label(field.map())), "?field=" + field.id() + "&saved=1")
        : new Act.Refused(problems);
  }

  private static void rename(
      Map<String, Object> document,
      FormDraft form,
      Found field,
      String id,
      Map<String, String> problems) {
    if (id.isEmpty() || id.equals(field.id())) {
      return;
    }
    if (!id.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*") || id.length() > 40) {
      problems.put("id", "编号只能用小写字母、数字和单个下划线，字母开头，最长四十个字符");
    } else if (form.ids().contains(id)) {
      problems.put("id", "编号“%s”已经用在别的字段".formatted(id));
    } else {
      Uses.rename(document, field.id(), id, field.group() != null);
      field.map().put("id", id);
    }
  }

  /** Fingerprint of what the sheet shows: of a section without its fields. */
  static String seen(Found row, boolean section) {
    var shown = new LinkedHashMap<String, Object>(row.map());
    if (section || shown.containsKey("fields")) {
      shown.remove("fields");
    }
    return Steps.fingerprint((Object) shown);
  }
}
