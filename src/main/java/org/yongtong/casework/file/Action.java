package org.yongtong.casework.file;

/** What can be done to a case. {@link #kind()} is the journal's word for it having been done. */
public enum Action {
  SUBMIT("提交申请", "case.submitted"),
  ACCEPT("受理", "case.accepted"),
  DEEM_ACCEPTED("视为受理", "case.deemed_accepted"),
  REQUIRE_CORRECTION("一次性告知补正", "case.correction_required"),
  CORRECT("提交补正", "case.corrected"),
  REDIRECT("转交承办部门", "case.redirected"),
  REFUSE_ACCEPTANCE("不予受理", "case.not_accepted"),
  ASK("询问申请人", "case.question_asked"),
  ANSWER("答复询问", "case.question_answered"),
  GIVE_OPINION("提出审查意见", "case.opinion_given"),
  PASS_LEVEL("提出本级审查意见", "case.level_opinion_given"),
  CONSULT("征求意见", "case.opinion_asked"),
  ANSWER_CONSULT("答复征求意见", "case.opinion_answered"),
  DECLINE_CONSULT("退回征求意见", "case.opinion_declined"),
  RECALL_CONSULT("撤回征求意见", "case.opinion_recalled"),
  TAKE("领取", "case.taken"),
  ASSIGN("分派", "case.assigned"),
  PUT_BACK("退回待领取", "case.put_back"),
  HAND_OVER("移交", "case.handed_over"),
  RETURN("退回审查", "case.returned"),
  REQUEST_EXTENSION("申请延长期限", "case.extension_requested"),
  APPROVE_EXTENSION("批准延长期限", "case.extension_approved"),
  REJECT_EXTENSION("不同意延长期限", "case.extension_rejected"),
  START_SPECIAL("启动特别程序", "case.special_started"),
  PROLONG_SPECIAL("延长特别程序", "case.special_prolonged"),
  END_SPECIAL("登记特别程序结果", "case.special_ended"),
  APPROVE("准予", "case.approved"),
  REFUSE("不予", "case.refused"),
  PROMISE_LATER("承诺容缺补交", "case.deferral_promised"),
  HAND_IN_LATER("补交容缺材料", "case.deferred_handed_in"),
  CONFIRM_LATER("确认补交齐全", "case.deferred_confirmed"),
  RETURN_LATER("告知补交材料不符", "case.deferred_returned"),
  MISS_LATER("容缺承诺逾期未履行", "case.deferred_missed"),
  LAPSE("按承诺视为撤回", "case.deferral_lapsed"),
  TERMINATE("终止办理", "case.terminated"),
  DELIVER("送达", "case.delivered"),
  WITHDRAW("撤回申请", "case.withdrawn");

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
