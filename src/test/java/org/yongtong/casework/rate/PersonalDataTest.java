package org.yongtong.casework.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonalDataTest {

  @Test
  void numbersThatTellWhoSomebodyIsAreTakenOut() {
    assertThat(PersonalData.without("打我电话13800138000，或者 0771-5530000", ""))
        .isEqualTo("打我电话***,或者 ***");
    assertThat(PersonalData.without("身份证45010319900101123X丢了", "")).isEqualTo("身份证***丢了");
    assertThat(PersonalData.without("１３８ ００１３ ８０００", "")).isEqualTo("***");
    assertThat(PersonalData.without("电话一三八零零一三八零零零", "")).isEqualTo("电话***");
    assertThat(PersonalData.without("代码91450100MA5KABCD1X", "")).isEqualTo("代码***");
    assertThat(PersonalData.without("写信到 wei.xl@example.com", "")).isEqualTo("写信到 ***");
  }

  @Test
  void theApplicantsNameIsTakenOut() {
    assertThat(PersonalData.without("我是韦小兰，等了三天", "韦小兰")).isEqualTo("我是***,等了三天");
    assertThat(PersonalData.without("等了三天", "")).isEqualTo("等了三天");
  }

  @Test
  void whatTellsNobodyStays() {
    assertThat(PersonalData.without("8月20日去了2次，等了120分钟，A03窗口", ""))
        .isEqualTo("8月20日去了2次,等了120分钟,A03窗口");
  }
}
