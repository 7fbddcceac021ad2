package org.yongtong.catalogue;

/** How a body came to run an item. */
public enum Mode {
  /** It keeps the item in the base catalogue itself: the lead. */
  OWN("本级设定"),
  /** It took the base item over as its own duty by law (认领). */
  CLAIMED("认领"),
  /** A higher body delegated the power to it (下放). */
  DELEGATED("下放"),
  /** A higher body entrusted it to act in the higher body's name (委托). */
  ENTRUSTED("委托");

  private final String word;

  Mode(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
