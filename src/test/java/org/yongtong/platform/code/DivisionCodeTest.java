package org.yongtong.platform.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yongtong.platform.code.DivisionCode.Level;

class DivisionCodeTest {

  @ParameterizedTest
  @CsvSource({
    "450000, 450000000000, PROVINCE, 45",
    "450100, 450100000000, CITY, 4501",
    "450103, 450103000000, COUNTY, 450103",
    "450103001, 450103001000, TOWN, 450103001",
    "450103400, 450103400000, TOWN, 450103400",
    "450103001005, 450103001005, VILLAGE, 450103001005"
  })
  void aShortCodeIsPaddedAndKnowsItsLevel(String text, String value, Level level, String prefix) {
    var code = new DivisionCode(text);
    assertThat(code.value()).isEqualTo(value);
    assertThat(code.level()).isEqualTo(level);
    assertThat(code.prefix()).isEqualTo(prefix);
  }

  @Test
  void climbsFromTheVillageToTheProvince() {
    var code = new DivisionCode("450103001005");
    assertThat(code.parent()).contains(new DivisionCode("450103001"));
    assertThat(code.at(Level.TOWN).parent()).contains(new DivisionCode("450103"));
    assertThat(code.at(Level.COUNTY).parent()).contains(new DivisionCode("450100"));
    assertThat(code.at(Level.CITY).parent()).contains(new DivisionCode("450000"));
    assertThat(code.at(Level.PROVINCE).parent()).isEmpty();
    assertThat(new DivisionCode("450100").at(Level.TOWN)).isEqualTo(new DivisionCode("450100"));
  }

  @Test
  void coversItselfAndWhatLiesInside() {
    var city = new DivisionCode("450100");
    assertThat(city.covers(new DivisionCode("450103001005"))).isTrue();
    assertThat(city.covers(city)).isTrue();
    assertThat(city.covers(new DivisionCode("450200"))).isFalse();
    assertThat(new DivisionCode("450103001005").covers(city)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"45", "4501030", "45010300100A", "001000"})
  void otherTextIsRefused(String text) {
    assertThat(DivisionCode.problem(text)).contains("行政区划代码");
  }
}
