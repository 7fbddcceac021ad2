package org.yongtong.catalogue.revise;

/** Where a revision stands. */
public enum State {
  DRAFT("草稿"),
  DEPARTMENT_CHECK("部门审核"),
  LEGAL_CHECK("合法性审核"),
  APPROVAL("审批"),
  SCHEDULED("待生效"),
  PUBLISHED("已发布"),
  RETURNED("退回修改"),
  WITHDRAWN("已撤回"),
  DISCARDED("已作废");

  private final String word;

  State(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** Nothing more happens to the revision. */
  public boolean closed() {
    return this == PUBLISHED || this == DISCARDED;
  }

  /** Its author works on it. */
  public boolean withAuthor() {
    return this == DRAFT || this == RETURNED || this == WITHDRAWN;
  }
}
