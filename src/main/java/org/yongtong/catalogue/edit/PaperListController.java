package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.yongtong.catalogue.revise.Refusal;
import org.yongtong.catalogue.revise.RevisionActions;
import org.yongtong.catalogue.revise.RevisionResult;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The list of an item's papers: each opens its own page; added, removed and moved here. */
@Controller
class PaperListController {

  private static final int MOST = 60;

  private final OpenRevisions open;
  private final RevisionActions actions;
  private final Heads heads;

  PaperListController(OpenRevisions open, RevisionActions actions, Heads heads) {
    this.open = open;
    this.actions = actions;
    this.heads = heads;
  }

  @GetMapping("/desk/catalogue/revisions/{id}/papers")
  @Allow(
      value = Who.STAFF,
      roles = {Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER, Role.SUPERVISOR})
  ModelAndView papers(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String removed,
      @AuthenticationPrincipal SignedIn me) {
    Opened opened = open.open(id, me);
    if (opened.page(LeadPages.PAPERS).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return new ModelAndView(
        "catalogue/edit/papers",
        Map.of(
            "page",
            new PapersPage(
                heads.of(opened),
                Nav.of(opened, LeadPages.PAPERS),
                lines(opened),
                opened.remarksAt().get(LeadPages.PAPERS),
                removed != null ? "已移除。" : null,
                opened.writable())));
  }

  private static List<PapersPage.PaperLine> lines(Opened opened) {
    Map<String, Object> content = opened.revision().content();
    Map<String, String> remarks = opened.remarksAt();
    var lines = new ArrayList<PapersPage.PaperLine>();
    int size = Place.list(content, LeadPages.PAPERS).size();
    for (int i = 0; i < size; i++) {
      String at = "papers[%d].".formatted(i);
      String id = Place.text(content, at + "id");
      lines.add(
          new PapersPage.PaperLine(
              id,
              Place.text(content, at + "name"),
              Choices.NEEDS
                  .getOrDefault(Place.text(content, at + "required"), "")
                  .replaceAll("（.*", ""),
              Choices.SOURCES.getOrDefault(Place.text(content, at + "source"), ""),
              (int)
                  opened.problems().stream().filter(problem -> problem.paper().equals(id)).count(),
              remarks.get("papers[%d]".formatted(i)),
              i == 0,
              i == size - 1));
    }
    return lines;
  }

  /**
   * Buttons act on papers by their ids, so that they mean the same whoever moved what meanwhile.
   */
  @PostMapping("/desk/catalogue/revisions/{id}/papers")
  @Allow(value = Who.STAFF, roles = Role.EDITOR)
  ModelAndView change(
      @PathVariable UUID id,
      @RequestParam(name = "do", defaultValue = "") String button,
      @AuthenticationPrincipal SignedIn me) {
    String[] parts = button.split(":", 2);
    String what = parts[0];
    String paper = parts.length > 1 ? parts[1] : "";
    var made = new String[1];
    RevisionResult result =
        actions.write(
            id,
            me,
            (revision, by) -> {
              Map<String, Object> document = Place.copy(revision.content());
              List<Object> rows = Place.rows(document, LeadPages.PAPERS);
              if (what.equals("add") && rows.size() < MOST) {
                Map<String, Object> fresh = fresh(rows);
                made[0] = String.valueOf(fresh.get("id"));
                rows.add(fresh);
              } else {
                move(rows, what, paper);
              }
              return document.equals(revision.content())
                  ? Optional.of(new Refusal.Rule("")) // nothing to write
                  : revision.edit(by, document, LeadPages.PAPERS);
            });
    String path = "/desk/catalogue/revisions/" + id + "/papers";
    return result.fold(
        done ->
            new ModelAndView(
                "redirect:"
                    + (made[0] != null
                        ? path + "/" + made[0]
                        : path + (what.equals("remove") ? "?removed=1" : ""))),
        refusal -> {
          if (refusal instanceof Refusal.NotYours) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
          }
          return new ModelAndView("redirect:" + path);
        });
  }

  private static Map<String, Object> fresh(List<Object> rows) {
    var taken = new HashSet<String>();
    rows.forEach(row -> taken.add(String.valueOf(((Map<?, ?>) row).get("id"))));
    int number = rows.size() + 1;
    while (taken.contains("paper_" + number)) {
      number++;
    }
    var paper = new LinkedHashMap<String, Object>();
    paper.put("id", "paper_" + number);
    paper.put("required", "must");
    paper.put("kind", "original");
    paper.put("form", "either");
    paper.put("originals", 1);
    paper.put("copies", 0);
    paper.put("source", "applicant");
    paper.put("issuer", "申请人");
    return paper;
  }

  private static void move(List<Object> rows, String what, String paper) {
    int at = -1;
    for (int i = 0; i < rows.size(); i++) {
      if (paper.equals(((Map<?, ?>) rows.get(i)).get("id"))) {
        at = i;
      }
    }
    int to = at + (what.equals("up") ? -1 : 1);
    if (at < 0) {
      return;
    }
    if (what.equals("remove")) {
      rows.remove(at);
    } else if (to >= 0 && to < rows.size()) {
      java.util.Collections.swap(rows, at, to);
    }
  }
}
