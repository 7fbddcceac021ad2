package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.design.Drafting.Act;
import org.yongtong.catalogue.design.Drafting.Outcome;
import org.yongtong.catalogue.design.FormDraft.Found;
import org.yongtong.catalogue.edit.Place;
import org.yongtong.form.Field;
import org.yongtong.identity.SignedIn;

/** What the question designer's buttons do to the document. */
@Component
class QuestionActs {

  static final String PAGE = "questions";

  private static final int MOST_ROUTES = 20;
  private static final int LONGEST_WORDS = 200;

  private final Drafting drafting;
  private final FormDefects defects;

  QuestionActs(Drafting drafting, FormDefects defects) {
    this.drafting = drafting;
    this.defects = defects;
  }

  Outcome act(UUID revision, SignedIn me, String button, Map<String, String[]> sent) {
    if (button.equals("undo")) {
      return drafting.undo(revision, me, PAGE);
    }
    return drafting.act(
        revision,
        me,
        PAGE,
        document -> {
          if (!FormDraft.readable(document)) {
            return Act.no("表单的写法有错，请先在“表单文本”里改好。");
          }
          int colon = button.indexOf(':');
          String what = colon < 0 ? button : button.substring(0, colon);
          String target = colon < 0 ? "" : button.substring(colon + 1);
          return switch (what) {
            case "ask" -> ask(document, RuleInput.one(sent, "ask"), true);
            case "unask" -> ask(document, target, false);
            case "up" -> move(document, target, -1);
            case "down" -> move(document, target, 1);
            case "add-route" -> addRoute(document, RuleInput.one(sent, "department"));
            case "route-up" -> moveRoute(document, target);
            case "remove-route" -> removeRoute(document, target, sent);
            case "save" -> save(document, sent);
            default -> Act.no("没有这个操作，请刷新页面后再试。");
          };
        });
  }

  private static Act ask(Map<String, Object> document, String id, boolean first) {
    Found field = new FormDraft(document).field(id);
    if (field == null
        || field.group() != null
        || !FieldKinds.has(FormDraft.text(field.map(), "kind"), "guide", false)) {
      return Act.no("这个字段不能在办事指南里先问。");
    }
    if (first) {
      field.map().put("guide", true);
    } else {
      field.map().remove("guide");
    }
    return new Act.Made(
        (first ? "先问“%s”" : "不再先问“%s”").formatted(FormDraft.label(field.map())), "#questions");
  }

  /** Past the question before or behind it in the same section. */
  private static Act move(Map<String, Object> document, String id, int by) {
    Found field = new FormDraft(document).field(id);
    Found other = field == null ? null : neighbour(new FormDraft(document), field, by);
    if (field == null || other == null) {
      return Act.no("问题的先后跟着表单：这一节里没有再前面（后面）的问题了。要换节，请在表单里移动字段。");
    }
    field.siblings().remove(field.index());
    field.siblings().add(other.index(), field.map());
    return new Act.Made(
        (by < 0 ? "上移问题“%s”" : "下移问题“%s”").formatted(FormDraft.label(field.map())), "#questions");
  }

  static @Nullable Found neighbour(FormDraft form, Found field, int by) {
    Found section = form.section(field.section());
    List<Found> fields = section == null ? List.of() : form.fields(section);
    for (int i = field.index() + by; i >= 0 && i < fields.size(); i += by) {
      if (Boolean.TRUE.equals(fields.get(i).map().get("guide"))) {
        return fields.get(i);
      }
    }
    return null;
  }

  private static Act addRoute(Map<String, Object> document, String department) {
    if (department.isEmpty()) {
      return Act.no("请选择由哪个部门办。");
    }
    List<Object> routes = Place.rows(document, "routing");
    if (routes.size() >= MOST_ROUTES) {
      return Act.no("办理部门的规则最多 %d 条。".formatted(MOST_ROUTES));
    }
    var route = new LinkedHashMap<String, Object>();
    route.put("department", department);
    route.put("when", "false");
    routes.add(route);
    return new Act.Made("添加办理部门", "?rule=routing.%d#rule".formatted(routes.size() - 1));
  }

  private static Act moveRoute(Map<String, Object> document, String seen) {
    List<Object> routes = Place.rows(document, "routing");
    int at = find(routes, seen);
    if (at < 1) {
      return new Act.Overtaken();
    }
    java.util.Collections.swap(routes, at, at - 1);
    return new Act.Made("调整办理部门的先后", "#routing");
  }

  private static Act removeRoute(
      Map<String, Object> document, String target, Map<String, String[]> sent) {
    String seen = target.isEmpty() ? RuleInput.one(sent, "seen") : target;
    List<Object> routes = Place.rows(document, "routing");
    int at = find(routes, seen);
    if (at < 0) {
      return new Act.Overtaken();
    }
    routes.remove(at);
    if (routes.isEmpty()) {
      document.remove("routing");
    }
    return new Act.Made("删除办理部门的规则", "#routing");
  }

  /** Rows have no ids: they are found by what the page showed of them. */
  private static int find(List<?> rows, String seen) {
    for (int i = 0; i < rows.size(); i++) {
      if (Steps.fingerprint(rows.get(i)).equals(seen)) {
        return i;
      }
    }
    return -1;
  }

  private Act save(Map<String, Object> document, Map<String, String[]> sent) {
    String list = RuleInput.one(sent, "list");
    if (!Uses.RULED.containsKey(list)) {
      return Act.no("没有这个列表。");
    }
    List<Object> rows = Place.rows(document, list);
    int at = find(rows, RuleInput.one(sent, "seen"));
    if (at < 0) {
      return new Act.Overtaken();
    }
    @SuppressWarnings("unchecked")
    var row = (Map<String, Object>) rows.get(at);
    Map<String, Field> fields = FormFields.of(document, null);
    RuleInput input = RuleInput.typed(sent, "when");
    String fault = input.fault(fields);
    String words = RuleInput.one(sent, "when_words").replaceAll("\\s+", " ").strip();
    var problems = new LinkedHashMap<String, String>();
    if (fault != null) {
      problems.put("when", fault);
    }
    if (words.length() > LONGEST_WORDS) {
      problems.put("when_words", "最多 %d 个字，现在有 %d 个".formatted(LONGEST_WORDS, words.length()));
    }
    Object rule = fault == null ? input.rule(fields, row.get("when")) : null;
    boolean always = rule == null || Boolean.TRUE.equals(rule);
    if (list.equals("routing")) {
      String department = RuleInput.one(sent, "department");
      if (department.isEmpty()) {
        problems.put("department", "请选择由哪个部门办");
      } else {
        row.put("department", department);
      }
      if (always && fault == null) {
        problems.put("when", "请写明什么情形由这个部门办");
      }
    }
    if (!problems.isEmpty()) {
      return new Act.Refused(problems);
    }
    set(list, row, always ? null : rule, words);
    List<String> wrong = wrong(document, list, at);
    if (!wrong.isEmpty()) {
      return new Act.Refused(Map.of("when", String.join("；", wrong)));
    }
    return new Act.Made(
        "改%s“%s”的适用情形".formatted(Uses.RULED.get(list), Uses.name(row)),
        "?rule=%s.%d&saved=1#rule".formatted(list, at));
  }

  private static void set(
      String list, Map<String, Object> row, @Nullable Object rule, String words) {
    if (rule == null) {
      row.remove("when");
      row.remove("when_words");
    } else {
      row.put("when", rule);
      if (words.isEmpty()) {
        row.remove("when_words");
      } else {
        row.put("when_words", words);
      }
    }
    if (list.equals("papers")) {
      if (rule != null) {
        row.put("required", "when");
        row.remove("defer");
      } else if ("when".equals(row.get("required"))) {
        row.put("required", "must");
      }
    }
  }

  private List<String> wrong(Map<String, Object> document, String list, int at) {
    var wrong = new ArrayList<String>();
    for (FormDefects.Found defect : defects.of(document).defects()) {
      if (defect.place().equals("%s[%d].when".formatted(list, at))) {
        wrong.add(defect.message());
      }
    }
    return wrong;
  }
}
