package org.yongtong.certificate;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.pdf.Qr;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** The holder's own certificates; everybody else's do not exist here. */
@Controller
@Allow(Who.APPLICANT)
class MyCertificatesController {

  private final CertificateTables tables;
  private final CertificateLibrary library;
  private final CertificatePdf printer;
  private final SiteAddress address;

  MyCertificatesController(
      CertificateTables tables,
      CertificateLibrary library,
      CertificatePdf printer,
      SiteAddress address) {
    this.tables = tables;
    this.library = library;
    this.printer = printer;
    this.address = address;
  }

  @GetMapping("/my/certificates")
  String list(@AuthenticationPrincipal SignedIn me, Model model) {
    String code = me.code();
    List<Stored> held = code == null ? List.of() : library.given(tables.ofHolder(code));
    model.addAttribute("page", MyCertificatesPage.of(held));
    return "certificate/my-certificates";
  }

  @GetMapping("/my/certificates/{id}")
  String certificate(@AuthenticationPrincipal SignedIn me, @PathVariable String id, Model model) {
    Stored stored = opened(me, id);
    Certificate certificate = stored.certificate();
    model.addAttribute(
        "page",
        CertificatePage.of(
            stored,
            certificate.holderName(),
            true,
            Qr.svg(address.verify(certificate)),
            tables.changes(certificate.id()),
            List.of(),
            false));
    return "certificate/my-certificate";
  }

  @GetMapping("/my/certificates/{id}/certificate.pdf")
  ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
    Certificate certificate = opened(me, id).certificate();
    var name =
        ContentDisposition.attachment().filename(certificate.number() + ".pdf").build().toString();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, name)
        .body(printer.pdf(certificate));
  }

  private Stored opened(SignedIn me, String id) {
    Stored stored = own(me, id);
    library.view(stored, me.actor());
    return stored;
  }

  private Stored own(SignedIn me, String id) {
    return Keys.parse(id)
        .flatMap(tables::find)
        .filter(stored -> same(stored.certificate().holderCode(), me.code()))
        .filter(stored -> !library.given(List.of(stored)).isEmpty())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static boolean same(String code, @Nullable String mine) {
    return mine != null
        && Objects.equals(
            code.strip().toUpperCase(Locale.ROOT), mine.strip().toUpperCase(Locale.ROOT));
  }
}
