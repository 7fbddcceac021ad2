package org.yongtong.casework.desk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Consult;
import org.yongtong.casework.file.Consults;
import org.yongtong.casework.file.When;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Role;

/**
 * Questions to other departments as a viewer may read them: the department in charge and the
 * supervisors all, others their own, and the shared ones.
 */
@Component
class ConsultLines {

  private final Consults consults;
  private final CaseHeads heads;
  private final ClockWords clocks;

  ConsultLines(Consults consults, CaseHeads heads, ClockWords clocks) {
    this.consults = consults;
    this.heads = heads;
    this.clocks = clocks;
  }

  List<CasePage.ConsultLine> of(CaseFile file, SignedIn me) {
    boolean all =
        me.roles().contains(Role.SUPERVISOR)
            || Objects.requireNonNullElse(me.department(), "").equals(file.department());
    return consults.of(file.id()).stream()
        .filter(one -> all || one.shared() || one.department().equals(me.department()))
        .map(this::line)
        .toList();
  }

  private CasePage.ConsultLine line(Consult one) {
    ClockWords.View clock = clocks.consult(one.dueOn());
    Consult.Outcome outcome = one.closedAs();
    return new CasePage.ConsultLine(
        heads.shortName(one.department()),
        one.question(),
        "%s，%s".formatted(one.askedName(), When.moment(one.askedAt())),
        outcome == null ? clock == null ? "等待答复" : clock.word() : outcome.word(),
        tone(outcome, clock == null ? "neutral" : clock.tone()),
        one.closedText(),
        one.closedAt() == null
            ? ""
            : "%s%s"
                .formatted(
                    one.closedName().isEmpty() ? "" : one.closedName() + "，",
                    When.moment(one.closedAt())),
        one.shared() ? "参加办理的部门都能看" : "只给承办部门看");
  }

  private static String tone(Consult.@Nullable Outcome outcome, String open) {
    return switch (outcome) {
      case null -> open;
      case AGREE, NO_OPINION -> "done";
      case DISAGREE -> "late";
      case DECLINED -> "near";
      case RECALLED, BROKEN_OFF -> "neutral";
    };
  }
}
