package org.yongtong.catalogue.design;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.catalogue.Previews;
import org.yongtong.catalogue.edit.Heads;
import org.yongtong.catalogue.edit.OpenRevisions;
import org.yongtong.catalogue.edit.Opened;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionCheck;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** A draft as applicants would meet it: its guide with answers, its form with sample people. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
class TryController {

  private static final String PATH = "/desk/catalogue/revisions/{id}";

  private final OpenRevisions open;
  private final TryForm tries;
  private final Previews previews;
  private final FormDefects defects;
  private final Heads heads;

  TryController(
      OpenRevisions open, TryForm tries, Previews previews, FormDefects defects, Heads heads) {
    this.open = open;
    this.tries = tries;
    this.previews = previews;
    this.defects = defects;
    this.heads = heads;
  }

  @GetMapping(PATH + "/as-applicant")
  ModelAndView asApplicant(
      @PathVariable UUID id, HttpServletRequest request, @AuthenticationPrincipal SignedIn me) {
    Opened opened = opened(id, me);
    Revision revision = opened.revision();
    FormDefects.Result result = defects.of(revision.content());
    var guide =
        result.form().isPresent() && result.defects().isEmpty()
            ? previews
                .guide(
                    RevisionCheck.document(revision),
                    revision.department(),
                    request.getParameterMap())
                .orElse(null)
            : null;
    return new ModelAndView(
        "catalogue/design/as-applicant",
        Map.of("page", new AsApplicantPage(heads.of(opened), guide)));
  }

  @GetMapping(PATH + "/try")
  ModelAndView choose(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String who,
      @AuthenticationPrincipal SignedIn me) {
    return page(tries.page(opened(id, me), who, null));
  }

  /** The form with what was filled in; nothing is kept. */
  @PostMapping(PATH + "/try")
  ModelAndView fill(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String who,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn me) {
    return page(tries.page(opened(id, me), who, request.getParameterMap()));
  }

  private Opened opened(UUID id, SignedIn me) {
    Opened opened = open.open(id, me);
    if (!opened.hasForm()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return opened;
  }

  private static ModelAndView page(TryPage page) {
    return new ModelAndView("catalogue/design/try", Map.of("page", page));
  }
}
