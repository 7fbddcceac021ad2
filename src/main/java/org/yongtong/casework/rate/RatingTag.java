package org.yongtong.casework.rate;

import java.util.Arrays;
import java.util.List;

/** What was good or bad, to tick. */
enum RatingTag {
  ONCE("一次办成", true),
  QUICK("办得快", true),
  CLEAR("指南写得清楚", true),
  FEW_PAPERS("材料少", true),
  KIND("态度好", true),
  SLOW("等得太久", false),
  EXTRA("要求了指南以外的材料", false),
  UNCLEAR("指南看不明白", false),
  RUNNING("来回跑", false),
  UNKIND("态度不好", false),
  CLUMSY("网上不好用", false);

  private final String word;
  private final boolean praise;

  RatingTag(String word, boolean praise) {
    this.word = word;
    this.praise = praise;
  }

  String word() {
    return word;
  }

  static List<RatingTag> praise(boolean praise) {
    return Arrays.stream(values()).filter(tag -> tag.praise == praise).toList();
  }
}
