package org.yongtong.casework.desk;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.CaseAddress;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Document;
import org.yongtong.casework.file.DocumentKind;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.PaperPrint;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.file.FileServing;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.file.FileType;
import org.yongtong.platform.pdf.Qr;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** A case for those who handle it. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.WINDOW, Role.REVIEWER, Role.DECIDER, Role.HEAD, Role.SUPERVISOR})
class CaseController {

  private static final int SHORTEST_PURPOSE = 4;
  private static final int LONGEST_PURPOSE = 100;

  private final ActionDesk desk;
  private final CaseScreen view;
  private final CaseHeads heads;
  private final LookUp lookUp;
  private final Attachments attachments;
  private final Documents documents;
  private final PaperPrint print;
  private final CaseAddress address;
  private final FileStore store;
  private final FileServing serving;
  private final PdfPages pdf;

  CaseController(
      ActionDesk desk,
      CaseScreen view,
      CaseHeads heads,
      LookUp lookUp,
      Attachments attachments,
      Documents documents,
      PaperPrint print,
      CaseAddress address,
      FileStore store,
      FileServing serving,
      PdfPages pdf) {
    this.desk = desk;
    this.view = view;
    this.heads = heads;
    this.lookUp = lookUp;
    this.attachments = attachments;
    this.documents = documents;
    this.print = print;
    this.address = address;
    this.store = store;
    this.serving = serving;
    this.pdf = pdf;
  }

  @GetMapping("/desk/cases/{id}")
  String show(
      @PathVariable UUID id,
      @RequestParam(name = "view", required = false) @Nullable String pane,
      @RequestParam(required = false) @Nullable UUID file,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "false") boolean big,
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    model.addAttribute(
        "page",
        view.page(desk.open(id, me), me, new CaseScreen.Look(pane, file, page, big, done, null)));
    return "casework/desk/case";
  }

  @GetMapping("/desk/cases/{id}/files/{attachment}")
  ResponseEntity<Resource> file(
      @PathVariable UUID id,
      @PathVariable UUID attachment,
      @RequestParam(defaultValue = "false") boolean save,
      @AuthenticationPrincipal SignedIn me) {
    desk.open(id, me);
    return attachments
        .findInCase(id, attachment)
        .flatMap(
            one -> store.find(one.file()).map(stored -> serving.inert(stored, one.name(), !save)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** A page of a PDF as a picture. */
  @GetMapping("/desk/cases/{id}/files/{attachment}/pages/{page}")
  ResponseEntity<byte[]> filePage(
      @PathVariable UUID id,
      @PathVariable UUID attachment,
      @PathVariable int page,
      @AuthenticationPrincipal SignedIn me) {
    desk.open(id, me);
    return attachments
        .findInCase(id, attachment)
        .filter(one -> one.mediaType().equals(FileType.PDF.mediaType()))
        .flatMap(one -> store.find(one.file()))
        .flatMap(stored -> pdf.png(stored, page))
        .map(png -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/desk/cases/{id}/documents/{document}.pdf")
  ResponseEntity<byte[]> document(
      @PathVariable UUID id, @PathVariable UUID document, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me);
    return documents
        .find(id, document)
        .map(found -> print.answer(file, found, false))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The receipt to print and hand over the counter. */
  @GetMapping("/desk/cases/{id}/receipt")
  String receipt(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, Model model) {
    CaseFile file = desk.open(id, me);
    Document receipt =
        documents.of(id).stream()
            .filter(document -> document.kind() == DocumentKind.RECEIPT)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute(
        "page",
        new ReceiptPage(
            heads.of(file),
            PaperView.of(receipt.content(), receipt.number()),
            Qr.svg(address.progress(file)),
            "/desk/cases/%s/documents/%s.pdf".formatted(id, receipt.id())));
    return "casework/desk/receipt";
  }

  @PostMapping("/desk/cases/{id}/unmask")
  ModelAndView unmask(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String purpose,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me);
    String why = purpose.strip();
    if (why.length() < SHORTEST_PURPOSE || why.length() > LONGEST_PURPOSE) {
      var look =
          new CaseScreen.Look(null, null, 1, false, null, "请写明查看完整证件号码的目的（4 到 100 个字），会记入全程留痕。");
      return new ModelAndView(
          "casework/desk/case",
          Map.of("page", view.page(file, me, look)),
          HttpStatusCode.valueOf(422));
    }
    lookUp.unmask(file, why, me);
    return new ModelAndView("redirect:/desk/cases/%s#applicant".formatted(id));
  }

  @PostMapping("/desk/cases/{id}/register-check")
  String registerCheck(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    lookUp.checkRegister(desk.open(id, me), me);
    return "redirect:/desk/cases/%s?view=checks#pane".formatted(id);
  }
}
