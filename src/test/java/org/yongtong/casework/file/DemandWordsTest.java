package org.yongtong.casework.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemandWordsTest {

  private static final List<String> GUIDE =
      List.of("收款账户的存折首页或者银行卡正面", "委托他人代领高龄津贴的委托书", "经营场所使用证明", "产权证明或者租赁合同均可", "老人出生日期");

  @ParameterizedTest
  @CsvSource({
    "请您提供无犯罪记录证明。,无犯罪记录证明",
    "请补交近三个月的银行流水,近三个月的银行流水",
    "请提供租赁合同和社区开具的居住证明。,社区开具的居住证明",
    "还需要出具村委会证明；另外说明照料情况,村委会证明",
    "来窗口时请携带身份证原件,身份证原件",
    "请上传老人的体检报告,老人的体检报告",
    "请补房东同意书,房东同意书"
  })
  void whatTheGuideDoesNotAskForIsFound(String text, String what) {
    assertThat(DemandWords.beyond(text, true, GUIDE)).contains(what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "请重新上传存折首页。",
        "请补交租赁合同。",
        "请提供经营场所使用证明的清晰复印件",
        "您提交的材料中姓名与户口簿不一致，请说明原因。",
        "您已提交身份证，请问现在的住址是哪里？",
        "请说明现在由谁照料老人。",
        "请重新提供清晰的照片。",
        "请问委托书是哪一天签的？"
      })
  void questionsAndWhatTheGuideAsksForPass(String text) {
    assertThat(DemandWords.beyond(text, true, GUIDE)).isEmpty();
  }

  @Test
  void thePaperMeansOneOnlyBesideAThingOfTheGuide() {
    assertThat(DemandWords.beyond("请补交原件。", true, GUIDE)).isEmpty();
    assertThat(DemandWords.beyond("请补交原件。", false, GUIDE)).contains("原件");
  }
}
