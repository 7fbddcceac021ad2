package org.yongtong.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is shown, what must be filled, and what counts. */
class FormCheckTest {

  private static final FormDefinition LICENCE =
      FormFixture.form(
          """
          - {id: business, label: 业态, kind: choice, required: true, options: [销售, 餐饮]}
          - {id: online, label: 网络经营, kind: yes_no, required: true}
          - {id: platform, label: 平台, kind: text, visible: online, required: "business == '餐饮'"}
          - {id: area, label: 面积, kind: decimal, required: true}
          - {id: kitchen, label: 厨房面积, kind: decimal, visible: "business == '餐饮'", required: true, valid: "kitchen <= area", message: 厨房面积不能大于经营面积}
          - {id: smoke, label: 油烟净化, kind: yes_no, visible: "kitchen > 10.0", required: true}
          """);

  @Test
  void aFieldIsShownAndDemandedByItsConditions() {
    FormCheck selling = FormFixture.check(LICENCE, "business", "销售", "online", "true");
    assertThat(selling.visible()).containsExactly("business", "online", "platform", "area");
    assertThat(selling.required()).containsExactly("business", "online", "area");

    FormCheck cooking = FormFixture.check(LICENCE, "business", "餐饮", "online", "true");
    assertThat(cooking.visible()).contains("platform", "kitchen").doesNotContain("smoke");
    assertThat(cooking.required()).contains("platform", "kitchen");
  }

  @Test
  void aHiddenValueIsIgnoredAndNotFilledForOtherRules() {
    FormCheck check =
        FormFixture.check(
            LICENCE, "business", "销售", "online", "false", "area", "20", "kitchen", "99");
    assertThat(check.visible()).doesNotContain("kitchen", "smoke");
    assertThat(check.ok()).isTrue();
    assertThat(
            FormFixture.forms()
                .holds(
                    LICENCE,
                    "filled('kitchen') || kitchen > 0.0",
                    FormFixture.values("business", "销售", "kitchen", "99"),
                    FormFixture.APPLICANT))
        .isFalse();
  }

  @Test
  void aRuleSpeaksOnlyOnceTheFieldIsRightByItself() {
    assertThat(messages("business", "餐饮", "online", "false", "area", "20", "kitchen", "30"))
        .containsExactly("厨房面积不能大于经营面积", "请填写油烟净化".replace("填写", "选择"));
    assertThat(messages("business", "餐饮", "online", "false", "area", "20", "kitchen", "很大"))
        .containsExactly("请填写数字，例如 86.5");
  }

  @Test
  void anUnreadableNumberIsZeroForOtherRules() {
    assertThat(
            FormFixture.forms()
                .holds(
                    LICENCE,
                    "area == 0.0",
                    FormFixture.values("area", "二十"),
                    FormFixture.APPLICANT))
        .isTrue();
  }

  @Test
  void aHiddenSectionHidesItsFields() {
    FormDefinition form =
        FormFixture.forms()
            .read(
                FormFixture.source(
                    """
                    sections:
                    - {id: one, title: 一, fields: [{id: married, label: 已婚, kind: yes_no, required: true}]}
                    - {id: two, title: 二, visible: married, fields: [{id: spouse, label: 配偶, kind: person, required: true}]}
                    """));
    assertThat(FormFixture.check(form, "married", "false").ok()).isTrue();
    assertThat(FormFixture.check(form, "married", "true").problems())
        .containsExactly(new FormCheck.Problem("spouse.name", "配偶", "请填写配偶", true));
  }

  @Test
  void rulesKnowTheApplicantTheDayAndAges() {
    FormDefinition form = FormFixture.form("- {id: born, label: 生日, kind: date}");
    Values values = FormFixture.values("born", "1956-11-24");
    for (String rule :
        List.of(
            "applicant.kind == 'person' && applicant.name == '李秀英'",
            "today == '2026-11-23'",
            "age(born) == 69",
            "age(applicant.birth) == 36",
            "days_from_today('2026-11-30') == 7",
            "days_from_today('2026-11-20') == -3",
            "age('') == 0 && days_from_today('不详') == 0",
            "filled('born')")) {
      assertThat(FormFixture.forms().holds(form, rule, values, FormFixture.APPLICANT))
          .as(rule)
          .isTrue();
    }
  }

  @Test
  void aRuleThatIsWrongOrBreaksHoldsNot() {
    FormDefinition form = FormFixture.form("- {id: n, label: 数, kind: integer}");
    Forms forms = FormFixture.forms();
    assertThat(forms.holds(form, "ghost == 1", Values.EMPTY, FormFixture.APPLICANT)).isFalse();
    assertThat(forms.holds(form, "1 / n == 1", Values.EMPTY, FormFixture.APPLICANT)).isFalse();
    assertThat(forms.defectsOf(form, "n == 1")).isEmpty();
  }

  private static final FormDefinition PEOPLE =
      FormFixture.form(
          """
          - id: managers
            label: 管理人员
            kind: repeat
            min: 1
            max: 2
            valid: "managers.exists(m, m.post == '总监')"
            message: 至少要有一名总监
            fields:
            - {id: manager, label: 姓名与证件, kind: person, required: true}
            - {id: post, label: 职务, kind: choice, required: true, options: [总监, 安全员]}
            - {id: expiry, label: 健康证有效期, kind: date, visible: "post == '安全员'", required: true, valid: "expiry >= today", message: 健康证已过期}
          """);

  private static final Map<String, String> LI =
      Map.of("name", "李秀英", "id_number", "11010519491231002X");

  @Test
  void aGroupAsksForAtLeastAndAtMostSoManyRows() {
    assertThat(FormFixture.check(PEOPLE).problems())
        .containsExactly(new FormCheck.Problem("managers", "管理人员", "请至少填写 1 项", true));
    Map<String, Object> row = Map.of("manager", LI, "post", "总监");
    assertThat(FormFixture.check(PEOPLE, "managers", List.of(row)).ok()).isTrue();
    assertThat(FormFixture.check(PEOPLE, "managers", List.of(row, row, row)).problems())
        .extracting(FormCheck.Problem::message)
        .containsExactly("最多填写 2 项，现在有 3 项");
  }

  @Test
  void aProblemInARowNamesItsPath() {
    FormCheck check =
        FormFixture.check(
            PEOPLE,
            "managers",
            List.of(
                Map.of("manager", Map.of("name", "李秀英"), "post", "总监"),
                Map.of("manager", LI, "post", "安全员", "expiry", "2026-11-22")));
    assertThat(check.problems())
        .containsExactly(
            new FormCheck.Problem(
                "managers.0.manager.id_number", "管理人员第1项 姓名与证件", "请填写公民身份号码", true),
            new FormCheck.Problem("managers.1.expiry", "管理人员第2项 健康证有效期", "健康证已过期", false));
    assertThat(check.visible()).contains("managers.1.expiry").doesNotContain("managers.0.expiry");
    assertThat(check.required()).contains("managers.0.manager", "managers.1.expiry");
    assertThat(check.summary()).containsEntry("managers.1.expiry", "管理人员第2项 健康证有效期：健康证已过期");
  }

  @Test
  void aRowNobodyBeganIsNoMistakeAndARuleOverTheGroupSpeaks() {
    assertThat(
            FormFixture.check(
                    PEOPLE,
                    "managers",
                    List.of(Map.of("manager", LI, "post", "安全员", "expiry", "2027-01-01"), Map.of()))
                .problems())
        .containsExactly(new FormCheck.Problem("managers", "管理人员", "至少要有一名总监", false));
  }

  @Test
  void keptValuesOfAnUnexpectedShapeDoNotBreakTheCheck() {
    assertThat(
            FormFixture.check(
                    PEOPLE, "managers", List.of("x", Map.of("manager", "y", "post", List.of(1))))
                .ok())
        .isFalse();
    assertThat(FormFixture.check(LICENCE, "business", Map.of(), "area", List.of("1")).ok())
        .isFalse();
  }

  private static List<String> messages(Object... pairs) {
    return FormFixture.check(LICENCE, pairs).problems().stream()
        .map(FormCheck.Problem::message)
        .toList();
  }
}
