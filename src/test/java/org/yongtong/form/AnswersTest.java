package org.yongtong.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values in words, for the page before submission, for officers and for papers. */
class AnswersTest {

  private static final FormDefinition FORM =
      FormFixture.form(
          """
          - {id: married, label: 已婚, kind: yes_no}
          - {id: spouse, label: 配偶, kind: person, visible: married}
          - {id: price, label: 总价, kind: money}
          - {id: area, label: 面积, kind: decimal, unit: 平方米}
          - {id: signed, label: 签订日期, kind: date}
          - {id: kinds, label: 种类, kind: choices, options: [{value: a, label: 甲}, {value: b, label: 乙}]}
          - {id: account, label: 账户, kind: bank_account}
          - {id: people, label: 成员, kind: repeat, fields: [{id: who, label: 姓名, kind: text}, {id: tel, label: 电话, kind: phone}]}
          - {id: empty, label: 空, kind: text}
          """);

  private static final Values VALUES =
      new Values(
          Map.of(
              "married",
              "true",
              "spouse",
              Map.of("name", "王建国", "id_number", "11010519491231002X", "phone", "13800001234"),
              "price",
              "1234567.5",
              "area",
              "86.5",
              "signed",
              "2026-01-05",
              "kinds",
              List.of("a", "b"),
              "account",
              Map.of("holder", "王建国", "bank", "邕江银行", "number", "6222000011112222"),
              "people",
              List.of(Map.of(), Map.of("who", "小明", "tel", "13800005678"))),
          Map.of("spouse", new Values.Origin("register:person", Instant.EPOCH, false)));

  @Test
  void valuesAreSaidInWords() {
    assertThat(texts(false))
        .containsExactly(
            "married 已婚 是",
            "spouse 配偶 王建国，11010519491231002X，13800001234",
            "price 总价 1,234,567.50 元",
            "area 面积 86.5 平方米",
            "signed 签订日期 2026年1月5日",
            "kinds 种类 甲、乙",
            "account 账户 王建国，邕江银行，6222000011112222",
            "people.1.who 成员 1：姓名 小明",
            "people.1.tel 成员 1：电话 13800005678");
  }

  @Test
  void personalNumbersAreMaskedOnDemand() {
    assertThat(texts(true))
        .contains(
            "spouse 配偶 王建国，110105********002X，138****1234",
            "account 账户 王建国，邕江银行，************2222",
            "people.1.tel 成员 1：电话 138****5678");
  }

  @Test
  void hiddenFieldsAreLeftOutAndSourcesNamed() {
    var hidden = new Values(Map.of("married", "false", "spouse", Map.of("name", "王")), Map.of());
    assertThat(
            FormFixture.forms()
                .answers(FORM, hidden, FormFixture.APPLICANT, false)
                .getFirst()
                .answers())
        .extracting(Forms.Answer::path)
        .containsExactly("married");
    assertThat(
            FormFixture.forms()
                .answers(FORM, VALUES, FormFixture.APPLICANT, true)
                .getFirst()
                .answers())
        .filteredOn(answer -> answer.path().equals("spouse"))
        .extracting(Forms.Answer::origin)
        .containsExactly("人口库");
    assertThat(FormFixture.forms().answers(FORM, Values.EMPTY, FormFixture.APPLICANT, true))
        .isEmpty();
  }

  private static List<String> texts(boolean masked) {
    return FormFixture.forms().answers(FORM, VALUES, FormFixture.APPLICANT, masked).stream()
        .flatMap(section -> section.answers().stream())
        .map(answer -> answer.path() + " " + answer.label() + " " + answer.text())
        .toList();
  }
}
