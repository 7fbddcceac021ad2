package org.yongtong.platform.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "13807715678, 13807715678, 138****5678",
    "138-0771-5678, 13807715678, 138****5678",
    "+86 138 0771 5678, 13807715678, 138****5678",
    "0771-5551234, 0771-5551234, 0771-***1234",
    "07715551234, 0771-5551234, 0771-***1234",
    "010-66661234-801, 010-66661234-801, 010-****1234"
  })
  void oneNumberHasOneSpelling(String typed, String value, String masked) {
    var number = new PhoneNumber(typed);
    assertThat(number.value()).isEqualTo(value);
    assertThat(number.masked()).isEqualTo(masked).isEqualTo(number.toString());
    assertThat(new PhoneNumber(number.value())).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1380771567", "23807715678", "5551234", "0771-555123", "abc", "１３８０７７１５６７８"})
  void otherTextIsRefusedWithAnExample(String typed) {
    assertThat(PhoneNumber.problem(typed)).contains("0771-5551234");
    assertThat(PhoneNumber.parse(typed)).isEmpty();
  }

  @Test
  void aTextMessageNeedsAMobileNumber() {
    assertThat(PhoneNumber.mobileProblem("13807715678")).isNull();
    assertThat(PhoneNumber.mobileProblem("0771-5551234")).contains("11位");
    assertThat(new PhoneNumber("0771-5551234").mobile()).isFalse();
  }
}
