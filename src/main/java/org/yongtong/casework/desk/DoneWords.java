package org.yongtong.casework.desk;

import org.jspecify.annotations.Nullable;
import org.yongtong.casework.file.Action;

/** What is said on the case after an action has been carried out. */
final class DoneWords {

  private DoneWords() {}

  /**
   * @param action its name, as the address carries it; anything else says nothing
   */
  static @Nullable String of(@Nullable String action) {
    if (action == null) {
      return null;
    }
    for (Action known : Action.values()) {
      if (known.name().equals(action)) {
        return switch (known) {
          case SUBMIT -> "已收件，办件已生成。";
          case ACCEPT -> "已受理，受理通知书已发出。";
          case REQUIRE_CORRECTION -> "补正通知书已发出，受理期限停止计算，等待申请人补正。";
          case CORRECT -> "补正内容已收到，受理期限重新计算。";
          case REFUSE_ACCEPTANCE -> "不予受理决定书已发出，办件结束。";
          case REDIRECT -> "已转交承办部门，并告诉了申请人。";
          case ASK -> "询问已发给申请人。";
          case GIVE_OPINION -> "审查意见已提交。最后一级提交后办件转入决定。";
          case TAKE -> "已领取，这个办件在“我的”里。";
          case ASSIGN -> "已分派。";
          case PUT_BACK -> "已退回待领取，本部门的同事可以领取。";
          case HAND_OVER -> "已移交。";
          case CONSULT -> "征求意见已发出，对方在“征求意见”里办理；办理期限照常计算。";
          case RECALL_CONSULT -> "征求意见已撤回。";
          case REQUEST_EXTENSION -> "延长申请已提交，等待机关负责人批准。";
          case APPROVE_EXTENSION -> "已批准延长，通知书已发给申请人。";
          case REJECT_EXTENSION -> "已答复：不同意延长。";
          case START_SPECIAL -> "特别程序已启动，告知书已发给申请人。";
          case PROLONG_SPECIAL -> "特别程序已延长，告知书已发给申请人。";
          case END_SPECIAL -> "结果已登记，特别程序结束。";
          case HAND_IN_LATER -> "补交的材料已收到，等待核对。";
          case CONFIRM_LATER -> "已确认补交的材料齐全。";
          case RETURN_LATER -> "已告知申请人补交的材料哪里不符。";
          case TERMINATE -> "已终止办理，通知书已发出。";
          case RETURN -> "已退回审查。";
          case APPROVE -> "准予决定已作出，决定书已发出。";
          case REFUSE -> "不予批准的决定已作出，决定书已发出。";
          case DELIVER -> "已登记送达，办件结束。";
          default -> known.word() + "已完成。";
        };
      }
    }
    return null;
  }
}
