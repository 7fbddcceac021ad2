package org.yongtong.casework.special;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Document;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Procedure;
import org.yongtong.casework.file.Refusal;
import org.yongtong.casework.file.When;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem.Special;
import org.yongtong.catalogue.StopRule;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.Ids;
import org.yongtong.platform.calendar.CalendarNotLoaded;
import org.yongtong.platform.calendar.WorkCalendar;

/**
 * Starts, prolongs and ends the special procedures that the version of the item names, and tells
 * the applicant in writing how long each takes (行政许可法 §45).
 */
@Component
class RunSpecial {

  private final CaseActions actions;
  private final CaseFiles files;
  private final Documents documents;
  private final PaperText text;
  private final Messages messages;
  private final Catalogue catalogue;
  private final Directory directory;
  private final Journal journal;
  private final WorkCalendar calendar;
  private final Clock clock;

  RunSpecial(
      CaseActions actions,
      CaseFiles files,
      Documents documents,
      PaperText text,
      Messages messages,
      Catalogue catalogue,
      Directory directory,
      Journal journal,
      WorkCalendar calendar,
      Clock clock) {
    this.actions = actions;
    this.files = files;
    this.documents = documents;
    this.text = text;
    this.messages = messages;
    this.catalogue = catalogue;
    this.directory = directory;
    this.journal = journal;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * As typed.
   *
   * @param which place of the procedure among those of the item
   * @param days "" = as the item says
   * @param body "" = as the item says
   */
  record Typed(String which, String days, String body, String reason) {}

  /** Those that the case's version of the item names, in its order. */
  List<Special> declared(CaseFile file) {
    return catalogue.version(file.itemVersion()).more().special();
  }

  String body(CaseFile file, Special special) {
    return directory
        .findDepartment(special.body() == null ? file.department() : special.body())
        .map(Department::name)
        .orElse("");
  }

  List<Procedure> running(CaseFile file) {
    return Procedure.of(journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())))
        .stream()
        .filter(Procedure::running)
        .toList();
  }

  CaseResult start(CaseActions.Request request, Typed typed, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.REVIEWER,
        (file, by) -> {
          Optional<Special> special = chosen(file, typed.which());
          Optional<Refusal> refusal = problem(special.orElse(null), typed);
          if (refusal.isPresent()) {
            return refusal;
          }
          Procedure.Order order = order(file, special.orElseThrow(), typed);
          refusal = file.startSpecial(by, order);
          if (refusal.isPresent()) {
            return refusal;
          }
          files.save(file);
          issue(file, paper(file, order), me);
          messages.tell(
              file,
              "special-" + order.id(),
              "您的办件启动了特别程序",
              "“%s”（%s）需要进行“%s”，计划 %d 个工作日，%s，见特别程序告知书。"
                  .formatted(
                      file.itemName(),
                      file.number(),
                      order.name(),
                      order.days(),
                      order.stops() ? "这段时间不计入办理期限" : "办理期限照常计算"));
          return Optional.empty();
        });
  }

  CaseResult prolong(
      CaseActions.Request request, String which, int days, String reason, SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.REVIEWER,
        (file, by) -> {
          Optional<Procedure> procedure = find(file, which);
          if (procedure.isEmpty()) {
            return Optional.of(new Refusal.Missing("which", "请选择要延长的特别程序。"));
          }
          Optional<Refusal> refusal =
              length(reason, 5, 500, "reason", "延长理由")
                  .or(() -> file.prolongSpecial(by, procedure.get(), days, reason.strip()));
          if (refusal.isPresent()) {
            return refusal;
          }
          files.save(file);
          issue(file, prolonging(file, procedure.get(), days, reason), me);
          messages.tell(
              file,
              "special-prolonged-" + procedure.get().id(),
              "特别程序的时间有延长",
              "“%s”（%s）的“%s”延长 %d 个工作日，原因见告知书。"
                  .formatted(file.itemName(), file.number(), procedure.get().name(), days));
          return Optional.empty();
        });
  }

  CaseResult end(
      CaseActions.Request request,
      String which,
      Procedure.@Nullable Result result,
      String words,
      SignedIn me) {
    return actions.perform(
        request,
        me,
        Party.REVIEWER,
        (file, by) -> {
          Optional<Procedure> procedure = find(file, which);
          if (procedure.isEmpty()) {
            return Optional.of(new Refusal.Missing("which", "请选择已经完成的特别程序。"));
          }
          if (result == null) {
            return Optional.of(new Refusal.Missing("result", "请选择结果。"));
          }
          Optional<Refusal> refusal =
              length(words, 2, 2000, "text", "结果说明")
                  .or(() -> file.endSpecial(by, procedure.get(), result, words.strip()));
          if (refusal.isPresent()) {
            return refusal;
          }
          files.save(file);
          LocalDate due = file.dueOn();
          messages.tell(
              file,
              "special-ended-" + procedure.get().id(),
              "特别程序已经结束",
              "“%s”（%s）的“%s”已经结束%s。"
                  .formatted(
                      file.itemName(),
                      file.number(),
                      procedure.get().name(),
                      file.stopped() || due == null
                          ? ""
                          : "，办理期限继续计算，最迟%s前作出决定".formatted(When.day(due))));
          return Optional.empty();
        });
  }

  /** The procedure that would be started; blanks are filled in from the item. */
  Procedure.Order order(CaseFile file, Special special, Typed typed) {
    StopRule rule = StopRule.of(special);
    return new Procedure.Order(
        Ids.next(clock).toString(),
        special.kind(),
        special.name(),
        rule.stops(),
        rule.basis(special),
        typed.body().isBlank() ? body(file, special) : typed.body().strip(),
        typed.days().isBlank() ? special.days() : days(typed.days()),
        typed.reason().strip());
  }

  /** The notice of {@link #start} as it goes out today. */
  Document.Content paper(CaseFile file, Procedure.Order order) {
    return text.special(file, order, after(LocalDate.now(clock), order.days()));
  }

  Document.Content prolonging(CaseFile file, Procedure procedure, int days, String reason) {
    return text.specialProlonged(
        file,
        procedure,
        days,
        reason,
        after(procedure.startedOn(), procedure.plannedDays() + days));
  }

  Optional<Special> chosen(CaseFile file, String which) {
    List<Special> all = declared(file);
    return which.matches("[0-9]{1,2}") && Integer.parseInt(which) < all.size()
        ? Optional.of(all.get(Integer.parseInt(which)))
        : Optional.empty();
  }

  Optional<Procedure> find(CaseFile file, String which) {
    return running(file).stream().filter(one -> one.id().equals(which)).findFirst();
  }

  static int days(String typed) {
    return typed.strip().matches("[0-9]{1,3}") ? Integer.parseInt(typed.strip()) : 0;
  }

  private static Optional<Refusal> problem(@Nullable Special special, Typed typed) {
    if (special == null) {
      return Optional.of(new Refusal.Missing("which", "请选择要启动的特别程序。"));
    }
    if (!typed.days().isBlank()
        && (days(typed.days()) < 1 || days(typed.days()) > special.days())) {
      return Optional.of(
          new Refusal.Missing(
              "days", "计划时间为 1 到 %d 个工作日，不能超过办事指南公布的时间。".formatted(special.days())));
    }
    if (typed.body().strip().length() > 100) {
      return Optional.of(new Refusal.Missing("body", "承担单位请控制在 100 字以内。"));
    }
    return length(typed.reason(), 5, 500, "reason", "启动的原因");
  }

  private void issue(CaseFile file, Document.Content content, SignedIn me) {
    documents.issue(file, DocumentKind.SPECIAL, content, me.account());
  }

  private @Nullable LocalDate after(LocalDate day, int workdays) {
    try {
      return calendar.plusWorkdays(day, workdays);
    } catch (CalendarNotLoaded missing) {
      return null;
    }
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
