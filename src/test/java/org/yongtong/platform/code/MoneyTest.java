package org.yongtong.platform.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0.00",
        "5 | 0.05",
        "123450 | 1,234.50",
        "-123450 | -1,234.50",
        "99999 | 999.99",
        "100000000 | 1,000,000.00"
      })
  void isShownWithGroupsAndTwoDecimals(long fen, String shown) {
    assertThat(new Money(fen).format()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1234.5|123450", "1,234.50|123450", "¥ 12|1200", "12元|1200", "-0.01|-1", "007|700"})
  void isReadAsPeopleWriteIt(String text, long fen) {
    assertThat(Money.parse(text)).contains(new Money(fen));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.234", "1,23", "12,345,6", "1e5", "一百", ".5", "5."})
  void otherTextIsRefused(String text) {
    assertThat(Money.problem(text)).contains("金额");
    assertThat(Money.parse(text)).isEmpty();
  }

  /** The examples of 支付结算办法, annex 1, and the edges around them. */
  @ParameterizedTest
  @CsvSource({
    "140950, 壹仟肆佰零玖元伍角整",
    "600714, 陆仟零柒元壹角肆分",
    "168032, 壹仟陆佰捌拾元零叁角贰分",
    "10700053, 壹拾万柒仟元零伍角叁分",
    "1640902, 壹万陆仟肆佰零玖元零贰分",
    "32504, 叁佰贰拾伍元零肆分",
    "0, 零元整",
    "5, 伍分",
    "50, 伍角整",
    "100, 壹元整",
    "-100, 负壹元整",
    "1000000000000, 壹佰亿元整",
    "1000100000000, 壹佰亿零壹佰万元整",
    "100010000000000, 壹万零壹亿元整",
    "200000500, 贰佰万零伍元整"
  })
  void isWrittenInCapitals(long fen, String capitals) {
    assertThat(new Money(fen).capitals()).isEqualTo(capitals);
  }

  @Test
  void neverOverflowsSilently() {
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThat(Money.ofYuan(3).minus(Money.ofYuan(1)).times(2)).isEqualTo(Money.ofYuan(4));
  }

  @Property(tries = 300)
  void survivesARoundTrip(@ForAll int fen) {
    assertThat(Money.parse(new Money(fen).format())).contains(new Money(fen));
  }
}
