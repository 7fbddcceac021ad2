package org.yongtong.catalogue.edit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.catalogue.Previews;
import org.yongtong.catalogue.revise.Purpose;
import org.yongtong.catalogue.revise.RevisionCheck;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** What a revision changes, and the guide as the applicant would see it. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
class PreviewController {

  private final OpenRevisions open;
  private final Previews previews;
  private final Compared compared;
  private final Heads heads;

  PreviewController(OpenRevisions open, Previews previews, Compared compared, Heads heads) {
    this.open = open;
    this.previews = previews;
    this.compared = compared;
    this.heads = heads;
  }

  @GetMapping("/desk/catalogue/revisions/{id}/preview")
  ModelAndView preview(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    Opened opened = text(id, me);
    return new ModelAndView(
        "catalogue/edit/preview",
        Map.of(
            "page",
            new PreviewPage(
                heads.of(opened),
                Nav.of(opened, "preview"),
                previews
                    .guide(
                        RevisionCheck.document(opened.revision()), opened.revision().department())
                    .orElse(null),
                opened.problems().size())));
  }

  @GetMapping("/desk/catalogue/revisions/{id}/differences")
  ModelAndView differences(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    Opened opened = text(id, me);
    boolean claimant = opened.lead() != null;
    return new ModelAndView(
        "catalogue/edit/differences",
        Map.of(
            "page",
            new DifferencesPage(
                heads.of(opened),
                Nav.of(opened, "differences"),
                opened.revision().purpose() == Purpose.SET_UP,
                compared.of(opened),
                claimant,
                claimant ? compared.fromLead(opened) : List.of())));
  }

  private Opened text(UUID id, SignedIn me) {
    Opened opened = open.open(id, me);
    if (!opened.revision().purpose().changesText()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return opened;
  }
}
