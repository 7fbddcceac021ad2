package org.yongtong.casework.apply;

import java.time.Clock;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.PaperKey;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.file.FileServing;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Files uploaded with a draft: to look at, and to remove after asking again. */
@Controller
@Allow(Who.APPLICANT)
@RequestMapping("/apply/drafts/{id}/files/{file}")
class DraftFilesController {

  private final OpenDrafts open;
  private final Drafts drafts;
  private final Attachments attachments;
  private final RemovePaper remove;
  private final FileStore store;
  private final FileServing serving;
  private final Clock clock;

  DraftFilesController(
      OpenDrafts open,
      Drafts drafts,
      Attachments attachments,
      RemovePaper remove,
      FileStore store,
      FileServing serving,
      Clock clock) {
    this.open = open;
    this.drafts = drafts;
    this.attachments = attachments;
    this.remove = remove;
    this.store = store;
    this.serving = serving;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<Resource> show(
      @PathVariable UUID id, @PathVariable UUID file, @AuthenticationPrincipal SignedIn me) {
    Attachments.Attachment attachment = own(id, file, me);
    return serving.inert(
        store
            .find(attachment.file())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
        attachment.name(),
        true);
  }

  @GetMapping("/remove")
  String confirmRemove(
      @PathVariable UUID id,
      @PathVariable UUID file,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    OpenDrafts.Opened opened = open.own(id, me);
    if (opened.closed() != null) {
      return "redirect:" + opened.closed();
    }
    Attachments.Attachment attachment = own(id, file, me);
    model.addAttribute(
        "page",
        new RemovePage(
            DraftHead.of(opened, DraftHead.Step.PAPERS, clock.instant()),
            PaperKey.name(opened.item(), attachment.paper()),
            file,
            attachment.name(),
            place(opened, attachment.paper())));
    return "casework/apply/remove";
  }

  @PostMapping("/remove")
  String remove(
      @PathVariable UUID id, @PathVariable UUID file, @AuthenticationPrincipal SignedIn me) {
    OpenDrafts.Opened opened = open.own(id, me);
    if (opened.closed() != null) {
      return "redirect:" + opened.closed();
    }
    return "redirect:"
        + remove.remove(id, file, me).map(key -> place(opened, key)).orElse(opened.path("papers"));
  }

  /** Where the file was shown. */
  private static String place(OpenDrafts.Opened opened, String key) {
    return PaperKey.field(key)
        .map(field -> opened.path("form") + "#f-" + PapersController.anchor(field))
        .orElseGet(() -> opened.path("papers") + "#paper-" + PapersController.anchor(key));
  }

  private Attachments.Attachment own(UUID draft, UUID file, SignedIn me) {
    return drafts
        .findOwn(draft, me)
        .flatMap(own -> attachments.findInDraft(own.id(), file))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
