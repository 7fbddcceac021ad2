package org.yongtong.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of field, right and wrong; an empty message means right. */
class KindCheckTest {

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          text           | max: 3                         | 三个字                |
          text           | max: 3                         | 四个字了              | 最多 3 个字，现在有 4 个
          text           | min: 2                         | 一                    | 至少 2 个字，现在有 1 个
          text           | max: 2                         | 𠮷田                  |
          textarea       | max: 500                       | 写了一段              |
          integer        | min_value: 1                   | 12                    |
          integer        | min_value: 1                   | １２                  |
          integer        | min_value: 1                   | 1,200                 |
          integer        | min_value: 1                   | 0                     | 不能小于 1
          integer        | max_value: 9                   | 10                    | 不能大于 9
          integer        | min_value: 1                   | 1.5                   | 请填写整数，例如 12
          integer        | min_value: 1                   | 十二                  | 请填写整数，例如 12
          decimal        | max_value: 99.5                | 86.5                  |
          decimal        | max_value: 99.5                | 99.51                 | 不能大于 99.5
          decimal        | max_value: 99.5                | 1e5                   | 请填写数字，例如 86.5
          decimal        | max_value: 99.5                | 1.1234567             | 最多六位小数
          money          | unit: 元                       | 1,234,567.89          |
          money          | unit: 元                       | 12.345                | 金额最多两位小数
          money          | unit: 元                       | -1                    | 金额不能小于零
          money          | unit: 元                       | 很多                  | 请填写金额，例如 1200.50
          date           | hint: 日期                     | 2028-02-29            |
          date           | hint: 日期                     | 2026年1月5日          |
          date           | hint: 日期                     | 2026-02-29            | 日期不存在，请按 2026-11-23 的样式填写
          date           | hint: 日期                     | 明天                  | 日期不存在，请按 2026-11-23 的样式填写
          choice         | options: [甲, 乙]              | 甲                    |
          choice         | options: [甲, 乙]              | 丙                    | 请从列出的选项中选择
          choices        | options: [甲, 乙]              | 乙                    |
          choices        | options: [甲, 乙]              | 丙                    | 请从列出的选项中选择
          yes_no         | hint: 选                       | false                 |
          yes_no         | hint: 选                       | maybe                 | 请选择“是”或者“否”
          phone          | hint: 电话                     | 138 0000 1234         |
          phone          | hint: 电话                     | 0771-5531234          |
          phone          | hint: 电话                     | 12                    | 联系电话应为11位手机号码，或带区号的固定电话，例如0771-5551234
          email          | hint: 邮箱                     | li.xiuying@example.cn |
          email          | hint: 邮箱                     | li@example            | 电子邮箱的格式不对，例如 name@example.cn
          email          | hint: 邮箱                     | @example.cn           | 电子邮箱的格式不对，例如 name@example.cn
          citizen_number | hint: 号码                     | 11010519491231002x    |
          citizen_number | hint: 号码                     | １１０１０５１９４９１２３１００２Ｘ |
          citizen_number | hint: 号码                     | 110105194912310021    | 身份证号码校验不符，请逐位核对
          credit_code    | hint: 代码                     | 91350100M000100Y43    |
          credit_code    | hint: 代码                     | 91350100M000100Y44    | 统一社会信用代码校验不符，请逐位核对
          """)
  void oneControl(String kind, String more, String typed, String message) {
    FormDefinition form =
        FormFixture.form(
            "- {id: x, label: 字段, kind: %s, required: true, %s}".formatted(kind, more));
    Values values = FormFixture.forms().parse(form, FormFixture.posted("f.x", typed), Values.EMPTY);
    FormCheck check = FormFixture.forms().check(form, values, FormFixture.APPLICANT);
    if (message == null || message.isEmpty()) {
      assertThat(check.problems()).isEmpty();
    } else {
      assertThat(check.problems())
          .containsExactly(new FormCheck.Problem("x", "字段", message, false));
    }
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          person       | name=李秀英;id_number=11010519491231002X                                      |                 |
          person       | name=李秀英;id_number=11010519491231002X;phone=13800001234                    |                 |
          person       | name=李秀英                                                                   | x.id_number     | 请填写公民身份号码
          person       | name=李秀英;id_number=123456789012345678                                      | x.id_number     | 身份证
          person       | name=李秀英;id_number=11010519491231002X;phone=1                              | x.phone         | 联系电话
          company      | name=邕江食品有限公司;credit_code=91350100M000100Y43                          |                 |
          company      | name=邕江食品有限公司;credit_code=91350100M000100Y44                          | x.credit_code   | 校验不符
          company      | credit_code=91350100M000100Y43                                                | x.name          | 请填写单位名称
          address      | county=450103000000;town=450103001000;village=450103001001;detail=1号          |                 |
          address      | county=450103000000;town=450103001000;detail=1号                              | x.division      | 请选择村（社区）
          address      | county=450103000000;detail=1号                                                | x.division      | 请选择乡镇（街道）和村（社区）
          address      | detail=1号                                                                    | x.division      | 请选择所在地区
          address      | county=450103000000;town=450103001000;village=450103001001                    | x.detail        | 请填写详细地址
          address      | division=459999999999;detail=1号                                              | x.division      | 没有这个地区
          address      | county=000000000000;detail=广东省广州市越秀区1号                              |                 |
          bank_account | holder=李秀英;bank=邕江银行;number=6222 0000 1111 2222                        |                 |
          bank_account | holder=李秀英;bank=邕江银行;number=62ab                                       | x.number        | 8 至 32 位数字
          bank_account | holder=李秀英;number=6222000011112222                                         | x.bank          | 请填写开户银行
          """)
  void parts(String kind, String typed, String path, String message) {
    FormDefinition form =
        FormFixture.form("- {id: x, label: 字段, kind: %s, required: true}".formatted(kind));
    String[] pairs = typed.split("[;=]");
    for (int i = 0; i < pairs.length; i += 2) {
      pairs[i] = "f.x." + pairs[i];
    }
    Values values = FormFixture.forms().parse(form, FormFixture.posted(pairs), Values.EMPTY);
    FormCheck check = FormFixture.forms().check(form, values, FormFixture.APPLICANT);
    if (path == null || path.isEmpty()) {
      assertThat(check.problems()).isEmpty();
    } else {
      assertThat(check.problems()).hasSize(1);
      assertThat(check.problems().getFirst().path()).isEqualTo(path);
      assertThat(check.problems().getFirst().message()).contains(message);
    }
  }

  @Test
  void aDeclarationMustBeTicked() {
    FormDefinition form =
        FormFixture.form("- {id: x, label: 内容真实, kind: declaration, required: true}");
    assertThat(FormFixture.check(form).problems())
        .containsExactly(new FormCheck.Problem("x", "内容真实", "请阅读并勾选：内容真实", true));
    assertThat(FormFixture.check(form, "x", "false").ok()).isFalse();
    assertThat(FormFixture.check(form, "x", "true").ok()).isTrue();
  }

  @Test
  void aNoteAsksForNothingAndAPaperForItsFile() {
    FormDefinition form =
        FormFixture.form(
            "- {id: n, label: 请先阅读须知, kind: note}\n"
                + "- {id: p, label: 照片, kind: paper, required: true}");
    assertThat(FormFixture.check(form).problems())
        .containsExactly(new FormCheck.Problem("p", "照片", "请上传照片", true));
    assertThat(FormFixture.check(form, "p", "a file's name is no file").ok()).isFalse();
    assertThat(FormFixture.check(form, "p", List.of(Map.of("id", "1", "name", "门面.png"))).ok())
        .isTrue();
  }

  @Test
  void charactersThatCannotBeKeptAreRefusedAndNeverStored() {
    FormDefinition form = FormFixture.form("- {id: x, label: 名称, kind: text}");
    for (String typed : new String[] {"a\u0000b", "a\u202Eb", "a\nb", "a\uD800b", "a\u001Bb"}) {
      Values values =
          FormFixture.forms().parse(form, FormFixture.posted("f.x", typed), Values.EMPTY);
      assertThat(values.text("x")).isEqualTo("a\uFFFDb");
      assertThat(FormFixture.forms().check(form, values, FormFixture.APPLICANT).problems())
          .extracting(FormCheck.Problem::message)
          .containsExactly("含有无法识别的字符，请重新输入");
    }
  }

  @Test
  void aMegabyteIsRefusedAndNotStored() {
    FormDefinition form = FormFixture.form("- {id: x, label: 说明, kind: textarea, max: 20000}");
    Values values =
        FormFixture.forms()
            .parse(form, FormFixture.posted("f.x", "字".repeat(1_000_000)), Values.EMPTY);
    assertThat(values.text("x")).hasSizeLessThanOrEqualTo(20_001);
    assertThat(FormFixture.forms().check(form, values, FormFixture.APPLICANT).problems())
        .extracting(FormCheck.Problem::message)
        .containsExactly("最多 20000 个字，现在有 20001 个");
  }
}
