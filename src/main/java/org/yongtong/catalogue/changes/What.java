package org.yongtong.catalogue.changes;

/** What became of an item or a power. */
public enum What {
  SET_UP("设立"),
  CLAIMED("认领"),
  DELEGATED("下放"),
  ENTRUSTED("委托"),
  ADJUSTED("调整"),
  SUSPENDED("暂停"),
  RESUMED("恢复"),
  CANCELLED("取消");

  private final String word;

  What(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** A body below came to run it. */
  boolean handedDown() {
    return this == CLAIMED || this == DELEGATED || this == ENTRUSTED;
  }
}
