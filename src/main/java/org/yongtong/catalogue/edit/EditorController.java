package org.yongtong.catalogue.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The pages on which an item's elements are written. */
@Controller
class EditorController {

  static final String FORM_TEXT = "form-text";

  private final OpenRevisions open;
  private final Writing writing;
  private final EditPages view;
  private final Pages pages;

  EditorController(OpenRevisions open, Writing writing, EditPages view, Pages pages) {
    this.open = open;
    this.writing = writing;
    this.view = view;
    this.pages = pages;
  }

  @GetMapping("/desk/catalogue/revisions/{id}/{page}")
  @Allow(
      value = Who.STAFF,
      roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
  ModelAndView page(
      @PathVariable UUID id,
      @PathVariable String page,
      @RequestParam(required = false) @Nullable String check,
      @RequestParam(required = false) @Nullable String saved,
      @AuthenticationPrincipal SignedIn me) {
    Opened opened = open.open(id, me);
    EditorPage on = written(opened, page);
    return view.show(opened, on, page, check != null || saved != null, saved != null);
  }

  @PostMapping("/desk/catalogue/revisions/{id}/{page}")
  @Allow(value = Who.STAFF, roles = Role.EDITOR)
  ModelAndView save(
      @PathVariable UUID id,
      @PathVariable String page,
      @RequestParam(defaultValue = "") String seen,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn me) {
    Opened opened = open.open(id, me);
    EditorPage on = written(opened, page);
    return save(opened, on, page, seen, stored -> on, request.getParameterMap(), me);
  }

  /** The form has a designer at its own address; here it is written as text. */
  private static EditorPage written(Opened opened, String page) {
    String key = page.equals(FORM_TEXT) ? LeadPages.FORM : page;
    return opened.page(key).orElseThrow(EditorController::unknown);
  }

  @GetMapping("/desk/catalogue/revisions/{id}/papers/{paper}")
  @Allow(
      value = Who.STAFF,
      roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
  ModelAndView paper(
      @PathVariable UUID id,
      @PathVariable String paper,
      @RequestParam(required = false) @Nullable String check,
      @RequestParam(required = false) @Nullable String saved,
      @AuthenticationPrincipal SignedIn me) {
    Opened opened = open.open(id, me);
    EditorPage on = paper(opened, paper);
    return view.show(opened, on, "papers/" + paper, check != null || saved != null, saved != null);
  }

  @PostMapping("/desk/catalogue/revisions/{id}/papers/{paper}")
  @Allow(value = Who.STAFF, roles = Role.EDITOR)
  ModelAndView savePaper(
      @PathVariable UUID id,
      @PathVariable String paper,
      @RequestParam(defaultValue = "") String seen,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn me) {
    Opened opened = open.open(id, me);
    EditorPage on = paper(opened, paper);
    Map<String, String> held = pages.held();
    return save(
        opened,
        on,
        "papers/" + paper,
        seen,
        stored -> Pages.paper(stored, paper, held).orElse(null),
        request.getParameterMap(),
        me);
  }

  private EditorPage paper(Opened opened, String paper) {
    if (opened.page(LeadPages.PAPERS).isEmpty()) {
      throw unknown();
    }
    return Pages.paper(opened.revision().content(), paper, pages.held())
        .orElseThrow(EditorController::unknown);
  }

  private ModelAndView save(
      Opened opened,
      EditorPage on,
      String key,
      String seen,
      java.util.function.Function<Map<String, Object>, @Nullable EditorPage> find,
      Map<String, String[]> sent,
      SignedIn me) {
    return switch (writing.save(opened.revision().id(), me, find, seen, sent, opened.lead())) {
      case Writing.Outcome.Saved ignored ->
          new ModelAndView("redirect:" + after(opened, on, key, sent));
      case Writing.Outcome.Unfit(var typed, var problems) ->
          view.refused(opened, on, key, typed, problems);
      case Writing.Outcome.Overtaken(var typed) ->
          view.overtaken(open.open(opened.revision().id(), me), on, key, typed, null);
      case Writing.Outcome.Closed(var refusal, var typed) -> {
        if (typed.isEmpty()) {
          throw unknown();
        }
        yield view.overtaken(
            open.open(opened.revision().id(), me), on, key, typed, refusal.message());
      }
    };
  }

  /** Back to the row that was moved, on to the next page, or to the same with its problems. */
  private static String after(
      Opened opened, EditorPage on, String key, Map<String, String[]> sent) {
    String button = Writing.button(sent);
    var move = Move.parse(button);
    if (move.isPresent()) {
      return opened.path() + "/" + key + "#" + encoded(move.get().anchor());
    }
    if (sent.containsKey("next")) {
      int at = opened.pages().indexOf(on);
      if (at >= 0 && at < opened.pages().size() - 1) {
        return opened.path() + "/" + opened.pages().get(at + 1).key();
      }
      return key.startsWith("papers/") ? opened.path() + "/papers" : opened.path();
    }
    return opened.path() + "/" + key + "?saved=1";
  }

  private static String encoded(String anchor) {
    return anchor.replace("[", "%5B").replace("]", "%5D");
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
