package org.yongtong.casework.intake;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Marks;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.file.FileServing;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.file.FileType;
import org.yongtong.platform.file.PutResult;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Papers scanned at the window. */
@Controller
@Allow(value = Who.STAFF, roles = Role.WINDOW)
class IntakePapersController {

  private static final long MOST_BYTES = 20L << 20;
  private static final int MOST_FILES = 10;
  private static final int LONGEST_NAME = 120;

  private final OpenIntake open;
  private final Attachments attachments;
  private final Catalogue catalogue;
  private final FileStore store;
  private final FileServing serving;

  IntakePapersController(
      OpenIntake open,
      Attachments attachments,
      Catalogue catalogue,
      FileStore store,
      FileServing serving) {
    this.open = open;
    this.attachments = attachments;
    this.catalogue = catalogue;
    this.store = store;
    this.serving = serving;
  }

  @GetMapping("/desk/intake/{draft}/papers")
  String papers(@PathVariable UUID draft, @AuthenticationPrincipal SignedIn me, Model model) {
    model.addAttribute("page", page(open.open(draft, me), null, null));
    return "casework/intake/papers";
  }

  @PostMapping("/desk/intake/{draft}/papers/{paper}")
  ModelAndView upload(
      @PathVariable UUID draft,
      @PathVariable String paper,
      @RequestParam List<MultipartFile> file,
      @AuthenticationPrincipal SignedIn me)
      throws IOException {
    OpenIntake.Opened opened = open.open(draft, me);
    if (opened.item().findPaper(paper).isEmpty() || !opened.opensPaper(paper)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    for (MultipartFile one : file) {
      Optional<String> problem = take(draft, paper, one, me);
      if (problem.isPresent()) {
        return new ModelAndView(
            "casework/intake/papers",
            Map.of("page", page(opened, paper, problem.get())),
            HttpStatusCode.valueOf(422));
      }
    }
    return new ModelAndView("redirect:/desk/intake/%s/papers#p-%s".formatted(draft, paper));
  }

  private Optional<String> take(UUID draft, String paper, MultipartFile one, SignedIn me)
      throws IOException {
    long there =
        attachments.ofDraft(draft).stream().filter(other -> other.paper().equals(paper)).count();
    if (there >= MOST_FILES) {
      return Optional.of("每种材料最多上传 %d 个文件，请合并成一个 PDF 再上传。".formatted(MOST_FILES));
    }
    try (var content = one.getInputStream()) {
      return switch (store.put(content, MOST_BYTES, EnumSet.allOf(FileType.class))) {
        case PutResult.Refused(var ignored, String message) -> Optional.of(message + "。");
        case PutResult.Stored(var stored) ->
            attachments
                    .add(
                        draft,
                        paper,
                        stored.hash(),
                        name(one.getOriginalFilename()),
                        stored.type().mediaType(),
                        stored.size(),
                        1,
                        me.account())
                    .isPresent()
                ? Optional.empty()
                : Optional.of("这个文件已经上传过了，不用重复上传。");
      };
    }
  }

  private static String name(@Nullable String original) {
    String last = original == null ? "" : original.substring(original.lastIndexOf('/') + 1).strip();
    String name = last.isEmpty() ? "扫描件" : last;
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }

  @PostMapping("/desk/intake/{draft}/files/{file}/remove")
  String remove(
      @PathVariable UUID draft, @PathVariable UUID file, @AuthenticationPrincipal SignedIn me) {
    open.open(draft, me);
    if (!attachments.remove(draft, file)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:/desk/intake/%s/papers".formatted(draft);
  }

  @GetMapping("/desk/intake/{draft}/files/{file}")
  ResponseEntity<Resource> look(
      @PathVariable UUID draft, @PathVariable UUID file, @AuthenticationPrincipal SignedIn me) {
    open.open(draft, me);
    return attachments
        .findInDraft(draft, file)
        .flatMap(
            one -> store.find(one.file()).map(stored -> serving.inert(stored, one.name(), true)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private IntakePapersPage page(
      OpenIntake.Opened opened, @Nullable String wrong, @Nullable String problem) {
    Filing filing = opened.draft().filing();
    List<Attachments.Attachment> files = attachments.ofDraft(opened.draft().id());
    List<ServiceItem.Paper> needed =
        catalogue.papersFor(opened.item(), filing.values(), filing.applicant().facts());
    return new IntakePapersPage(
        opened.head(3),
        opened.item().papers().stream()
            .filter(
                paper ->
                    opened.correction() ? opened.opensPaper(paper.id()) : needed.contains(paper))
            .map(
                paper ->
                    new IntakePapersPage.Paper(
                        paper.id(),
                        paper.name(),
                        paper.need().word(),
                        paper.note(),
                        opened.correction() ? null : filing.held().get(paper.id()),
                        opened.marks().stream()
                            .filter(mark -> !mark.field() && mark.path().equals(paper.id()))
                            .map(Marks.Mark::reason)
                            .findFirst()
                            .orElse(null),
                        files.stream()
                            .filter(one -> one.paper().equals(paper.id()))
                            .map(
                                one ->
                                    new IntakePapersPage.Uploaded(
                                        one.id().toString(), one.name(), one.sizeWord()))
                            .toList(),
                        paper.id().equals(wrong) ? problem : null))
            .toList());
  }
}
