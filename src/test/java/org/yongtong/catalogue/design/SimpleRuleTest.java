package org.yongtong.catalogue.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yongtong.catalogue.design.Clause.Comparison;
import org.yongtong.form.Field;

/** Rules put together from comparisons, and read back into them. */
class SimpleRuleTest {

  private final Map<String, Object> document = document();

  private static Map<String, Object> document() {
    var fields = new ArrayList<Object>();
    fields.add(
        field("kind", "choice", "options", List.of("新办", Map.of("value", "chg", "label", "变更"))));
    fields.add(field("projects", "choices", "options", List.of("热食", "冷食")));
    fields.add(field("online", "yes_no"));
    fields.add(field("area", "decimal"));
    fields.add(field("staff", "integer"));
    fields.add(field("born", "date"));
    fields.add(field("name", "text"));
    fields.add(field("place", "address"));
    var section = new LinkedHashMap<String, Object>();
    section.put("id", "one");
    section.put("title", "一");
    section.put("fields", fields);
    var document = new LinkedHashMap<String, Object>();
    document.put("form", Map.of("sections", List.of(section)));
    return document;
  }

  private static Map<String, Object> field(String id, String kind, Object... more) {
    var field = new LinkedHashMap<String, Object>();
    field.put("id", id);
    field.put("label", "字段" + id);
    field.put("kind", kind);
    for (int i = 0; i < more.length; i += 2) {
      field.put((String) more[i], more[i + 1]);
    }
    return field;
  }

  private Map<String, Field> fields() {
    return FormFields.of(document, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind == '新办'",
        "kind != 'chg'",
        "online",
        "!online",
        "'热食' in projects",
        "!('冷食' in projects)",
        "area > 50.5",
        "staff >= 3 && staff < 10",
        "age(born) >= 80",
        "born <= today",
        "filled('place') || !filled('name')",
        "name.contains('公司')",
        "applicant.kind == 'legal' && online",
        "kind == '新办' && online && area <= 100.0"
      })
  void whatIsPutTogetherIsReadBackAndWrittenTheSame(String rule) {
    SimpleRule simple = SimpleRule.of(rule, fields()).orElseThrow();
    assertThat(simple.clauses()).allMatch(each -> each.fault(fields().get(each.field())) == null);
    assertThat(simple.cel(fields())).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(online || kind == '新办') && staff > 1",
        "area <= staff",
        "place.division == 'x'",
        "kind =="
      })
  void whatIsMoreThanComparisonsStaysText(String rule) {
    assertThat(SimpleRule.of(rule, fields())).isEmpty();
  }

  @Test
  void aListOfValuesBecomesAlternatives() {
    SimpleRule simple = SimpleRule.of("kind in ['新办', 'chg']", fields()).orElseThrow();
    assertThat(simple.any()).isTrue();
    assertThat(simple.clauses()).extracting(Clause::value).containsExactly("新办", "变更");
    assertThat(simple.cel(fields())).isEqualTo("kind == '新办' || kind == 'chg'");
  }

  @ParameterizedTest
  @CsvSource({
    "kind, IS, 注销, 没有选项",
    "online, IS, 也许, 只能是",
    "staff, MORE, 三, 整数",
    "area, IS, 大, 数字",
    "projects, IS, 热食, 不能用",
    "place, IS, 南宁, 不能用",
    "born, AT_MOST, 去年, 日期",
    "born, AGED, 八十, 岁数",
    "nowhere, IS, 1, 没有字段",
    "applicant.kind, IS, 企业, 申请人类型",
    "name, CONTAINS, '', 请写明"
  })
  void whatDoesNotFitIsRefusedInWords(String field, Comparison is, String value, String words) {
    assertThat(new Clause(field, is, value).fault(fields().get(field))).contains(words);
  }

  @Test
  void aQuoteInAValueCannotBreakOutOfIt() {
    var clause = new Clause("name", Comparison.IS, "x' || true || name == '");
    assertThat(clause.cel(fields().get("name"))).isEqualTo("name == 'x\\' || true || name == \\''");
    assertThat(SimpleRule.of(clause.cel(fields().get("name")), fields()).orElseThrow().clauses())
        .containsExactly(clause);
  }

  @Test
  void aFieldIsRenamedInRulesAndNotInTheirTexts() {
    String rule = "area > 5.0 && kind != 'area' && filled('area') && place.area == '' && areas";
    assertThat(RuleText.renamed(rule, "area", "size", false))
        .isEqualTo("size > 5.0 && kind != 'area' && filled('size') && place.area == '' && areas");
    assertThat(RuleText.names(rule, "kind")).isTrue();
    assertThat(RuleText.names("kind != 'area'", "area")).isFalse();
  }
}
