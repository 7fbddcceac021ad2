package org.yongtong.casework.mine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.DayWords;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.State;

/** Where a case stands, as one says it to the applicant. */
final class CaseWords {

  private CaseWords() {}

  /** One plain sentence. */
  static String sentence(CaseFile file, String department) {
    return switch (file.state()) {
      case SUBMITTED -> "已收到，%s正在核对材料%s。".formatted(department, until(file, "前告诉您是否受理"));
      case CORRECTING -> "需要您补正，补正后由%s继续办理。".formatted(department);
      case IN_REVIEW ->
          file.specialRunning().isEmpty()
              ? "审查中，由%s办理%s。".formatted(department, until(file, "前办结"))
              : special(file, department);
      case PENDING_DECISION -> "已审查完，等%s作出决定%s。".formatted(department, until(file, "前办结"));
      case APPROVED -> "%s已经准予，结果等您查看。".formatted(department);
      case REFUSED -> "%s作出了不予批准的决定，决定书等您查看。".formatted(department);
      case NOT_ACCEPTED -> "%s决定不予受理，办理结束。".formatted(department);
      case WITHDRAWN ->
          file.deferred().stage() == Deferred.Stage.MISSED
              ? "容缺材料逾期没有补交，按承诺视为撤回申请，办理结束。"
              : "您已撤回申请，办理结束。";
      case TERMINATED -> "容缺材料逾期没有补交，%s已终止办理。".formatted(department);
      case DELIVERED ->
          file.approved() ? "已办结：准予，结果已经送达。" : file.refused() ? "已办结：不予批准，决定书已经送达。" : "已办结。";
    };
  }

  private static String special(CaseFile file, String department) {
    return "正在进行特别程序“%s”，由%s组织%s。"
        .formatted(
            String.join("”“", file.specialRunning()),
            department,
            file.stopped() ? "，这段时间不计入办理期限" : until(file, "前办结"));
  }

  /** The state in a word or two. */
  static String state(CaseFile file) {
    return file.specialRunning().isEmpty() ? file.state().word() : "特别程序中";
  }

  private static String until(CaseFile file, String what) {
    LocalDate due = file.dueOn();
    return due == null ? "" : "，最迟%s%s".formatted(DayWords.of(due), what);
  }

  /** What the applicant must do now, in a few words; null when nothing. */
  static @Nullable String todo(CaseFile file) {
    if (file.questionOpen()) {
      return "请答复询问";
    }
    if (file.deferred().dueOn() != null) {
      return "请补交材料";
    }
    if (file.state() == State.APPROVED && file.deferred().outstanding()) {
      return null;
    }
    return switch (file.state()) {
      case CORRECTING -> "请补正";
      case APPROVED, REFUSED -> "请查看结果";
      default -> null;
    };
  }

  static String tone(State state) {
    return switch (state) {
      case CORRECTING, APPROVED, REFUSED -> "near";
      case SUBMITTED, IN_REVIEW, PENDING_DECISION -> "good";
      case DELIVERED -> "done";
      case NOT_ACCEPTED, WITHDRAWN, TERMINATED -> "neutral";
    };
  }
}
