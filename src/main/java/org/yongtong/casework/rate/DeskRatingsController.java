package org.yongtong.casework.rate;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.casework.file.When;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.Ids;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Bad ratings: of the own department for its head, who answers them; all for the supervisor. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.HEAD, Role.SUPERVISOR})
class DeskRatingsController {

  private static final int PER_PAGE = 50;

  private final Ratings ratings;
  private final RateCase rate;
  private final CaseFiles files;
  private final CaseScope scope;
  private final Directory directory;
  private final Clock clock;

  DeskRatingsController(
      Ratings ratings,
      RateCase rate,
      CaseFiles files,
      CaseScope scope,
      Directory directory,
      Clock clock) {
    this.ratings = ratings;
    this.rate = rate;
    this.files = files;
    this.scope = scope;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping("/desk/ratings")
  String list(
      @RequestParam(defaultValue = "") String tab,
      @RequestParam(required = false) @Nullable UUID after,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    boolean answered = tab.equals("answered");
    Rating last = after == null ? null : ratings.findBad(after, me).orElse(null);
    List<Rating> some = ratings.bad(me, answered, last, PER_PAGE + 1);
    List<Rating> shown = some.subList(0, Math.min(PER_PAGE, some.size()));
    int waiting = ratings.waiting(me);
    model.addAttribute(
        "page",
        new DeskRatingsPage(
            answered,
            waiting >= 100 ? "99+" : String.valueOf(waiting),
            me.roles().contains(Role.SUPERVISOR),
            shown.stream().map(this::line).toList(),
            some.size() > PER_PAGE
                ? "/desk/ratings?tab=%s&after=%s"
                    .formatted(answered ? "answered" : "waiting", shown.getLast().caseId())
                : null));
    return "casework/rate/list";
  }

  private DeskRatingsPage.Line line(Rating rating) {
    return new DeskRatingsPage.Line(
        rating.caseId(),
        rating.itemName(),
        rating.number(),
        directory.findDepartment(rating.department()).map(Department::shortName).orElse(""),
        rating.level().word(),
        rating.level().tone(),
        String.join("、", rating.tags()),
        rating.told(),
        When.moment(rating.ratedAt()));
  }

  @GetMapping("/desk/ratings/{id}")
  String show(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    return page(id, "", null, null, done == null ? null : "回复已经发给评价人。", me, model);
  }

  @PostMapping("/desk/ratings/{id}/answer")
  @Allow(
      value = Who.STAFF,
      roles = {Role.HEAD})
  String answer(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String text,
      @RequestParam int version,
      @RequestParam UUID key,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    String plain = text.replace("\r\n", "\n");
    CaseResult result =
        rate.answer(new CaseActions.Request(id, version, key, "rating-answer:" + plain), plain, me);
    return switch (result) {
      case CaseResult.Done ignored -> "redirect:/desk/ratings/" + id + "?done=answered";
      case CaseResult.Refused(Refusal.NotYours ignored) -> throw notFound();
      case CaseResult.Refused(Refusal.Missing(var field, var message)) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield page(id, plain, message, null, null, me, model);
      }
      case CaseResult.Refused(var refusal) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield page(id, plain, null, refusal.message(), null, me, model);
      }
    };
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private String page(
      UUID id,
      String typed,
      @Nullable String problem,
      @Nullable String refused,
      @Nullable String notice,
      SignedIn me,
      Model model) {
    Rating rating = ratings.findBad(id, me).orElseThrow(DeskRatingsController::notFound);
    CaseFile file = files.find(id).orElseThrow(DeskRatingsController::notFound);
    model.addAttribute(
        "page",
        new DeskRatingPage(
            id,
            file.version(),
            Ids.next(clock),
            rating.itemName(),
            rating.number(),
            directory.findDepartment(rating.department()).map(Department::name).orElse(""),
            rating.level().word(),
            rating.level().tone(),
            String.join("、", rating.tags()),
            rating.told(),
            When.moment(rating.ratedAt()),
            rating.answer(),
            rating.answeredAt() == null ? "" : When.moment(rating.answeredAt()),
            rating.answer() == null && scope.parties(me, file).contains(Party.HEAD),
            "/desk/cases/" + id,
            typed,
            problem,
            refused,
            notice));
    return "casework/rate/rating";
  }
}
