package org.yongtong.certificate;

import java.util.List;
import java.util.UUID;

/**
 * Certificates as an officer looks for them.
 *
 * @param typed what is looked for, empty for the newest of the own department
 */
public record DeskCertificatesPage(String typed, List<Row> rows) {

  /** {@code holder}: masked when it is a person. */
  public record Row(
      UUID id,
      String name,
      String number,
      String holder,
      String issuer,
      String validity,
      String status,
      String tone) {

    static Row of(Stored stored) {
      Certificate certificate = stored.certificate();
      return new Row(
          certificate.id(),
          certificate.name(),
          certificate.number(),
          Words.holder(stored),
          certificate.issuer(),
          Validity.words(certificate),
          Words.pill(certificate.status()),
          Words.tone(certificate.status()));
    }
  }
}
