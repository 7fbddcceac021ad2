package org.yongtong.catalogue.revise;

/** In which capacity someone acts on a revision. */
public enum Party {
  EDITOR("目录编辑"),
  CHECKER("部门审核"),
  LEGAL("合法性审核"),
  APPROVER("审批"),
  SYSTEM("系统");

  private final String word;

  Party(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
