package org.yongtong.certificate;

import java.util.List;
import java.util.UUID;

/** The certificates of whoever is signed in. */
public record MyCertificatesPage(List<Card> certificates) {

  static MyCertificatesPage of(List<Stored> held) {
    return new MyCertificatesPage(held.stream().map(Card::of).toList());
  }

  /** One certificate as a card. */
  public record Card(
      UUID id,
      String name,
      String number,
      String issuer,
      String validity,
      String status,
      String tone) {

    static Card of(Stored stored) {
      Certificate certificate = stored.certificate();
      return new Card(
          certificate.id(),
          certificate.name(),
          certificate.number(),
          certificate.issuer(),
          Validity.words(certificate),
          Words.pill(certificate.status()),
          Words.tone(certificate.status()));
    }
  }
}
