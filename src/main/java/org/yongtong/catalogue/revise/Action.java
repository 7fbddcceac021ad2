package org.yongtong.catalogue.revise;

/**
 * What can be done to a revision. {@link #kind()} is the journal's word for it having been done.
 */
public enum Action {
  START("新建修订单", "revision.started"),
  EDIT("修改内容", "revision.edited"),
  SUBMIT("提交审核", "revision.submitted"),
  PASS_DEPARTMENT("部门审核通过", "revision.department_passed"),
  PASS_LEGAL("合法性审核通过", "revision.legal_passed"),
  APPROVE("批准", "revision.approved"),
  RETURN("退回修改", "revision.returned"),
  WITHDRAW("撤回", "revision.withdrawn"),
  DISCARD("作废", "revision.discarded"),
  PUBLISH("生效发布", "revision.published"),
  FAIL("未能生效，退回", "revision.failed"),
  BEGIN_WITH_DEFAULTS("按上级内容自动承接", "revision.begun_with_defaults"),
  STOP("随下放一并停止", "revision.stopped");

  private final String word;
  private final String kind;

  Action(String word, String kind) {
    this.word = word;
    this.kind = kind;
  }

  public String word() {
    return word;
  }

  public String kind() {
    return kind;
  }
}
