package org.yongtong.platform.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource({"黄小明, 黄*明", "黄明, 黄*", "黄, *", "欧阳小明, 欧**明", "阿依·买提, 阿***提", "𠮷小明, 𠮷*明"})
  void masksTheMiddle(String name, String masked) {
    assertThat(PersonName.mask(name)).isEqualTo(masked);
    assertThat(new PersonName(name)).hasToString(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"阿依•买提", "阿依・买提", "阿依‧买提"})
  void allDotsBecomeTheOneOfTheIdentityCard(String typed) {
    assertThat(new PersonName(typed).value()).isEqualTo("阿依·买提");
  }

  @Test
  void whatCannotBeANameIsRefused() {
    assertThat(PersonName.problem("")).isEqualTo("请填写姓名");
    assertThat(PersonName.problem("黄小明1")).contains("按身份证填写");
    assertThat(PersonName.problem("<b>黄</b>")).contains("按身份证填写");
    assertThat(PersonName.problem("黄".repeat(51))).contains("50");
    assertThat(PersonName.problem("John O'Neill")).isNull();
  }
}
