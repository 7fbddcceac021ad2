package org.yongtong.certificate;

import java.util.List;
import java.util.Optional;
import org.yongtong.journal.Actor;

/** The electronic certificate library. */
public interface Certificates {

  /** Issues in the caller's transaction. */
  Certificate issue(IssueCertificate order);

  Optional<Certificate> findByMatter(String matter);

  /** All certificates of a holder, newest first. */
  List<Certificate> of(String holderCode);

  /** A certificate of this type that is valid today. */
  Optional<Certificate> findValid(String holderCode, String type);

  /** Changes the status, with the reason, as one act. */
  void changeStatus(String identifier, Certificate.Status status, String reason, Actor actor);

  /** The PDF rendering with its QR code. */
  byte[] pdf(Certificate certificate);
}
