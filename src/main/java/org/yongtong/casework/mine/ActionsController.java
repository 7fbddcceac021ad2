package org.yongtong.casework.mine;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
import org.yongtong.casework.deliver.DeliverCase;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Document;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.Ids;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** What the applicant does with a case: answer, correct, withdraw, take the result. */
@Controller
@Allow(Who.APPLICANT)
@RequestMapping("/my/cases/{id}")
class ActionsController {

  private final OwnCases own;
  private final CaseView view;
  private final FollowCase follow;
  private final DeliverCase deliver;
  private final Documents documents;
  private final Clock clock;

  ActionsController(
      OwnCases own,
      CaseView view,
      FollowCase follow,
      DeliverCase deliver,
      Documents documents,
      Clock clock) {
    this.own = own;
    this.view = view;
    this.follow = follow;
    this.deliver = deliver;
    this.documents = documents;
    this.clock = clock;
  }

  @PostMapping("/answer")
  String answer(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam int version,
      @RequestParam UUID key,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    CaseResult result =
        follow.answer(new CaseActions.Request(id, version, key, "answer:" + answer), answer, me);
    return switch (result) {
      case CaseResult.Done ignored -> "redirect:/my/cases/" + id + "?done=answered";
      case CaseResult.Refused(Refusal.Missing(var field, var message)) ->
          again(id, new CaseView.Said(null, null, answer, message), response, me, model);
      case CaseResult.Refused(var refusal) ->
          again(
              id,
              new CaseView.Said(null, refused(refusal).message(), answer, null),
              response,
              me,
              model);
    };
  }

  @GetMapping("/withdraw")
  String confirmWithdraw(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, Model model) {
    CaseFile file = own.own(id, me);
    return withdrawPage(file, "", null, model);
  }

  @PostMapping("/withdraw")
  String withdraw(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam int version,
      @RequestParam UUID key,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    CaseResult result =
        follow.withdraw(
            new CaseActions.Request(id, version, key, "withdraw:" + reason), reason, me);
    return switch (result) {
      case CaseResult.Done ignored -> "redirect:/my/cases/" + id + "?done=withdrawn";
      case CaseResult.Refused(Refusal.Missing(var field, var message)) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield withdrawPage(own.own(id, me), reason, message, model);
      }
      case CaseResult.Refused(var refusal) ->
          again(
              id,
              new CaseView.Said(null, refused(refusal).message(), "", null),
              response,
              me,
              model);
    };
  }

  /** Opens the correction: the same steps with only what was marked open. */
  @PostMapping("/correction")
  String correct(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    own.own(id, me);
    return follow
        .correctionDraft(id, me)
        .map(draft -> "redirect:/apply/drafts/" + draft.id() + "/form")
        .orElse("redirect:/my/cases/" + id);
  }

  /**
   * Takes the result: from now on it counts as delivered (行政许可法 §44), then shows the decision. The
   * key comes from the case, so that it is delivered once however often this is sent.
   */
  @PostMapping("/result")
  String result(
      @PathVariable UUID id,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    CaseFile file = own.own(id, me);
    UUID key = UUID.nameUUIDFromBytes(("deliver-online:" + id).getBytes(StandardCharsets.UTF_8));
    CaseResult result =
        deliver.online(new CaseActions.Request(id, file.version(), key, "deliver-online"), me);
    if (result instanceof CaseResult.Refused(var refusal) && !own.own(id, me).state().closed()) {
      return again(
          id, new CaseView.Said(null, refused(refusal).message(), "", null), response, me, model);
    }
    return documents.of(id).stream()
        .filter(
            document ->
                document.kind() == DocumentKind.APPROVAL || document.kind() == DocumentKind.REFUSAL)
        .map(Document::id)
        .reduce((first, last) -> last)
        .map(document -> "redirect:/my/cases/" + id + "/documents/" + document)
        .orElse("redirect:/my/cases/" + id);
  }

  private static Refusal refused(Refusal refusal) {
    if (refusal instanceof Refusal.NotYours) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return refusal;
  }

  private String again(
      UUID id, CaseView.Said said, HttpServletResponse response, SignedIn me, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("page", view.of(own.own(id, me), said));
    return "casework/mine/case";
  }

  private String withdrawPage(CaseFile file, String reason, @Nullable String problem, Model model) {
    model.addAttribute(
        "page",
        new WithdrawPage(
            file.id(),
            file.version(),
            Ids.next(clock),
            file.itemName(),
            file.number(),
            reason,
            problem));
    return "casework/mine/withdraw";
  }
}
