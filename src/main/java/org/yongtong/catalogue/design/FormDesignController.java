package org.yongtong.catalogue.design;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
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
import org.yongtong.catalogue.design.Drafting.Outcome;
import org.yongtong.catalogue.design.FormDesignPages.Look;
import org.yongtong.catalogue.edit.OpenRevisions;
import org.yongtong.catalogue.edit.Opened;
import org.yongtong.catalogue.edit.PageView.Change;
import org.yongtong.catalogue.edit.Place;
import org.yongtong.catalogue.revise.Refusal;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The form designer of a revision. */
@Controller
class FormDesignController {

  private static final String PATH = "/desk/catalogue/revisions/{id}/form";

  private final OpenRevisions open;
  private final FormActs acts;
  private final FormDesignPages pages;

  FormDesignController(OpenRevisions open, FormActs acts, FormDesignPages pages) {
    this.open = open;
    this.acts = acts;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Allow(
      value = Who.STAFF,
      roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
  ModelAndView form(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String field,
      @RequestParam(defaultValue = "") String section,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "phone") String width,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(required = false) @Nullable String saved,
      @RequestParam(required = false) @Nullable String undone,
      @RequestParam(defaultValue = "0") int dropped,
      @AuthenticationPrincipal SignedIn me) {
    String said =
        saved != null
            ? "已保存。"
            : undone != null
                ? "已撤销。"
                : dropped > 0 ? "已插入。有 %d 条规则用到原来那张表的字段，这里没有，没有带过来。".formatted(dropped) : null;
    return page(
        opened(id, me),
        new Look(
            field,
            section,
            place,
            width.equals("desk"),
            null,
            Map.of(),
            from,
            item,
            said,
            Map.of(),
            null),
        HttpStatus.OK);
  }

  /** Every button of the designer; nothing is kept of what would make the form wrong. */
  @PostMapping(PATH)
  @Allow(value = Who.STAFF, roles = Role.EDITOR)
  ModelAndView act(
      @PathVariable UUID id,
      @RequestParam(name = "do", defaultValue = "save") String button,
      @RequestParam(defaultValue = "") String field,
      @RequestParam(defaultValue = "") String section,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn me) {
    Map<String, String[]> sent = request.getParameterMap();
    Look look = Look.at(field, section);
    if (button.equals("draw")) { // another row of a rule, another kind: nothing is kept yet
      return page(opened(id, me), look.refused(sent, Map.of(), null), HttpStatus.OK);
    }
    Opened before = opened(id, me);
    boolean typed = button.equals("save");
    return switch (acts.act(id, me, button, sent)) {
      case Outcome.Done(var query) ->
          new ModelAndView("redirect:" + before.path() + "/form" + query);
      case Outcome.Refused(var problems) ->
          page(
              before,
              typed
                  ? look.refused(sent, problems, null)
                  : new Look(
                      field, section, "", false, null, Map.of(), null, "", null, problems, null),
              HttpStatus.UNPROCESSABLE_CONTENT);
      case Outcome.Overtaken ignored -> {
        Opened now = opened(id, me);
        yield page(
            now,
            look.refused(sent, Map.of(), changes(now, field, section, sent)),
            HttpStatus.CONFLICT);
      }
      case Outcome.Closed(Refusal refusal) ->
          page(
              opened(id, me),
              look.refused(sent, Map.of("", refusal.message()), null),
              HttpStatus.CONFLICT);
    };
  }

  /** What is stored now beside what was typed. */
  private static List<Change> changes(
      Opened now, String field, String section, Map<String, String[]> sent) {
    Map<String, Object> stored = now.revision().content();
    Map<String, Object> typed = Place.copy(stored);
    var form = new FormDraft(typed);
    FormDraft.Found row = field.isEmpty() ? form.section(section) : form.field(field);
    if (row != null && field.isEmpty()) {
      FieldInput.section(sent, row.map(), FormFields.of(typed, null));
    } else if (row != null) {
      FieldInput.field(
          sent, row.map(), FormFields.of(typed, row.group()), row.group() != null, form.ids());
    }
    return FormDesignPages.changes(stored, typed);
  }

  /** The preview with what was typed into it; nothing is kept. */
  @PostMapping(PATH + "/preview")
  @Allow(
      value = Who.STAFF,
      roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
  ModelAndView preview(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String field,
      @RequestParam(defaultValue = "") String section,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn me) {
    return page(
        opened(id, me), Look.at(field, section).answered(request.getParameterMap()), HttpStatus.OK);
  }

  private Opened opened(UUID id, SignedIn me) {
    Opened opened = open.open(id, me);
    if (!opened.hasForm()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return opened;
  }

  private ModelAndView page(Opened opened, Look look, HttpStatusCode status) {
    return new ModelAndView(
        "catalogue/design/form", Map.of("page", pages.page(opened, look)), status);
  }
}
