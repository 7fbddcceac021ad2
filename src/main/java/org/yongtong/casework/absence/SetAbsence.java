package org.yongtong.casework.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yongtong.casework.file.JournalWords;
import org.yongtong.casework.file.Refusal;
import org.yongtong.casework.file.When;
import org.yongtong.directory.Absences;
import org.yongtong.directory.Absences.Absence;
import org.yongtong.directory.Directory;
import org.yongtong.directory.StaffMember;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Act;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.Ids;
import org.yongtong.platform.web.Role;

/**
 * Sets and ends an absence with its delegate. The delegate is of the same department and holds the
 * same roles; nobody is a delegate while he is away himself, so that work is never passed on twice
 * or in a circle.
 */
@Component
public class SetAbsence {

  /** Roles whose work lies in the queue. */
  private static final Set<Role> WORK =
      EnumSet.of(Role.WINDOW, Role.REVIEWER, Role.DECIDER, Role.HEAD);

  private static final int LONGEST_DAYS = 180;

  private final Absences absences;
  private final Directory directory;
  private final Journal journal;
  private final Clock clock;

  SetAbsence(Absences absences, Directory directory, Journal journal, Clock clock) {
    this.absences = absences;
    this.directory = directory;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * What was typed.
   *
   * @param absent login, {@code delegate} likewise
   */
  public record Typed(
      String absent, String delegate, @Nullable LocalDate from, @Nullable LocalDate until) {}

  @Transactional
  public Optional<Refusal> set(Typed typed, SignedIn me) {
    Optional<StaffMember> absent = member(typed.absent(), me);
    if (absent.isEmpty() || !maySet(typed.absent(), me)) {
      return missing("absent", "请选择本部门谁外出；只有本人和机关负责人可以设定。");
    }
    Optional<StaffMember> delegate = member(typed.delegate(), me);
    if (delegate.isEmpty() || !canStandIn(absent.get(), delegate.get())) {
      return missing("delegate", "受委托人应当是本部门有同样岗位权限的另一个人。");
    }
    LocalDate from = typed.from();
    LocalDate until = typed.until();
    LocalDate today = LocalDate.now(clock);
    if (from == null || from.isBefore(today)) {
      return missing("from", "请填写外出的第一天，不早于今天。");
    }
    if (until == null || until.isBefore(from) || until.isAfter(from.plusDays(LONGEST_DAYS))) {
      return missing("until", "请填写外出的最后一天，不早于第一天，最长 %d 天。".formatted(LONGEST_DAYS));
    }
    String department = absent.get().department();
    absences.lock(department);
    for (Absence other : absences.of(department)) {
      if (other.untilDay().isBefore(from) || other.fromDay().isAfter(until)) {
        continue;
      }
      String span = "%s至%s".formatted(When.day(other.fromDay()), When.day(other.untilDay()));
      if (other.absent().equals(typed.absent())) {
        return missing("from", "%s已经设定过外出，时间不能重叠。".formatted(span));
      }
      if (other.absent().equals(typed.delegate())) {
        return missing("delegate", "这个人%s自己外出，不能受委托。".formatted(span));
      }
      if (other.delegate().equals(typed.absent())) {
        return missing("absent", "%s受别人委托办理，不能再委托出去；请先结束那一次委托。".formatted(span));
      }
    }
    var absence =
        new Absence(
            Ids.next(clock),
            typed.absent(),
            typed.delegate(),
            department,
            from,
            until,
            me.login(),
            clock.instant());
    absences.add(absence);
    record(absence, JournalWords.ABSENCE_SET, absent.get(), me);
    return Optional.empty();
  }

  /** Before its last day, by who is away or the head. */
  @Transactional
  public boolean end(UUID id, SignedIn me) {
    Optional<Absence> absence =
        absences
            .find(id)
            .filter(one -> one.department().equals(me.department()))
            .filter(one -> maySet(one.absent(), me));
    if (absence.isEmpty() || !absences.end(id)) {
      return false;
    }
    directory
        .findStaff(absence.get().absent())
        .ifPresent(who -> record(absence.get(), JournalWords.ABSENCE_ENDED, who, me));
    return true;
  }

  static boolean maySet(String absent, SignedIn me) {
    return absent.equals(me.login()) || me.roles().contains(Role.HEAD);
  }

  static boolean canStandIn(StaffMember absent, StaffMember delegate) {
    return !absent.login().equals(delegate.login())
        && absent.department().equals(delegate.department())
        && !work(absent).isEmpty()
        && delegate.roles().containsAll(work(absent));
  }

  private static Set<Role> work(StaffMember member) {
    var roles = EnumSet.noneOf(Role.class);
    member.roles().stream().filter(WORK::contains).forEach(roles::add);
    return roles;
  }

  private Optional<StaffMember> member(String login, SignedIn me) {
    return directory.findStaff(login).filter(one -> one.department().equals(me.department()));
  }

  private void record(Absence absence, String kind, StaffMember absent, SignedIn me) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("absent", absence.absent());
    payload.put("delegate", absence.delegate());
    payload.put("from", absence.fromDay().toString());
    payload.put("until", absence.untilDay().toString());
    journal.append(
        new Act(
            new Subject("staff", absent.id().toString()),
            kind,
            me.actor(),
            absent.division(),
            absent.department(),
            null,
            payload));
  }

  private static Optional<Refusal> missing(String field, String message) {
    return Optional.of(new Refusal.Missing(field, message));
  }
}
