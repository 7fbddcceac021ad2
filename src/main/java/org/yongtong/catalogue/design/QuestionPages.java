// long: one page, each part of it a method
package org.yongtong.catalogue.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Leaves;
import org.yongtong.catalogue.RuleTrial;
import org.yongtong.catalogue.design.FormDraft.Found;
import org.yongtong.catalogue.design.QuestionsPage.DecidedLine;
import org.yongtong.catalogue.design.QuestionsPage.DecidedList;
import org.yongtong.catalogue.design.QuestionsPage.QuestionLine;
import org.yongtong.catalogue.design.QuestionsPage.RuleSheet;
import org.yongtong.catalogue.edit.FormParts;
import org.yongtong.catalogue.edit.Heads;
import org.yongtong.catalogue.edit.Opened;
import org.yongtong.catalogue.edit.PageView.Change;
import org.yongtong.catalogue.edit.Place;
import org.yongtong.catalogue.edit.TextDiff;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.form.Field;
import org.yongtong.form.FormDefinition;

/** Makes the page of the question designer. */
@Component
class QuestionPages {

  private static final Map<String, String> WHEN =
      FormDesignPages.ways("none", "人人适用", "simple", "满足条件的才适用", "text", "用表达式写");
  private static final Map<String, String> ROUTED =
      FormDesignPages.ways("simple", "满足条件的", "text", "用表达式写");
  private static final Map<String, String> LISTS =
      FormDesignPages.ways(
          "papers",
          "申请材料",
          "conditions",
          "受理条件",
          "fees",
          "收费",
          "steps",
          "办理环节",
          "routing",
          "由哪个部门办");
  private static final Pattern KEY =
      Pattern.compile("(papers|conditions|fees|steps|routing)\\.(\\d{1,3})");

  private final Heads heads;
  private final FormDefects defects;
  private final DraftLeaves trees;
  private final Steps steps;
  private final Directory directory;

  QuestionPages(
      Heads heads, FormDefects defects, DraftLeaves trees, Steps steps, Directory directory) {
    this.heads = heads;
    this.defects = defects;
    this.trees = trees;
    this.steps = steps;
    this.directory = directory;
  }

  /**
   * @param rule key of the rule that is open, or ""
   * @param sent what was typed and is not kept; null when the page is fresh
   */
  record Look(
      String rule,
      @Nullable Map<String, String[]> sent,
      @Nullable String said,
      Map<String, String> problems,
      boolean overtaken) {}

  QuestionsPage page(Opened opened, Look look) {
    Map<String, Object> document = opened.revision().content();
    boolean readable = FormDraft.readable(document);
    FormDefects.Result result = defects.of(document);
    Optional<DraftLeaves.Drawn> drawn = trees.of(opened);
    Map<String, String> remarks = opened.remarksAt();
    RuleSheet rule = readable ? sheet(document, result.form().orElse(null), look, remarks) : null;
    List<LeafLine> lines =
        drawn.map(each -> LeafLine.of(each.leaves(), this::department)).orElse(List.of());
    return new QuestionsPage(
        heads.of(opened),
        opened.writable(),
        readable,
        readable ? questions(document, remarks) : List.of(),
        readable ? more(document) : Map.of(),
        lists(document, rule == null ? "" : rule.key(), remarks),
        rule,
        drawn.map(each -> each.leaves().leaves().size()).orElse(-1),
        drawn.map(each -> each.leaves().complete()).orElse(true),
        drawn
            .map(each -> QuestionDrawing.of(each.leaves(), lines))
            .map(QuestionDrawing.Drawing::svg)
            .orElse(null),
        drawn.map(DraftLeaves.Drawn::warnings).orElse(List.of()),
        result.defects().stream().map(each -> FormDefects.words(each, document)).toList(),
        departments(opened.revision().department(), opened.revision().division()),
        opened.writable()
            ? steps.last(opened.revision().id()).map(Steps.Step::said).orElse(null)
            : null,
        look.said(),
        look.problems(),
        look.overtaken(),
        look.overtaken() ? conflict(document, rule, look) : List.of(),
        RemarkNote.ofForm(opened));
  }

  String department(String key) {
    return directory.findDepartment(key).map(Department::shortName).orElse(key);
  }

  private static List<QuestionLine> questions(
      Map<String, Object> document, Map<String, String> remarks) {
    var form = new FormDraft(document);
    Map<String, Field> fields = FormFields.of(document, null);
    var lines = new ArrayList<QuestionLine>();
    for (Found field : form.allFields()) {
      if (field.group() == null && Boolean.TRUE.equals(field.map().get("guide"))) {
        String kind = FormDraft.text(field.map(), "kind");
        lines.add(
            new QuestionLine(
                field.id(),
                FormDraft.label(field.map()),
                FieldKinds.word(kind),
                kind.equals("yes_no")
                    ? "是、否"
                    : FormFields.options(field.map().get("options")).stream()
                        .map(Field.Option::label)
                        .collect(Collectors.joining("、")),
                words(field.map().get("visible"), fields),
                QuestionActs.neighbour(form, field, -1) != null,
                QuestionActs.neighbour(form, field, 1) != null,
                remarks.get(new FormParts.Part(false, field.id()).place())));
      }
    }
    return lines;
  }

  /** A rule as a person reads it; null for none. */
  static @Nullable String words(@Nullable Object rule, Map<String, Field> fields) {
    if (rule == null) {
      return null;
    }
    return SimpleRule.of(rule.toString(), fields)
        .map(
            simple ->
                simple.clauses().stream()
                    .map(clause -> words(clause, fields.get(clause.field())))
                    .collect(Collectors.joining(simple.any() ? "，或者" : "，并且")))
        .orElse(rule.toString());
  }

  private static String words(Clause clause, @Nullable Field field) {
    String label = field == null ? "申请人" : "“" + field.label() + "”";
    return label
        + clause.comparison().word().replaceAll("（.*", "")
        + (clause.comparison().alone()
            ? ""
            : "“"
                + clause.value()
                + (field != null && field.unit() != null ? field.unit() : "")
                + "”");
  }

  private static Map<String, String> more(Map<String, Object> document) {
    var more = new LinkedHashMap<String, String>();
    for (Found field : new FormDraft(document).allFields()) {
      if (field.group() == null
          && !Boolean.TRUE.equals(field.map().get("guide"))
          && FieldKinds.has(FormDraft.text(field.map(), "kind"), "guide", false)) {
        more.put(field.id(), FormDraft.label(field.map()));
      }
    }
    return more;
  }

  private List<DecidedList> lists(
      Map<String, Object> document, String chosen, Map<String, String> remarks) {
    Map<String, Field> fields = FormFields.of(document, null);
    var lists = new ArrayList<DecidedList>();
    LISTS.forEach(
        (key, title) -> {
          var rows = new ArrayList<DecidedLine>();
          List<?> all = Place.list(document, key);
          for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Map<?, ?> row) {
              rows.add(line(key, i, row, fields, chosen, remarks.get("%s[%d]".formatted(key, i))));
            }
          }
          lists.add(new DecidedList(key, title, rows));
        });
    return lists;
  }

  private DecidedLine line(
      String list,
      int index,
      Map<?, ?> row,
      Map<String, Field> fields,
      String chosen,
      @Nullable String remark) {
    String key = list + "." + index;
    String words = FormDraft.text(row, "when_words");
    return new DecidedLine(
        key,
        name(list, row),
        words.isEmpty() ? words(row.get("when"), fields) : words,
        key.equals(chosen),
        remark);
  }

  private String name(String list, Map<?, ?> row) {
    return list.equals("routing") ? department(FormDraft.text(row, "department")) : Uses.name(row);
  }

  /** The row that a page was about, though others were added, moved or taken away meanwhile. */
  private int find(List<?> rows, String list, int index, String name) {
    if (index < rows.size()
        && rows.get(index) instanceof Map<?, ?> row
        && name(list, row).equals(name)) {
      return index;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Map<?, ?> row && name(list, row).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** What is stored now beside what was typed; of a row that is gone only the latter. */
  private List<Change> conflict(Map<String, Object> document, @Nullable RuleSheet rule, Look look) {
    Map<String, String[]> sent = look.sent();
    if (sent == null) {
      return List.of();
    }
    Map<String, Field> fields = FormFields.of(document, null);
    Map<?, ?> stored =
        rule != null && Place.get(document, rule.place()) instanceof Map<?, ?> row ? row : Map.of();
    var changes = new ArrayList<Change>();
    String department = RuleInput.one(sent, "department");
    if (!department.isEmpty()) {
      String before = FormDraft.text(stored, "department");
      change(changes, "由哪个部门办", before.isEmpty() ? "" : department(before), department(department));
    }
    RuleInput input = RuleInput.typed(sent, "when");
    String typed =
        input.fault(fields) == null ? words(input.rule(fields, null), fields) : input.text();
    change(
        changes,
        "适用情形",
        rule == null ? "" : Objects.requireNonNullElse(words(stored.get("when"), fields), "人人适用"),
        Objects.requireNonNullElse(typed, "人人适用"));
    change(
        changes,
        "给申请人看的说法",
        FormDraft.text(stored, "when_words"),
        RuleInput.one(sent, "when_words").strip());
    return changes;
  }

  private static void change(List<Change> changes, String label, String before, String after) {
    if (!before.equals(after)) {
      var both = TextDiff.of(before, after);
      changes.add(new Change(label, both.before(), both.after()));
    }
  }

  private @Nullable RuleSheet sheet(
      Map<String, Object> document,
      @Nullable FormDefinition form,
      Look look,
      Map<String, String> remarks) {
    var key = KEY.matcher(look.rule());
    if (!key.matches()) {
      return null;
    }
    String list = key.group(1);
    int at = Integer.parseInt(key.group(2));
    Map<String, String[]> sent = look.sent();
    if (look.overtaken() && sent != null) {
      at = find(Place.list(document, list), list, at, RuleInput.one(sent, "name"));
    }
    String place = "%s[%d]".formatted(list, at);
    if (at < 0 || !(Place.get(document, place) instanceof Map<?, ?> row)) {
      return null;
    }
    Map<String, Field> fields = FormFields.of(document, null);
    RuleInput input =
        sent == null ? RuleInput.of(row.get("when"), fields) : RuleInput.typed(sent, "when");
    Object rule = row.get("when");
    return new RuleSheet(
        "%s.%d".formatted(list, at),
        list,
        name(list, row),
        RuleView.of(
            "when",
            list.equals("routing") ? "什么情形由它办" : "对谁适用",
            list.equals("routing") ? ROUTED : WHEN,
            input,
            fields,
            1,
            look.problems().get("when")),
        sent == null ? FormDraft.text(row, "when_words") : RuleInput.one(sent, "when_words"),
        rule == null || form == null || RuleTrial.reads(form, rule.toString()).isEmpty()
            ? null
            : words(rule, fields),
        sent == null ? FormDraft.text(row, "department") : RuleInput.one(sent, "department"),
        // whoever has seen what is stored now may overwrite it
        sent == null || look.overtaken()
            ? Steps.fingerprint((Object) row)
            : RuleInput.one(sent, "seen"),
        remarks.get(place));
  }

  /** Departments of the same division as the item's own. */
  private Map<String, String> departments(String own, String division) {
    var names = new LinkedHashMap<String, String>();
    for (Department each : directory.departments()) {
      if (each.division().equals(division) && !each.key().equals(own)) {
        names.put(each.key(), each.shortName());
      }
    }
    return names;
  }

  /** The leaves of a draft in words; empty while the form is wrong. */
  Optional<Drawn> drawn(Opened opened) {
    return trees
        .of(opened)
        .map(each -> new Drawn(each.leaves(), LeafLine.of(each.leaves(), this::department)));
  }

  record Drawn(Leaves leaves, List<LeafLine> lines) {}
}
