package org.yongtong.casework.mine;

import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.DayWords;
import org.yongtong.casework.file.Document;
import org.yongtong.casework.file.Documents;
import org.yongtong.casework.file.PaperPrint;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/**
 * Papers that the applicant received, to read and as PDF. The decision itself only after he has
 * asked for it, because asking is its delivery.
 */
@Controller
@Allow(Who.APPLICANT)
@RequestMapping("/my/cases/{id}/documents")
class DocumentsController {

  private final OwnCases own;
  private final Documents documents;
  private final PaperPrint print;

  DocumentsController(OwnCases own, Documents documents, PaperPrint print) {
    this.own = own;
    this.documents = documents;
    this.print = print;
  }

  @GetMapping("/{document}")
  String show(
      @PathVariable UUID id,
      @PathVariable UUID document,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    CaseFile file = own.own(id, me);
    Document paper = find(id, document);
    Document.Content content = paper.content();
    model.addAttribute(
        "page",
        new DocumentPage(
            id,
            document,
            file.itemName(),
            content.title(),
            paper.number(),
            content.addressee(),
            content.paragraphs(),
            content.lines().stream()
                .map(line -> new DocumentPage.Row(line.label(), line.value()))
                .toList(),
            content.issuer(),
            DayWords.of(content.date()),
            CaseView.waits(file, paper)));
    return "casework/mine/document";
  }

  @GetMapping("/{document}.pdf")
  ResponseEntity<byte[]> pdf(
      @PathVariable UUID id, @PathVariable UUID document, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = own.own(id, me);
    Document paper = find(id, document);
    if (CaseView.waits(file, paper)) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .header(HttpHeaders.LOCATION, "/my/cases/%s/documents/%s".formatted(id, document))
          .build();
    }
    return print.answer(file, paper, true);
  }

  private Document find(UUID id, UUID document) {
    return documents
        .find(id, document)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
