package org.yongtong.casework.defer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** The applicant hands in what he promised for later. */
@Controller
@Allow(Who.APPLICANT)
@RequestMapping("/my/cases/{id}/later")
class MyLaterController {

  private final CaseFiles files;
  private final CaseScope scope;
  private final HandInLater handIn;
  private final LaterPages pages;

  MyLaterController(CaseFiles files, CaseScope scope, HandInLater handIn, LaterPages pages) {
    this.files = files;
    this.scope = scope;
    this.handIn = handIn;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView show(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = own(id, me);
    return file.deferred().stage() == Deferred.Stage.NONE
        ? new ModelAndView("redirect:/my/cases/" + id)
        : page(file, done == null ? null : "补交的材料已收到，核对结果会通知您。", "", null);
  }

  @PostMapping
  ModelAndView handIn(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String paper,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn me)
      throws IOException {
    CaseFile file = own(id, me);
    CaseResult result =
        handIn.handIn(
            new HandInLater.Sent(id, version, key, paper, request.getRemoteAddr()),
            sent,
            Party.APPLICANT,
            me);
    return result.fold(
        done -> new ModelAndView("redirect:/my/cases/%s/later?done=1".formatted(id)),
        refusal -> page(own(file.id(), me), null, paper, refusal));
  }

  private ModelAndView page(
      CaseFile file, @Nullable String done, String paper, @Nullable Refusal refusal) {
    String path = "/my/cases/" + file.id();
    return new ModelAndView(
        "casework/defer/my-later",
        Map.of("page", pages.of(file, path, path + "/later", done, paper, refusal)),
        HttpStatusCode.valueOf(refusal == null ? 200 : 422));
  }

  private CaseFile own(UUID id, SignedIn me) {
    return files
        .find(id)
        .filter(file -> scope.parties(me, file).contains(Party.APPLICANT))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
