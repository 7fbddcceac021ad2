package org.yongtong.casework.extra;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Act;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.notification.Letter;
import org.yongtong.notification.Letters;
import org.yongtong.platform.calendar.WorkCalendar;
import org.yongtong.platform.code.PhoneNumber;

/** The supervisor asks the department, the department answers, the supervisor finds. */
@Component
class HandleExtraDemand {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final int SHORTEST = 5;
  private static final int LONGEST = 1000;

  private final ExtraDemands demands;
  private final Journal journal;
  private final Letters letters;
  private final WorkCalendar calendar;
  private final Clock clock;
  private final int days;

  /**
   * @param days working days for the department's answer
   */
  HandleExtraDemand(
      ExtraDemands demands,
      Journal journal,
      Letters letters,
      WorkCalendar calendar,
      Clock clock,
      @Value("${yongtong.extra-demands.answer-days:5}") int days) {
    this.demands = demands;
    this.journal = journal;
    this.letters = letters;
    this.calendar = calendar;
    this.clock = clock;
    this.days = days;
  }

  /** What came of a step. */
  sealed interface Result {
    record Done(ExtraDemand demand) implements Result {}

    /** Not this person's, or there is none. */
    record NotFound() implements Result {}

    /** Somebody was quicker, or it is not the time for it. */
    record NotNow(String message) implements Result {}

    record Wrong(String message) implements Result {}
  }

  int days() {
    return days;
  }

  /**
   * @param version of the report as the page showed it
   * @param text what the department is asked, its answer, or the reasons of the finding
   */
  @Transactional
  Result step(UUID id, DemandStep step, int version, String text, SignedIn me) {
    Optional<ExtraDemand> found = demands.find(id, me, true);
    if (found.isEmpty()) {
      return new Result.NotFound();
    }
    ExtraDemand demand = found.get();
    LocalDate today = LocalDate.now(clock);
    Optional<DemandCycle.Transition> row =
        DemandCycle.find(demand.state(), step, demand.late(today));
    if (row.isEmpty() || demand.version() != version) {
      return new Result.NotNow("这件举报目前是“%s”，不能%s。".formatted(demand.state().word(), step.word()));
    }
    if (!me.roles().contains(row.get().by())) {
      return new Result.NotFound();
    }
    int length = text.strip().length();
    if (length < SHORTEST || length > LONGEST) {
      return new Result.Wrong("请写明情况和依据（%d 到 %d 个字）。".formatted(SHORTEST, LONGEST));
    }
    demands.change(demand, change(row.get(), text.strip(), today));
    ExtraDemand now = demands.find(id, me, false).orElseThrow();
    record(now, step, text.strip(), me);
    tell(now);
    return new Result.Done(now);
  }

  private ExtraDemands.Change change(DemandCycle.Transition row, String text, LocalDate today) {
    return switch (row.step()) {
      case ASK ->
          new ExtraDemands.Change(
              row.to(), calendar.plusWorkdays(today, days), text, null, null, null);
      case ANSWER -> new ExtraDemands.Change(row.to(), null, null, text, null, null);
      case FOUND, DISMISS ->
          new ExtraDemands.Change(row.to(), null, null, null, text, clock.instant());
      case REPORT -> throw new IllegalArgumentException("a report is made once");
    };
  }

  private void record(ExtraDemand demand, DemandStep step, String text, SignedIn me) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("number", demand.number());
    payload.put("task_code", demand.taskCode());
    payload.put("to", demand.state().name());
    payload.put(step == DemandStep.ASK || step == DemandStep.ANSWER ? "text" : "reason", text);
    LocalDate due = demand.dueOn();
    journal.append(
        new Act(
            new Subject(ReportExtraDemand.SUBJECT, demand.id().toString()),
            step.kind(),
            me.actor(),
            demand.division(),
            demand.department(),
            step == DemandStep.ASK ? end(Objects.requireNonNull(due)) : null,
            payload));
  }

  private static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(BEIJING).toInstant();
  }

  /** The reporter learns the finding: in-site when signed in then, by SMS when he left a mobile. */
  private void tell(ExtraDemand demand) {
    if (!demand.state().closed()) {
      return;
    }
    @Nullable String mobile =
        PhoneNumber.parse(demand.told().contact()).isPresent()
                && demand.told().contact().matches("1[0-9]{10}")
            ? demand.told().contact()
            : null;
    letters.send(
        new Letter(
            demand.account(),
            mobile,
            "您的举报有了结果",
            "您反映的“%s”额外要求，经核查%s。举报编号 %s。"
                .formatted(demand.itemName(), demand.state().word(), demand.number()),
            "/extra-demands/" + demand.number(),
            "extra-demand:%s:%s".formatted(demand.id(), demand.state())));
  }
}
