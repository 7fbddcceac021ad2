package org.yongtong.casework.file;

/** In which capacity someone acts on a case. */
public enum Party {
  APPLICANT("申请人"),
  WINDOW("窗口"),
  REVIEWER("审查人"),
  /** Reviewer of another department whose level is open. */
  LEVEL_REVIEWER("会同审查人"),
  /** Reviewer of a department whose opinion is asked. */
  CONSULTED("被征求意见的部门"),
  DECIDER("决定人"),
  HEAD("机关负责人"),
  SYSTEM("系统");

  private final String word;

  Party(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
