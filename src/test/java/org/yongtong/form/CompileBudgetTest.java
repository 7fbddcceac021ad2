package org.yongtong.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Saving one field of a long form must not cost the compilation of all its rules. */
class CompileBudgetTest {

  private static final String RULE = "budget_69 > 70";

  private final Forms forms = FormFixture.forms();

  private static Map<String, Object> form(int fields, String changed, String rule) {
    var list = new ArrayList<Object>();
    for (int i = 0; i < fields; i++) {
      var field = new LinkedHashMap<String, Object>();
      field.put("id", "budget_" + i);
      field.put("label", i == 50 ? changed : "字段" + i);
      field.put("kind", i % 2 == 0 ? "yes_no" : "integer");
      if (i > 1) {
        field.put(
            "visible", i % 2 == 0 ? "budget_%d > %d".formatted(i - 1, i) : "budget_" + (i - 1));
      }
      if (i == 70) {
        field.put("visible", rule);
      }
      list.add(field);
    }
    return Map.of("sections", List.of(Map.of("id", "one", "title", "一", "fields", list)));
  }

  @Test
  void aFormOfAHundredFieldsSavedAgainCompilesNoRuleTwice() {
    forms.read(form(100, "原来的名称", RULE));
    long before = RuleCompiler.compiled();
    forms.read(form(100, "改过的名称", RULE));
    assertThat(RuleCompiler.compiled() - before).isZero();
  }

  @Test
  void aChangedRuleCompilesAlone() {
    forms.read(form(100, "原来的名称", RULE));
    Map<String, Object> changed = form(100, "原来的名称", "budget_69 > 12345");
    long before = RuleCompiler.compiled();
    forms.read(changed);
    assertThat(RuleCompiler.compiled() - before).isEqualTo(1);
  }
}
