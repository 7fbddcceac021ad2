package org.yongtong.casework.file;

/** Where a case stands. */
public enum State {
  SUBMITTED("待受理"),
  CORRECTING("待补正"),
  IN_REVIEW("审查中"),
  PENDING_DECISION("待决定"),
  APPROVED("准予，待送达"),
  REFUSED("不予，待送达"),
  NOT_ACCEPTED("不予受理"),
  WITHDRAWN("已撤回"),
  TERMINATED("已终止"),
  DELIVERED("已办结");

  private final String word;

  State(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** Nothing more happens to the case. */
  public boolean closed() {
    return this == NOT_ACCEPTED || this == WITHDRAWN || this == TERMINATED || this == DELIVERED;
  }
}
