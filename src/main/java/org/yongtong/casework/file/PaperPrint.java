package org.yongtong.casework.file;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.platform.pdf.OfficialPaper;
import org.yongtong.platform.pdf.OfficialPapers;

/** Prints a statutory paper of a case as PDF; its QR code leads to the progress of the case. */
@Component
public class PaperPrint {

  private final OfficialPapers papers;
  private final Catalogue catalogue;
  private final CaseAddress address;

  PaperPrint(OfficialPapers papers, Catalogue catalogue, CaseAddress address) {
    this.papers = papers;
    this.catalogue = catalogue;
    this.address = address;
  }

  /**
   * The paper as an answer to a request; whether it may be seen is the caller's say.
   *
   * @param save to keep, else to look at in the browser
   */
  public ResponseEntity<byte[]> answer(CaseFile file, Document document, boolean save) {
    var content = document.content();
    byte[] pdf =
        papers.pdf(
            new OfficialPaper(
                content.title(),
                document.number(),
                content.addressee(),
                content.paragraphs(),
                content.lines().stream()
                    .map(line -> new OfficialPaper.Row(line.label(), line.value()))
                    .toList(),
                content.issuer(),
                content.date(),
                address.progress(file),
                catalogue.version(file.itemVersion()).sample()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            (save ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(
                    content.title() + "-" + document.number() + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .body(pdf);
  }
}
