package org.yongtong.casework.absence;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.file.Refusal;
import org.yongtong.casework.file.When;
import org.yongtong.directory.Absences;
import org.yongtong.directory.Absences.Absence;
import org.yongtong.directory.Directory;
import org.yongtong.directory.StaffMember;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The page of absences: one's own, for the head those of the department. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.WINDOW, Role.REVIEWER, Role.DECIDER, Role.HEAD})
class AbsenceController implements MenuEntry.Source {

  private final SetAbsence set;
  private final Absences absences;
  private final Directory directory;
  private final Clock clock;

  AbsenceController(SetAbsence set, Absences absences, Directory directory, Clock clock) {
    this.set = set;
    this.absences = absences;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public List<MenuEntry> menu() {
    return List.of(
        new MenuEntry(
            115,
            "外出委托",
            "/desk/absence",
            "users",
            Role.WINDOW,
            Role.REVIEWER,
            Role.DECIDER,
            Role.HEAD));
  }

  @GetMapping("/desk/absence")
  ModelAndView show(
      @RequestParam(required = false) @Nullable String done, @AuthenticationPrincipal SignedIn me) {
    String said = "set".equals(done) ? "外出委托已设定，到期自动结束。" : "end".equals(done) ? "外出委托已结束。" : "";
    String own = me.roles().contains(Role.HEAD) ? "" : me.login();
    return page(me, new SetAbsence.Typed(own, "", LocalDate.now(clock), null), said, Map.of(), 200);
  }

  @PostMapping("/desk/absence")
  ModelAndView set(
      @RequestParam(defaultValue = "") String absent,
      @RequestParam(defaultValue = "") String delegate,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @AuthenticationPrincipal SignedIn me) {
    var typed = new SetAbsence.Typed(absent, delegate, day(from), day(until));
    Optional<Refusal> refusal = set.set(typed, me);
    if (refusal.isEmpty()) {
      return new ModelAndView("redirect:/desk/absence?done=set");
    }
    Map<String, String> problems =
        refusal.get() instanceof Refusal.Missing(String field, String message)
            ? Map.of(field, message)
            : Map.of("absent", refusal.get().message());
    return page(me, typed, "", problems, 422);
  }

  @PostMapping("/desk/absence/end")
  ModelAndView end(@RequestParam UUID id, @AuthenticationPrincipal SignedIn me) {
    if (!set.end(id, me)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return new ModelAndView("redirect:/desk/absence?done=end");
  }

  private ModelAndView page(
      SignedIn me, SetAbsence.Typed typed, String done, Map<String, String> problems, int status) {
    String department = me.department() == null ? "" : me.department();
    Map<String, String> people = new LinkedHashMap<>();
    Map<String, String> delegates = new LinkedHashMap<>();
    List<StaffMember> staff = directory.staffOf(department);
    for (StaffMember one : staff) {
      String name = "%s（%s）".formatted(one.name(), one.post());
      if (SetAbsence.maySet(one.login(), me)
          && staff.stream().anyMatch(other -> SetAbsence.canStandIn(one, other))) {
        people.put(one.login(), name);
      }
      if (staff.stream()
          .anyMatch(
              other -> SetAbsence.maySet(other.login(), me) && SetAbsence.canStandIn(other, one))) {
        delegates.put(one.login(), name);
      }
    }
    LocalDate today = LocalDate.now(clock);
    List<AbsencePage.Row> rows =
        absences.of(department).stream().map(one -> row(one, today, me)).toList();
    return new ModelAndView(
        "casework/absence/absence",
        Map.of(
            "page",
            new AbsencePage(
                rows,
                people,
                delegates,
                typed.absent(),
                typed.delegate(),
                typed.from() == null ? "" : typed.from().toString(),
                typed.until() == null ? "" : typed.until().toString(),
                done,
                problems)),
        HttpStatusCode.valueOf(status));
  }

  private AbsencePage.Row row(Absence one, LocalDate today, SignedIn me) {
    return new AbsencePage.Row(
        one.id().toString(),
        name(one.absent()),
        name(one.delegate()),
        "%s至%s".formatted(When.day(one.fromDay()), When.day(one.untilDay())),
        one.on(today) ? "正在外出" : "还没有开始",
        one.on(today) ? "near" : "neutral",
        SetAbsence.maySet(one.absent(), me));
  }

  private String name(String login) {
    return directory.findStaff(login).map(StaffMember::name).orElse(login);
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException wrong) {
      return null;
    }
  }
}
