package org.yongtong.casework.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.AssignCase;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.LifeCycle;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.State;
import org.yongtong.identity.SignedIn;

/**
 * Exactly the actions that a person may take on a case now, and why others are not offered.
 *
 * @param style of the button: {@code primary}, {@code danger} or ""
 */
public record Offer(List<Link> links, List<String> notes) {

  public record Link(String word, String path, String style, boolean post) {}

  /**
   * @param startable the item names a special procedure that does not run now
   * @param elsewhere the department that the corrected answers name instead of this one, or null
   */
  static Offer of(
      CaseFile file,
      Set<Party> parties,
      SignedIn me,
      boolean startable,
      AssignCase.@Nullable Elsewhere elsewhere) {
    var links = new ArrayList<Link>();
    var notes = new ArrayList<String>();
    boolean special = !file.specialRunning().isEmpty();
    boolean ownOpinion = file.gaveOpinion(me.account());
    for (Action action : LifeCycle.allowed(file.state(), parties)) {
      switch (action) {
        case APPROVE, REFUSE -> {
          if (ownOpinion) {
            String note = "您提出过审查意见，不能再作决定：审查和决定应当由不同的人办理。";
            if (!notes.contains(note)) {
              notes.add(note);
            }
          } else if (action == Action.APPROVE && file.deferred().holdsDecision()) {
            notes.add("容缺材料“%s”还没有补齐，不能准予。".formatted(String.join("”“", file.deferred().papers())));
          } else {
            links.add(link(file, action));
          }
        }
        case PROMISE_LATER, RETURN_LATER, MISS_LATER, LAPSE -> {
          // the applicant's, one page with the confirmation, and the jobs'
        }
        case HAND_IN_LATER -> {
          if (file.deferred().dueOn() != null) {
            links.add(link(file, action));
          }
        }
        case CONFIRM_LATER -> {
          if (file.deferred().toCheck() > 0) {
            links.add(link(file, action));
          }
        }
        case TERMINATE -> {
          if (file.deferred().stage() == Deferred.Stage.MISSED) {
            links.add(link(file, action));
          }
        }
        case DELIVER -> {
          if (file.state() == State.APPROVED && file.deferred().outstanding()) {
            notes.add("容缺材料“%s”还没有补齐，不能送达。".formatted(String.join("”“", file.deferred().papers())));
          } else {
            links.add(link(file, action));
          }
        }
        case ACCEPT -> {
          if (elsewhere == null) {
            links.add(link(file, action));
          } else {
            notes.add(elsewhere.words() + "本部门不能受理，请转交。");
          }
        }
        case REDIRECT -> {
          if (elsewhere != null) {
            links.addFirst(link(file, action));
          }
        }
        case ASK -> {
          if (file.questionOpen()) {
            notes.add("已向申请人提出询问，正在等待答复。");
          } else {
            links.add(link(file, action));
          }
        }
        case REQUEST_EXTENSION -> {
          if (file.extensionAsked()) {
            notes.add("延长期限的申请正在等待机关负责人批准。");
          } else if (file.stopped()) {
            notes.add("特别程序期间办理期限停止计算，不办理延长。");
          } else if (file.extensionDays() == 0) {
            links.add(link(file, action));
          }
        }
        case APPROVE_EXTENSION -> {
          if (file.extensionAsked()) {
            links.add(new Link("审批延长期限", ActionPath.of(file.id(), action), "primary", false));
          }
        }
        case GIVE_OPINION -> {
          if (special) {
            notes.add(
                "“%s”还没有结束，登记结果后才能提出审查意见。".formatted(String.join("”“", file.specialRunning())));
          } else if (file.levels().isEmpty()) {
            links.add(link(file, action));
          } else if (!file.openLevels(me.department()).isEmpty()) {
            if (ownOpinion) {
              notes.add("您在这一轮已经提出过审查意见，这一级应当由别人审查。");
            } else {
              links.add(link(file, action));
            }
          } else {
            notes.add("现在等其他部门提出审查意见。");
          }
        }
        case TAKE, ASSIGN, PUT_BACK, HAND_OVER -> {
          // beside the name of who does the case
        }
        case PASS_LEVEL -> {
          // one page with the opinion of the last level
        }
        case RECALL_CONSULT -> {
          if (!file.consulted().isEmpty()) {
            links.add(link(file, action));
          }
        }
        case START_SPECIAL -> {
          if (startable) {
            links.add(link(file, action));
          }
        }
        case PROLONG_SPECIAL, END_SPECIAL -> {
          if (special) {
            links.add(link(file, action));
          }
        }
        case REJECT_EXTENSION -> {
          // one page with the approval
        }
        case CORRECT ->
            links.add(new Link("窗口代为补正", "/desk/intake/correct/" + file.id(), "", true));
        default -> links.add(link(file, action));
      }
    }
    if (file.state() == State.APPROVED && file.deferred().stage() == Deferred.Stage.MISSED) {
      notes.add("容缺承诺逾期没有履行：请本机关决定人到“证照”撤销已经颁发的证照，撤销后办件自动终止。");
    }
    if (parties.contains(Party.REVIEWER) && !file.consulted().isEmpty()) {
      notes.add("征求的意见还没有全部答复，不能提出最后一级审查意见；办理期限照常计算。");
    }
    return new Offer(List.copyOf(links), List.copyOf(notes));
  }

  /** With one note more, in front; "" adds none. */
  Offer with(String note) {
    if (note.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(notes);
    all.addFirst(note);
    return new Offer(links, List.copyOf(all));
  }

  private static Link link(CaseFile file, Action action) {
    return new Link(word(action), ActionPath.of(file.id(), action), style(action), false);
  }

  private static String word(Action action) {
    return switch (action) {
      case REFUSE -> "不予批准";
      case APPROVE -> "准予";
      case DELIVER -> "窗口送达";
      case HAND_IN_LATER -> "代收补交材料";
      case CONFIRM_LATER -> "核对补交材料";
      default -> action.word();
    };
  }

  private static String style(Action action) {
    return switch (action) {
      case ACCEPT, REDIRECT, GIVE_OPINION, ANSWER_CONSULT, CONFIRM_LATER -> "primary";
      case END_SPECIAL, APPROVE, DELIVER -> "primary";
      case REFUSE, REFUSE_ACCEPTANCE, TERMINATE -> "danger";
      default -> "";
    };
  }
}
