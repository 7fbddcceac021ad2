package org.yongtong.casework.note;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.yongtong.casework.desk.ActionDesk;
import org.yongtong.casework.desk.CaseHeads;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Writing an internal note; the notes stand on the page of the case. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.WINDOW, Role.REVIEWER, Role.DECIDER, Role.HEAD})
class NoteController {

  private final ActionDesk desk;
  private final CaseHeads heads;
  private final CaseScope scope;
  private final AddNote notes;

  NoteController(ActionDesk desk, CaseHeads heads, CaseScope scope, AddNote notes) {
    this.desk = desk;
    this.heads = heads;
    this.scope = scope;
    this.notes = notes;
  }

  @GetMapping("/desk/cases/{id}/note")
  ModelAndView form(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = open(id, me);
    return page(new NotePage(heads.of(file), UUID.randomUUID(), "", ""), 200);
  }

  @PostMapping("/desk/cases/{id}/note")
  ModelAndView add(
      @PathVariable UUID id,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String text,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = open(id, me);
    Optional<Refusal> refusal = notes.add(file, key, text, me);
    return refusal
        .map(no -> page(new NotePage(heads.of(file), key, text, no.message()), 422))
        .orElseGet(() -> new ModelAndView("redirect:/desk/cases/%s?view=notes#pane".formatted(id)));
  }

  private CaseFile open(UUID id, SignedIn me) {
    CaseFile file = desk.open(id, me);
    if (!scope.readsNotes(me, file)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return file;
  }

  private static ModelAndView page(NotePage page, int status) {
    return new ModelAndView(
        "casework/note/new", Map.of("page", page), HttpStatusCode.valueOf(status));
  }
}
