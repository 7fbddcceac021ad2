package org.yongtong.catalogue;

import java.util.List;

/** Chooser among the handling items (业务办理项) of one implementation code. */
public record HandlingPage(List<ItemHead> items) {

  public String taskCode() {
    return items.getFirst().taskCode().substring(0, 31);
  }

  /** What the handling items have in common, e.g. 食品经营许可. */
  public String name() {
    String name = items.getFirst().name();
    int bracket = name.indexOf('（');
    return bracket > 0 ? name.substring(0, bracket) : name;
  }
}
