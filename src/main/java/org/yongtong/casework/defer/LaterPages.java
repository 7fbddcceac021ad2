package org.yongtong.casework.defer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.Refusal;
import org.yongtong.casework.file.When;
import org.yongtong.platform.Ids;

/** Draws the page of the papers promised for later. */
@Component
class LaterPages {

  private final Deferrals deferrals;
  private final Clock clock;

  LaterPages(Deferrals deferrals, Clock clock) {
    this.deferrals = deferrals;
    this.clock = clock;
  }

  /**
   * @param paper that was sent, or ""
   * @param refusal of what was sent, or null
   */
  LaterPage of(
      CaseFile file,
      String path,
      String action,
      @Nullable String done,
      String paper,
      @Nullable Refusal refusal) {
    LocalDate today = LocalDate.now(clock);
    List<Deferral> all =
        deferrals.of(file.id()).stream()
            .filter(one -> one.stage() != Deferral.Stage.RELEASED)
            .toList();
    boolean beside = all.stream().anyMatch(one -> one.paper().equals(paper));
    String message = refusal == null ? null : refusal.message();
    return new LaterPage(
        file.itemName(),
        file.number(),
        path,
        action,
        file.version(),
        Ids.next(clock),
        all.stream()
            .map(one -> paper(one, today, beside && one.paper().equals(paper) ? message : null))
            .toList(),
        deferrals.promise(file.id()),
        done,
        beside ? null : message);
  }

  private static LaterPage.Paper paper(Deferral one, LocalDate today, @Nullable String problem) {
    LocalDate due = one.dueOn();
    return new LaterPage.Paper(
        one.paper(),
        one.name(),
        (due == null ? "受理后 %d 个工作日内补交".formatted(one.days()) : "最迟%s补交".formatted(When.day(due)))
            + "，"
            + one.before().word()
            + "补齐；方式："
            + one.way(),
        one.stage().word(),
        one.stage().tone(),
        one.stage() == Deferral.Stage.RETURNED ? one.wrong() : List.of(),
        one.mayBeHandedIn(today),
        problem);
  }
}
