package org.yongtong.platform.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11450721MB15580811",
        "11450721348531435D",
        "12441500196720244T",
        "11370800MB28559184"
      })
  void acceptsCodesOfPublicBodies(String code) {
    assertThat(new CreditCode(code).value()).isEqualTo(code);
  }

  @Test
  void holdsRegionAndOrganisation() {
    var code = new CreditCode("11450721MB15580811");
    assertThat(code.region()).isEqualTo("450721");
    assertThat(code.organisation()).isEqualTo("MB1558081");
  }

  @Test
  void saysWhatIsWrongWithoutRepeatingTheCode() {
    assertThat(CreditCode.problem(" ")).isEqualTo("请填写统一社会信用代码");
    assertThat(CreditCode.problem("11450721MB1558081")).contains("现为17位");
    assertThat(CreditCode.problem("11450721mb15580811")).contains("大写");
    assertThat(CreditCode.problem("1145O721MB15580811")).contains("数字1、0、5、2");
    assertThat(CreditCode.problem("11450A21MB15580811")).contains("第3至8位应为数字");
    assertThatThrownBy(() -> new CreditCode("11450721MB15580812"))
        .isInstanceOf(InvalidCode.class)
        .hasMessageContaining("校验不符")
        .hasMessageNotContaining("MB1558");
  }

  @Test
  void theOrganisationCodeInsideIsCheckedToo() {
    String wrongInside = "91450100MA5KXGG0" + "7";
    String code = wrongInside + CreditCode.check(wrongInside);
    assertThat(CreditCode.innerCheck("MA5KXGG0")).isNotEqualTo('7');
    assertThat(CreditCode.problem(code)).contains("组织机构代码");
  }

  @Property(tries = 300)
  void survivesARoundTrip(@ForAll("codes") CreditCode code) {
    assertThat(CreditCode.parse(code.value())).contains(code);
  }

  @Property(tries = 300)
  void anySingleChangedCharacterIsFound(
      @ForAll("codes") CreditCode code,
      @ForAll @IntRange(max = 17) int place,
      @ForAll @IntRange(min = 1, max = 30) int shift) {
    assertThat(CreditCode.problem(Changes.changed(code.value(), place, shift, ALPHABET)))
        .isNotNull();
  }

  @Provide
  static Arbitrary<CreditCode> codes() {
    return Combinators.combine(
            Arbitraries.of("11", "12", "51", "91", "92", "93", "Y1"),
            Arbitraries.integers().between(110000, 659999),
            Arbitraries.strings().withChars(ALPHABET).ofLength(8))
        .as(
            (kind, region, body) -> {
              String seventeen = kind + region + body + CreditCode.innerCheck(body);
              return new CreditCode(seventeen + CreditCode.check(seventeen));
            });
  }
}
