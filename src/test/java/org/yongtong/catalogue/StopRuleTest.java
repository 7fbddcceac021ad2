package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yongtong.catalogue.ServiceItem.Special;
import org.yongtong.catalogue.ServiceItem.SpecialKind;

/** What stops the clock by 行政许可法 §45, and what does not. */
class StopRuleTest {

  @Test
  void theEightOfArticle45Stop() {
    for (SpecialKind kind : SpecialKind.values()) {
      if (kind != SpecialKind.PUBLIC_NOTICE) {
        Special special = special(kind, null);
        assertThat(StopRule.of(special).stops()).as(kind.name()).isTrue();
        assertThat(StopRule.of(special).basis(special)).contains("第四十五条");
      }
    }
  }

  @Test
  void checkingThePapersOnTheSpotByArticle34IsReviewAndCounts() {
    Special visit = special(SpecialKind.INSPECTION, "《中华人民共和国行政许可法》第三十四条第三款");
    assertThat(StopRule.of(visit).stops()).isFalse();
    assertThat(StopRule.of(visit).basis(visit)).contains("第三十四条");
  }

  @Test
  void aPublicNoticeCountsUnlessItsBasisSaysOtherwise() {
    Special notice = special(SpecialKind.PUBLIC_NOTICE, "《学生资助资金管理办法》");
    assertThat(StopRule.of(notice).stops()).isFalse();
    assertThat(StopRule.of(notice).basis(notice)).isEqualTo("《学生资助资金管理办法》");
    assertThat(StopRule.of(special(SpecialKind.PUBLIC_NOTICE, "某办法第九条：公示时间不计入办理期限")).stops())
        .isTrue();
  }

  private static Special special(SpecialKind kind, @Nullable String basis) {
    return new Special(kind, "名称", 5, null, basis);
  }
}
