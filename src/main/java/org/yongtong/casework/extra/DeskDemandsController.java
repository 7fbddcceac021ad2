package org.yongtong.casework.extra;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.file.When;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.file.FileServing;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Reports at the desk: the supervisor's work list, and what a department is asked about. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.HEAD, Role.SUPERVISOR})
class DeskDemandsController {

  private static final int PER_PAGE = 50;
  private static final Set<DemandState> CLOSED =
      EnumSet.of(DemandState.FOUNDED, DemandState.UNFOUNDED);

  private final ExtraDemands demands;
  private final HandleExtraDemand handle;
  private final DemandScreen screen;
  private final Directory directory;
  private final FileStore store;
  private final FileServing serving;

  DeskDemandsController(
      ExtraDemands demands,
      HandleExtraDemand handle,
      DemandScreen screen,
      Directory directory,
      FileStore store,
      FileServing serving) {
    this.demands = demands;
    this.handle = handle;
    this.screen = screen;
    this.directory = directory;
    this.store = store;
    this.serving = serving;
  }

  @GetMapping("/desk/extra-demands")
  String list(
      @RequestParam(defaultValue = "") String tab,
      @RequestParam(required = false) @Nullable UUID after,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    boolean supervisor = me.roles().contains(Role.SUPERVISOR);
    String current =
        tab.matches("open|asked|answered|closed") ? tab : supervisor ? "open" : "asked";
    ExtraDemand last = after == null ? null : demands.find(after, me, false).orElse(null);
    List<ExtraDemand> some = demands.list(me, states(current), last, PER_PAGE + 1);
    List<ExtraDemand> shown = some.subList(0, Math.min(PER_PAGE, some.size()));
    model.addAttribute(
        "page",
        new DeskDemandsPage(
            tabs(demands.counts(me), supervisor),
            current,
            shown.stream().map(this::line).toList(),
            empty(current),
            some.size() > PER_PAGE
                ? "/desk/extra-demands?tab=%s&after=%s".formatted(current, shown.getLast().id())
                : null));
    return "casework/extra/list";
  }

  private static Set<DemandState> states(String tab) {
    return switch (tab) {
      case "open" -> EnumSet.of(DemandState.OPEN);
      case "asked" -> EnumSet.of(DemandState.ASKED);
      case "answered" -> EnumSet.of(DemandState.ANSWERED);
      default -> CLOSED;
    };
  }

  private static List<DeskDemandsPage.Tab> tabs(
      Map<DemandState, Integer> counts, boolean supervisor) {
    List<DeskDemandsPage.Tab> tabs = new ArrayList<>();
    if (supervisor) {
      tabs.add(tab("open", "待处理", counts.get(DemandState.OPEN)));
    }
    tabs.add(tab("asked", supervisor ? "等部门答复" : "待本部门答复", counts.get(DemandState.ASKED)));
    tabs.add(tab("answered", supervisor ? "待认定" : "已答复", counts.get(DemandState.ANSWERED)));
    tabs.add(new DeskDemandsPage.Tab("closed", "已办结", ""));
    return tabs;
  }

  private static DeskDemandsPage.Tab tab(String key, String word, @Nullable Integer count) {
    int some = count == null ? 0 : count;
    return new DeskDemandsPage.Tab(key, word, some >= 100 ? "99+" : String.valueOf(some));
  }

  private static String empty(String tab) {
    return switch (tab) {
      case "open" -> "没有新的举报。";
      case "asked" -> "没有等待部门答复的举报。";
      case "answered" -> "没有等待认定的举报。";
      default -> "还没有办结的举报。";
    };
  }

  private DeskDemandsPage.Line line(ExtraDemand demand) {
    DemandScreen.Clock clock = screen.clock(demand);
    return new DeskDemandsPage.Line(
        demand.id(),
        demand.number(),
        demand.itemName(),
        directory.department(demand.department()).name(),
        demand.state().word(),
        demand.state().tone(),
        clock.word(),
        clock.tone(),
        When.moment(demand.reportedAt()));
  }

  @GetMapping("/desk/extra-demands/{id}")
  String show(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    model.addAttribute("page", screen.page(own(id, me), me, DemandScreen.Said.done(done != null)));
    return "casework/extra/demand";
  }

  @GetMapping("/desk/extra-demands/{id}/evidence")
  ResponseEntity<Resource> evidence(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    ExtraDemand demand = own(id, me);
    String hash = demand.evidence();
    String name = demand.evidenceName();
    if (hash == null || name == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return store
        .find(hash)
        .map(file -> serving.inert(file, name, true))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/desk/extra-demands/{id}/ask")
  @Allow(value = Who.STAFF, roles = Role.SUPERVISOR)
  ModelAndView ask(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String text,
      @AuthenticationPrincipal SignedIn me) {
    return step(id, DemandStep.ASK, version, text, me);
  }

  @PostMapping("/desk/extra-demands/{id}/answer")
  @Allow(value = Who.STAFF, roles = Role.HEAD)
  ModelAndView answer(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String text,
      @AuthenticationPrincipal SignedIn me) {
    return step(id, DemandStep.ANSWER, version, text, me);
  }

  @PostMapping("/desk/extra-demands/{id}/finding")
  @Allow(value = Who.STAFF, roles = Role.SUPERVISOR)
  ModelAndView find(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String finding,
      @RequestParam(defaultValue = "") String text,
      @AuthenticationPrincipal SignedIn me) {
    return switch (finding) {
      case "founded" -> step(id, DemandStep.FOUND, version, text, me);
      case "unfounded" -> step(id, DemandStep.DISMISS, version, text, me);
      default ->
          again(own(id, me), me, new DemandScreen.Said(false, "请选择属实还是不属实。", text, "finding"), 422);
    };
  }

  private ModelAndView step(UUID id, DemandStep step, int version, String text, SignedIn me) {
    String failed =
        step == DemandStep.FOUND || step == DemandStep.DISMISS
            ? "finding"
            : step == DemandStep.ASK ? "ask" : "answer";
    return switch (handle.step(id, step, version, text, me)) {
      case HandleExtraDemand.Result.Done ignored ->
          new ModelAndView("redirect:/desk/extra-demands/" + id + "?done");
      case HandleExtraDemand.Result.NotFound ignored ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case HandleExtraDemand.Result.NotNow(String message) ->
          again(own(id, me), me, new DemandScreen.Said(false, message, text, failed), 409);
      case HandleExtraDemand.Result.Wrong(String message) ->
          again(own(id, me), me, new DemandScreen.Said(false, message, text, failed), 422);
    };
  }

  private ModelAndView again(ExtraDemand demand, SignedIn me, DemandScreen.Said said, int status) {
    return new ModelAndView(
        "casework/extra/demand",
        Map.of("page", screen.page(demand, me, said)),
        HttpStatusCode.valueOf(status));
  }

  private ExtraDemand own(UUID id, SignedIn me) {
    return demands
        .find(id, me, false)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
