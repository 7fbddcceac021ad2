package org.yongtong.catalogue.edit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.revise.Purpose;
import org.yongtong.catalogue.revise.Refusal;
import org.yongtong.catalogue.revise.Revision;
import org.yongtong.catalogue.revise.RevisionActions;
import org.yongtong.catalogue.revise.StartRevision;
import org.yongtong.catalogue.revise.Terms;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The page on which an editor says why, on what basis, from when and for whom. */
@Controller
class TermsController {

  private static final int LONGEST = 1_000;

  private final OpenRevisions open;
  private final RevisionActions actions;
  private final StartRevision start;
  private final BodyChoice bodies;
  private final Heads heads;
  private final Clock clock;

  TermsController(
      OpenRevisions open,
      RevisionActions actions,
      StartRevision start,
      BodyChoice bodies,
      Heads heads,
      Clock clock) {
    this.open = open;
    this.actions = actions;
    this.start = start;
    this.bodies = bodies;
    this.heads = heads;
    this.clock = clock;
  }

  @GetMapping("/desk/catalogue/revisions/{id}/terms")
  @Allow(
      value = Who.STAFF,
      roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
  ModelAndView terms(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String saved,
      @AuthenticationPrincipal SignedIn me) {
    Opened opened = open.open(id, me);
    return page(
        opened,
        me,
        opened.revision().terms(),
        Map.of(),
        saved == null ? null : "已保存。",
        null,
        HttpStatus.OK);
  }

  /** As it was typed; the day may be no day. */
  private record Typed(Terms terms, Map<String, String> problems) {}

  @PostMapping("/desk/catalogue/revisions/{id}/terms")
  @Allow(value = Who.STAFF, roles = Role.EDITOR)
  ModelAndView save(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String basis,
      @RequestParam(name = "wished_on", defaultValue = "") String wished,
      @RequestParam(defaultValue = "") String successor,
      @RequestParam(name = "body", defaultValue = "") String[] one,
      @RequestParam(name = "all", defaultValue = "") String[] all,
      @RequestParam(required = false) @Nullable String next,
      @AuthenticationPrincipal SignedIn me) {
    Opened opened = open.open(id, me);
    Revision revision = opened.revision();
    Typed typed =
        typed(
            revision,
            reason,
            basis,
            wished,
            successor,
            revision.purpose() == Purpose.CANCEL ? successors(revision, me) : Map.of(),
            revision.purpose().sendsDown() ? bodies.chosen(revision.item(), one, all) : List.of());
    if (!typed.problems().isEmpty()) {
      return page(
          opened,
          me,
          typed.terms(),
          typed.problems(),
          null,
          null,
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var result =
        actions.write(
            id,
            me,
            (stored, by) -> {
              if (!fingerprint(stored.terms()).equals(seen)) {
                return Optional.of(new Refusal.Rule("%s刚刚保存了修订说明。".formatted(stored.changedBy())));
              }
              return stored.agree(by, typed.terms());
            });
    return result.fold(
        done ->
            new ModelAndView(
                "redirect:"
                    + opened.path()
                    + (next == null
                        ? "/terms?saved=1"
                        : opened.pages().isEmpty() ? "" : "/" + opened.pages().getFirst().key())),
        refusal -> {
          if (refusal instanceof Refusal.NotYours) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
          }
          return page(
              open.open(id, me),
              me,
              typed.terms(),
              Map.of(),
              null,
              refusal.message(),
              HttpStatus.CONFLICT);
        });
  }

  private Typed typed(
      Revision revision,
      String reason,
      String basis,
      String wished,
      String successor,
      Map<String, String> successors,
      List<String> chosen) {
    boolean replaced = revision.purpose() == Purpose.CANCEL && !successor.isBlank();
    var problems = new LinkedHashMap<String, String>();
    LocalDate day = null;
    if (!wished.isBlank()) {
      try {
        day = LocalDate.parse(wished.strip());
      } catch (DateTimeParseException wrong) {
        problems.put("wished_on", "请按 2026-12-04 的样子填写日期。");
      }
    }
    if (reason.length() > LONGEST) {
      problems.put("reason", "修订理由最多 %d 个字。".formatted(LONGEST));
    }
    if (basis.length() > LONGEST) {
      problems.put("basis", "依据最多 %d 个字。".formatted(LONGEST));
    }
    if (replaced && !successors.containsKey(successor)) {
      problems.put("successor", "请在列出的事项里选择接替的事项。");
    }
    return new Typed(
        new Terms(
            reason.strip(),
            basis.isBlank() ? null : basis.strip(),
            day,
            replaced ? successor : null,
            chosen,
            revision.terms().withDefaults()),
        problems);
  }

  private static String fingerprint(Terms terms) {
    return Integer.toHexString(
        java.util.Objects.hash(
            terms.reason(), terms.basis(), terms.wishedOn(), terms.successor(), terms.bodies()));
  }

  private ModelAndView page(
      Opened opened,
      SignedIn me,
      Terms terms,
      Map<String, String> problems,
      @Nullable String said,
      @Nullable String conflict,
      HttpStatusCode status) {
    Revision revision = opened.revision();
    var day = terms.wishedOn();
    return new ModelAndView(
        "catalogue/edit/terms",
        Map.of(
            "page",
            new TermsPage(
                heads.of(opened),
                Nav.of(opened, "terms"),
                revision.purpose().sentence(),
                terms.reason(),
                java.util.Objects.requireNonNullElse(terms.basis(), ""),
                day == null ? "" : day.toString(),
                LocalDate.now(clock).toString(),
                revision.purpose().sendsDown() || revision.purpose() == Purpose.CANCEL,
                revision.purpose() == Purpose.CANCEL ? successors(revision, me) : Map.of(),
                java.util.Objects.requireNonNullElse(terms.successor(), ""),
                revision.purpose().sendsDown()
                    ? bodies.counties(revision.item(), terms.bodies())
                    : List.of(),
                terms.bodies().size(),
                fingerprint(revision.terms()),
                problems,
                said,
                conflict,
                opened.writable())),
        status);
  }

  private Map<String, String> successors(Revision revision, SignedIn me) {
    var names = new LinkedHashMap<String, String>();
    for (ItemHead head : start.ownLeads(me)) {
      if (!head.id().equals(revision.item())) {
        names.put(head.id(), head.name());
      }
    }
    return names;
  }
}
