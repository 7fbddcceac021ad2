package org.yongtong.platform.web;

/** What a post of the staff may do. Posts carry roles, people hold posts. */
public enum Role {
  WINDOW("窗口受理"),
  REVIEWER("审查"),
  DECIDER("决定"),
  HEAD("机关负责人"),
  SUPERVISOR("监察"),
  EDITOR("目录编辑"),
  CHECKER("部门审核"),
  LEGAL("合法性审核"),
  APPROVER("目录审批"),
  SYSTEM_ADMIN("系统管理员"),
  SECURITY_ADMIN("安全管理员"),
  AUDIT_ADMIN("审计管理员");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
