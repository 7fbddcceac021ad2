package org.yongtong.catalogue.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.catalogue.revise.Action;
import org.yongtong.catalogue.revise.CheckRevision;
import org.yongtong.catalogue.revise.LifeCycle;
import org.yongtong.catalogue.revise.Party;
import org.yongtong.catalogue.revise.Refusal;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionActions;
import org.yongtong.catalogue.revise.RevisionResult;
import org.yongtong.catalogue.revise.SubmitRevision;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The steps of a revision: sent on, passed, approved, sent back, taken back, given up. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER})
class FlowController {

  private static final String BASE = "/desk/catalogue/revisions/{id}/";

  /** Last part of the address → step. */
  private static final Map<String, Action> STEPS =
      Map.of(
          "submit", Action.SUBMIT,
          "withdraw", Action.WITHDRAW,
          "discard", Action.DISCARD,
          "department-check", Action.PASS_DEPARTMENT,
          "legal-check", Action.PASS_LEGAL,
          "approval", Action.APPROVE,
          "return", Action.RETURN);

  /** Steps that need a word. */
  static final Set<Action> WITH_REASON = Set.of(Action.DISCARD, Action.PASS_LEGAL);

  private final OpenRevisions open;
  private final SubmitRevision submit;
  private final CheckRevision check;
  private final FlowPages view;
  private final Clock clock;

  FlowController(
      OpenRevisions open, SubmitRevision submit, CheckRevision check, FlowPages view, Clock clock) {
    this.open = open;
    this.submit = submit;
    this.check = check;
    this.view = view;
    this.clock = clock;
  }

  static String path(Action action) {
    return STEPS.entrySet().stream()
        .filter(step -> step.getValue() == action)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  @GetMapping({
    BASE + "submit",
    BASE + "withdraw",
    BASE + "discard",
    BASE + "department-check",
    BASE + "legal-check",
    BASE + "approval",
    BASE + "return"
  })
  ModelAndView form(
      @PathVariable UUID id, HttpServletRequest request, @AuthenticationPrincipal SignedIn me) {
    Opened opened = open.open(id, me);
    Action action = action(request);
    Party as = as(opened, action);
    var typed = FlowPages.Typed.fresh(opened.revision());
    if (as == null) {
      return refused(
          opened,
          action,
          typed,
          new Refusal.NotNow(
              opened.revision().state(),
              action,
              LifeCycle.allowed(opened.revision().state(), opened.parties())));
    }
    return page(view.of(opened, action, typed), HttpStatus.OK);
  }

  @PostMapping({
    BASE + "submit",
    BASE + "withdraw",
    BASE + "discard",
    BASE + "department-check",
    BASE + "legal-check",
    BASE + "approval",
    BASE + "return"
  })
  ModelAndView act(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String opinion,
      @RequestParam(name = "effective_on", defaultValue = "") String day,
      @RequestParam(required = false) @Nullable String defaults,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn me) {
    Opened opened = open.open(id, me);
    Action action = action(request);
    var typed =
        new FlowPages.Typed(version, key, opinion, day, defaults != null, FlowPages.marks(request));
    var asked =
        new RevisionActions.Request(
            id,
            version,
            key,
            String.join(
                "\n",
                action.name(),
                opinion,
                day,
                String.valueOf(defaults),
                typed.marks().toString()));
    RevisionResult result = carryOut(opened, action, asked, typed, me);
    return result.fold(
        done -> new ModelAndView("redirect:%s?done=%s".formatted(opened.path(), action)),
        refusal -> refused(open.open(id, me), action, typed, refusal));
  }

  private RevisionResult carryOut(
      Opened opened,
      Action action,
      RevisionActions.Request asked,
      FlowPages.Typed typed,
      SignedIn me) {
    return switch (action) {
      case SUBMIT -> submit.submit(asked, me);
      case WITHDRAW -> submit.withdraw(asked, typed.opinion(), me);
      case DISCARD -> submit.discard(asked, typed.opinion(), me);
      case PASS_DEPARTMENT -> check.passDepartment(asked, typed.opinion(), me);
      case PASS_LEGAL -> check.passLegal(asked, typed.opinion(), me);
      case APPROVE -> check.approve(asked, day(typed.day()), typed.defaults(), typed.opinion(), me);
      default ->
          check.sendBack(
              asked,
              Objects.requireNonNullElse(as(opened, action), Party.CHECKER),
              marks(opened, typed),
              me);
    };
  }

  private List<Revision.Mark> marks(Opened opened, FlowPages.Typed typed) {
    PlaceWords words = opened.words();
    var marks = new ArrayList<Revision.Mark>();
    typed
        .marks()
        .forEach(
            (place, reason) -> marks.add(new Revision.Mark(place, words.label(place), reason)));
    if (!typed.opinion().isBlank()) {
      marks.add(0, new Revision.Mark("", "总的意见", typed.opinion()));
    }
    return marks;
  }

  /** The capacity in which this viewer may do it now. */
  private static @Nullable Party as(Opened opened, Action action) {
    return Arrays.stream(Party.values())
        .filter(opened.parties()::contains)
        .filter(party -> LifeCycle.find(opened.revision().state(), action, party).isPresent())
        .findFirst()
        .orElse(null);
  }

  private @Nullable LocalDate day(String text) {
    try {
      return text.isBlank() ? LocalDate.now(clock) : LocalDate.parse(text.strip());
    } catch (DateTimeParseException wrong) {
      return null;
    }
  }

  private ModelAndView refused(
      Opened opened, Action action, FlowPages.Typed typed, Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotYours ignored -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case Refusal.NotNow ignored ->
          page(view.conflict(opened, action, typed, refusal.message()), HttpStatus.CONFLICT);
      case Refusal.Changed ignored ->
          page(view.conflict(opened, action, typed, refusal.message()), HttpStatus.CONFLICT);
      case Refusal.Missing(String field, String message) ->
          page(
              view.refused(opened, action, typed, field, message),
              HttpStatus.UNPROCESSABLE_CONTENT);
      default ->
          page(
              view.refused(opened, action, typed, "", refusal.message()),
              HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  private static ModelAndView page(ActionPage page, HttpStatusCode status) {
    return new ModelAndView("catalogue/edit/action", Map.of("page", page), status);
  }

  private static Action action(HttpServletRequest request) {
    String path = request.getRequestURI();
    Action action = STEPS.get(path.substring(path.lastIndexOf('/') + 1));
    if (action == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return action;
  }
}
