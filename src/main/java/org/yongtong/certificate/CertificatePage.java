package org.yongtong.certificate;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.platform.pdf.ChineseDate;

/**
 * One certificate as its holder or an officer sees it.
 *
 * @param holder as this viewer may see the name
 * @param face empty when this viewer may not see it
 * @param qr drawing with the address of its verification, or null
 * @param changes what this viewer may do to it
 */
public record CertificatePage(
    UUID id,
    String name,
    String number,
    String identifier,
    String holder,
    String issuer,
    String issuedOn,
    String validity,
    String status,
    String tone,
    List<Certificate.FaceItem> face,
    @Nullable String qr,
    List<Entry> history,
    List<Change> changes,
    boolean changed) {

  /** One entry of its history. */
  public record Entry(String when, String word, String reason, String actor) {}

  /** A change of status that may be asked for. */
  public record Change(String verb, String path) {}

  static CertificatePage of(
      Stored stored,
      String holder,
      boolean whole,
      @Nullable String qr,
      List<StatusChange> history,
      List<Change> changes,
      boolean changed) {
    Certificate certificate = stored.certificate();
    return new CertificatePage(
        certificate.id(),
        certificate.name(),
        certificate.number(),
        certificate.identifier(),
        holder,
        certificate.issuer(),
        ChineseDate.of(certificate.issuedOn()),
        Validity.words(certificate),
        Words.pill(certificate.status()),
        Words.tone(certificate.status()),
        whole ? certificate.face() : List.of(),
        qr,
        history.reversed().stream()
            .map(each -> new Entry(each.when(), each.word(), each.reason(), each.actorName()))
            .toList(),
        changes,
        changed);
  }
}
