package org.yongtong.catalogue.board;

import java.util.Locale;
import java.util.Optional;

/** What the quality board looks for. */
enum Rule {
  MISSING("缺少要素", "国办政府网站检查要求办事指南写明：名称、依据、条件、材料、地点、时间、电话、流程、表格样表"),
  LAW_CHANGED("依据已修改或废止", "引用的法律、法规在引用的文本之后又修改过，或者已经废止"),
  ABOVE_LAW("承诺时限超过法定", "承诺时限不能长于法定时限"),
  NOT_FASTER("承诺不比法定快", "承诺时限与法定时限一样长，没有压缩"),
  HELD("政府已掌握仍要提交", "登记库或者电子证照里有的材料，应当由系统调取"),
  STALE("一年没有核对", "超过一年没有发布新版本，也没有核对过"),
  NO_HOURS("联系方式没有时间", "写了电话没有写接听时间"),
  CATCH_ALL("兜底说法", "条件、材料里有“其他材料”“有关证明”这类说法");

  private final String word;
  private final String sentence;

  Rule(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  String word() {
    return word;
  }

  String sentence() {
    return sentence;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Rule> of(String key) {
    for (Rule rule : values()) {
      if (rule.key().equals(key)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
