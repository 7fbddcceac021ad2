package org.yongtong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every defect of a definition is named with its place, in Chinese. */
class DefinitionReaderTest {

  @Test
  void readsAFieldWithEverythingItSays() {
    FormDefinition form =
        FormFixture.form(
            """
            - {id: area, label: 面积, kind: decimal, required: "age(born) > 3", visible: "filled('born')", valid: "area < 9.5", message: 太大, hint: 写实测面积, unit: 平方米, guide: true, min_value: 1, max_value: 100}
            - {id: born, label: 生日, kind: date, prefill: person.birth}
            """);
    Field area = form.find("area").orElseThrow();
    assertThat(area.kind()).isEqualTo(FieldKind.DECIMAL);
    assertThat(area.unit()).isEqualTo("平方米");
    assertThat(area.guide()).isTrue();
    assertThat(area.minValue()).isEqualTo(1.0);
    assertThat(form.find("born").orElseThrow().prefill()).isEqualTo("person.birth");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - {id: a, label: 甲, kind: colour}                                   | fields[0] (a).kind：没有“colour”这种字段
          - {id: a, label: 甲, kind: text, colour: red}                        | fields[0] (a).colour：不认识的键
          - {id: a, kind: text}                                                | fields[0] (a).label：不能为空
          - {id: Ab, label: 甲, kind: text}                                    | (Ab).id：编号“Ab”只能用小写字母
          - {id: today, label: 甲, kind: text}                                 | (today).id：“today”是保留字
          - {id: a, label: 甲, kind: choice}                                   | (a).options：选择题要写明选项
          - {id: a, label: 甲, kind: choice, options: [一, 一]}                | (a).options：选项“一”重复
          - {id: a, label: 甲, kind: text, options: [一]}                      | (a).options：只有 choice、choices 可以有 options
          - {id: a, label: 甲, kind: repeat}                                   | (a).fields：重复组要写明每行的字段
          - {id: a, label: 甲, kind: text, valid: "a != 'x'"}                  | (a).valid：valid（校验规则）和 message（提示语）要一起写
          - {id: a, label: 甲, kind: text, prefill: person.shoe_size}          | (a).prefill：没有可以预填的
          - {id: a, label: 甲, kind: text, min: 9, max: 3}                     | (a).min：最小值大于最大值
          - {id: a, label: 甲, kind: text, min_value: 3}                       | (a).min_value：只有数值字段
          - {id: a, label: 甲, kind: text, guide: maybe}                       | (a).guide：应当是 true 或者 false
          - {id: a, label: 甲, kind: text, max: many}                          | (a).max：应当是数字
          - {id: a, label: 甲, kind: repeat, fields: [{id: b, label: 乙, kind: repeat, fields: []}]} | (b).kind：重复组里不能再放重复组
          """)
  void namesTheDefectAndItsPlace(String field, String defect) {
    assertThat(defects(field)).anyMatch(found -> found.contains(defect));
  }

  @Test
  void namesEveryDefectNotOnlyTheFirst() {
    assertThat(defects("- {id: a, kind: colour}\n- {id: a, label: 乙, kind: text, size: 3}"))
        .hasSize(4)
        .anyMatch(defect -> defect.contains("字段编号“a”重复，前一个在 form.sections[0] (one).fields[0] (a)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ghost == 'x'                    | 没有名为“ghost”的字段、变量或者函数
          count > 'x'                     | “>”不能用于(整数, 文字)
          area + count > 1.0              | “+”不能用于(小数, 整数)
          count                           | 此处应当得出是否，现在得出整数
          filled('ghost')                 | filled 里的字段“ghost”不存在
          filled(count)                   | filled 的括号里要写带引号的字段编号
          age(count) > 3                  | “age”不能用于(整数, 文字)
          count >                         | 语法有误
          colour == '蓝'                  | “colour”没有选项“蓝”
          colour in ['红', '紫']          | “colour”没有选项“紫”
          '紫' in colours                 | “colours”没有选项“紫”
          place.street == 'x'             | “place”没有分项“street”
          applicant.shoe == 'x'           | “applicant”没有分项“shoe”
          """)
  void aRuleThatDoesNotTypeCheckIsRefusedWithItsPlace(String rule, String defect) {
    String form =
        """
        - {id: count, label: 数, kind: integer}
        - {id: area, label: 面积, kind: decimal}
        - {id: colour, label: 颜色, kind: choice, options: [红, 绿]}
        - {id: colours, label: 颜色, kind: choices, options: [红, 绿]}
        - {id: place, label: 地址, kind: address}
        - {id: more, label: 其他, kind: text, visible: "%s"}
        """
            .formatted(rule);
    assertThat(defects(form))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("form.sections[0] (one).fields[5] (more).visible：")
        .contains(defect);
  }

  @Test
  void aRuleSaysAtWhichCharacterItIsWrong() {
    assertThat(
            FormFixture.forms()
                .defectsOf(FormFixture.form("- {id: a, label: 甲, kind: text}"), "a == 'x' && b"))
        .containsExactly("第 13 个字符：没有名为“b”的字段、变量或者函数");
  }

  @Test
  void conditionsThatComeBackToThemselvesAreRefused() {
    assertThat(
            defects(
                """
                - {id: a, label: 甲, kind: yes_no, visible: c}
                - {id: b, label: 乙, kind: yes_no, visible: a}
                - {id: c, label: 丙, kind: yes_no, visible: b}
                """))
        .anyMatch(defect -> defect.contains("(a).visible：显示条件绕回了自己：a → c → b → a"));
    assertThat(defects("- {id: a, label: 甲, kind: yes_no, visible: \"!filled('a')\"}"))
        .anyMatch(defect -> defect.contains("a → a"));
    assertThat(
            defects(
                "- {id: r, label: 组, kind: repeat, fields: [{id: a, label: 甲, kind: text, visible:"
                    + " size(r) > 1}]}"))
        .anyMatch(defect -> defect.contains("r → r"));
  }

  private static List<String> defects(String fields) {
    FormDefinitionException refused =
        catchThrowableOfType(FormDefinitionException.class, () -> FormFixture.form(fields));
    assertThat(refused).as("refused: " + fields).isNotNull();
    return refused.defects();
  }
}
