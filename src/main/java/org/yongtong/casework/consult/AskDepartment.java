package org.yongtong.casework.consult;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Consult;
import org.yongtong.casework.file.Consults;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.Ids;
import org.yongtong.platform.calendar.CalendarNotLoaded;
import org.yongtong.platform.calendar.WorkCalendar;
import org.yongtong.platform.crypto.Sm3;

/**
 * A question to another department (征求意见): asked and recalled by a reviewer of the department in
 * charge, answered or returned by one of the department that is asked. What was said is read by
 * those it is for; the journal of a confidential one holds its digest only.
 */
@Component
public class AskDepartment {

  static final int MOST_DAYS = 20;

  private final CaseActions actions;
  private final CaseFiles files;
  private final Consults consults;
  private final Directory directory;
  private final WorkCalendar calendar;
  private final Clock clock;
  private final int usualDays;

  AskDepartment(
      CaseActions actions,
      CaseFiles files,
      Consults consults,
      Directory directory,
      WorkCalendar calendar,
      Clock clock,
      @Value("${yongtong.consult.days:5}") int usualDays) {
    this.actions = actions;
    this.files = files;
    this.consults = consults;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
    this.usualDays = usualDays;
  }

  int usualDays() {
    return usualDays;
  }

  /**
   * What was typed.
   *
   * @param days "" = the usual ones
   * @param shared "" when nothing was chosen
   */
  public record Typed(String department, String question, String days, String shared) {}

  public CaseResult ask(CaseActions.Request request, Typed typed, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.REVIEWER,
        (file, by) -> {
          Optional<Department> asked = askable(file, typed.department());
          if (asked.isEmpty()) {
            return Optional.of(new Refusal.Missing("department", "请选择向哪个部门征求意见。"));
          }
          int days = typed.days().isBlank() ? usualDays : number(typed.days());
          Optional<Refusal> refusal = length(typed.question(), 5, 1000, "question", "征求的问题");
          if (refusal.isPresent()) {
            return refusal;
          }
          if (days < 1 || days > MOST_DAYS) {
            return Optional.of(
                new Refusal.Missing("days", "答复时间为 1 到 %d 个工作日。".formatted(MOST_DAYS)));
          }
          if (typed.shared().isEmpty()) {
            return Optional.of(new Refusal.Missing("shared", "请选择答复给谁看。"));
          }
          boolean shared = typed.shared().equals("true");
          var consult =
              new Consult(
                  Ids.next(clock),
                  file.id(),
                  asked.get().key(),
                  typed.question().strip(),
                  shared,
                  days,
                  due(days),
                  by.actor().name(),
                  by.at(),
                  null,
                  "",
                  "",
                  null);
          Map<String, Object> payload = payload(asked.get());
          payload.put("consult_days", days);
          payload.put("consult_shared", shared);
          told(payload, shared, "consult_question", consult.question());
          refusal = file.consult(by, consult, payload);
          if (refusal.isEmpty()) {
            files.save(file);
            consults.ask(consult, me.account());
          }
          return refusal;
        });
  }

  /**
   * @param outcome null when nothing was chosen
   */
  public CaseResult answer(
      CaseActions.Request request, Consult.@Nullable Outcome outcome, String text, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.CONSULTED,
        (file, by) -> {
          Optional<Consult> open = own(file, me);
          if (open.isEmpty()) {
            return Optional.of(new Refusal.Rule("这个征求意见已经答复或者撤回。"));
          }
          if (outcome == null) {
            return Optional.of(new Refusal.Missing("outcome", "请选择同意、不同意还是无意见。"));
          }
          Optional<Refusal> refusal = length(text, 2, 2000, "text", "答复说明");
          if (refusal.isPresent()) {
            return refusal;
          }
          Consult consult = open.get();
          Map<String, Object> payload = payload(directory.department(consult.department()));
          told(payload, consult.shared(), "consult_answer", outcome.word());
          payload.put("consult_sm3", digest(outcome.name() + "\n" + text.strip()));
          return close(file, by, consult, Action.ANSWER_CONSULT, outcome, text, payload);
        });
  }

  public CaseResult decline(CaseActions.Request request, String reason, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.CONSULTED,
        (file, by) -> {
          Optional<Consult> open = own(file, me);
          if (open.isEmpty()) {
            return Optional.of(new Refusal.Rule("这个征求意见已经答复或者撤回。"));
          }
          Optional<Refusal> refusal = length(reason, 5, 500, "reason", "退回的理由");
          if (refusal.isPresent()) {
            return refusal;
          }
          Map<String, Object> payload = payload(directory.department(open.get().department()));
          payload.put("reason", reason.strip());
          return close(
              file,
              by,
              open.get(),
              Action.DECLINE_CONSULT,
              Consult.Outcome.DECLINED,
              reason,
              payload);
        });
  }

  public CaseResult recall(
      CaseActions.Request request, String department, String reason, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.REVIEWER,
        (file, by) -> {
          Optional<Consult> open = consults.open(file.id(), department);
          if (open.isEmpty()) {
            return Optional.of(new Refusal.Missing("department", "请选择撤回向哪个部门的征求意见。"));
          }
          Optional<Refusal> refusal = length(reason, 5, 500, "reason", "撤回的理由");
          if (refusal.isPresent()) {
            return refusal;
          }
          Map<String, Object> payload = payload(directory.department(department));
          payload.put("reason", reason.strip());
          return close(
              file,
              by,
              open.get(),
              Action.RECALL_CONSULT,
              Consult.Outcome.RECALLED,
              reason,
              payload);
        });
  }

  /** The open question to the own department. */
  Optional<Consult> own(CaseFile file, SignedIn me) {
    String department = me.department();
    return department == null ? Optional.empty() : consults.open(file.id(), department);
  }

  private Optional<Department> askable(CaseFile file, String key) {
    return directory
        .findDepartment(key)
        .filter(one -> one.division().equals(file.division()))
        .filter(one -> !directory.staffOf(one.key()).isEmpty());
  }

  private Optional<Refusal> close(
      CaseFile file,
      CaseFile.By by,
      Consult consult,
      Action how,
      Consult.Outcome outcome,
      String text,
      Map<String, Object> payload) {
    Optional<Refusal> refusal =
        file.closeConsult(
            by,
            how,
            consult.department(),
            consults.dueBut(file.id(), consult.department()),
            payload);
    if (refusal.isEmpty()) {
      files.save(file);
      consults.close(consult, outcome, text.strip(), by);
    }
    return refusal;
  }

  private @Nullable LocalDate due(int days) {
    try {
      return calendar.plusWorkdays(LocalDate.now(clock), days);
    } catch (CalendarNotLoaded missing) {
      return null;
    }
  }

  private static Map<String, Object> payload(Department asked) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("consulted", asked.name());
    return payload;
  }

  private static void told(Map<String, Object> payload, boolean shared, String key, String words) {
    if (shared) {
      payload.put(key, words);
    } else if (key.equals("consult_question")) {
      payload.put("consult_sm3", digest(words));
    }
  }

  private static String digest(String text) {
    return java.util.HexFormat.of().formatHex(Sm3.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static int number(String typed) {
    return typed.strip().matches("[0-9]{1,3}") ? Integer.parseInt(typed.strip()) : 0;
  }

  private static Optional<Refusal> length(
      String text, int least, int most, String field, String label) {
    int length = text.strip().length();
    if (length < least) {
      return Optional.of(new Refusal.Missing(field, "请填写%s（不少于 %d 个字）。".formatted(label, least)));
    }
    return length > most
        ? Optional.of(
            new Refusal.Missing(field, "%s请控制在 %d 字以内，现在是 %d 字。".formatted(label, most, length)))
        : Optional.empty();
  }
}
