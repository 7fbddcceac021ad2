package org.yongtong.casework.desk;

import java.util.UUID;
import org.yongtong.casework.file.Action;

/** Where the page of an action is. */
public final class ActionPath {

  private ActionPath() {}

  /**
   * @throws IllegalArgumentException for actions that staff do not take on a page of their own
   */
  public static String of(UUID caseId, Action action) {
    return "/desk/cases/%s/%s".formatted(caseId, last(action));
  }

  private static String last(Action action) {
    return switch (action) {
      case ACCEPT -> "accept";
      case REQUIRE_CORRECTION -> "correction";
      case REFUSE_ACCEPTANCE -> "non-acceptance";
      case REDIRECT -> "redirect";
      case ASK -> "question";
      case GIVE_OPINION, PASS_LEVEL -> "opinion";
      case TAKE -> "take";
      case ASSIGN -> "assign";
      case PUT_BACK -> "put-back";
      case HAND_OVER -> "hand-over";
      case CONSULT -> "consult";
      case ANSWER_CONSULT -> "consult-answer";
      case DECLINE_CONSULT -> "consult-decline";
      case RECALL_CONSULT -> "consult-recall";
      case REQUEST_EXTENSION -> "extension";
      case APPROVE_EXTENSION, REJECT_EXTENSION -> "extension-decision";
      case START_SPECIAL -> "special";
      case PROLONG_SPECIAL -> "special-prolong";
      case END_SPECIAL -> "special-end";
      case HAND_IN_LATER -> "later-hand-in";
      case CONFIRM_LATER, RETURN_LATER -> "later-check";
      case TERMINATE -> "termination";
      case RETURN -> "return";
      case APPROVE -> "approve";
      case REFUSE -> "refuse";
      case DELIVER -> "deliver";
      default -> throw new IllegalArgumentException("no page for " + action);
    };
  }
}
