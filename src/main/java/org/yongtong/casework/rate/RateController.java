package org.yongtong.casework.rate;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.Ids;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** An applicant rates an own case that is finished. */
@Controller
@Allow(Who.APPLICANT)
@RequestMapping("/my/cases/{id}/rating")
class RateController {

  private final CaseFiles files;
  private final CaseScope scope;
  private final RateCase rate;
  private final Ratings ratings;
  private final Clock clock;

  RateController(CaseFiles files, CaseScope scope, RateCase rate, Ratings ratings, Clock clock) {
    this.files = files;
    this.scope = scope;
    this.rate = rate;
    this.ratings = ratings;
    this.clock = clock;
  }

  @GetMapping
  String form(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, Model model) {
    CaseFile file = own(id, me);
    if (!RateCase.ratable(file) || ratings.ofCase(id).isPresent()) {
      return "redirect:/my/cases/" + id;
    }
    return page(file, new RateCase.Said("", List.of(), ""), Map.of(), null, model);
  }

  @PostMapping
  String rate(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(required = false) String @Nullable [] tag,
      @RequestParam(defaultValue = "") String text,
      @RequestParam int version,
      @RequestParam UUID key,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    List<String> tags = tag == null ? List.of() : Arrays.asList(tag);
    String plain = text.replace("\r\n", "\n");
    var said = new RateCase.Said(level, tags, plain);
    CaseResult result =
        rate.rate(
            new CaseActions.Request(
                id, version, key, "rate:%s:%s:%s".formatted(level, tags, plain)),
            said,
            me);
    return switch (result) {
      case CaseResult.Done ignored -> "redirect:/my/cases/" + id + "?done=rated";
      case CaseResult.Refused(Refusal.NotYours ignored) -> throw notFound();
      case CaseResult.Refused(Refusal.Missing(var field, var message)) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield page(own(id, me), said, Map.of(field, message), null, model);
      }
      case CaseResult.Refused(var refusal) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield page(own(id, me), said, Map.of(), refusal.message(), model);
      }
    };
  }

  private CaseFile own(UUID id, SignedIn me) {
    return files
        .find(id)
        .filter(file -> scope.sees(me, file))
        .orElseThrow(RateController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private String page(
      CaseFile file,
      RateCase.Said said,
      Map<String, String> problems,
      @Nullable String refused,
      Model model) {
    model.addAttribute(
        "page",
        new RatePage(
            file.id(),
            file.version(),
            Ids.next(clock),
            file.itemName(),
            file.number(),
            Arrays.stream(RatingLevel.values())
                .map(level -> new RatePage.Choice(String.valueOf(level.points()), level.word()))
                .toList(),
            choices(true),
            choices(false),
            said.level(),
            said.tags(),
            said.text(),
            problems,
            refused));
    return "casework/rate/rate";
  }

  private static List<RatePage.Choice> choices(boolean praise) {
    return RatingTag.praise(praise).stream()
        .map(tag -> new RatePage.Choice(tag.name(), tag.word()))
        .toList();
  }
}
