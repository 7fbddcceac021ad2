package org.yongtong.casework.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A statutory paper that went out, or (without id and number) would go out. */
public record Document(
    UUID id, UUID caseId, DocumentKind kind, String number, Instant issuedAt, Content content) {

  /** What the paper says; kept as said, whatever changes later. */
  public record Content(
      String title,
      String addressee,
      List<String> paragraphs,
      List<Line> lines,
      String issuer,
      LocalDate date) {
    @Override
    public String toString() {
      return "Content[" + title + "]";
    }
  }

  public record Line(String label, String value) {}
}
