package org.yongtong.platform.pdf;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an official paper (公文、文书), from top to bottom.
 *
 * @param title e.g. 受理通知书
 * @param number of the paper, e.g. 南市监受〔2026〕17号; may be empty
 * @param addressee without colon; may be empty
 * @param paragraphs each begins two characters in
 * @param rows label and value pairs below the paragraphs
 * @param issuer full name of the body that answers for the paper
 * @param verifyUrl address that the QR code on the last page leads to
 * @param sample whether 示例 stands across every page
 */
public record OfficialPaper(
    String title,
    String number,
    String addressee,
    List<String> paragraphs,
    List<Row> rows,
    String issuer,
    LocalDate date,
    @Nullable String verifyUrl,
    boolean sample) {

  public OfficialPaper {
    paragraphs = List.copyOf(paragraphs);
    rows = List.copyOf(rows);
  }

  public record Row(String label, String value) {}

  /** Papers hold personal data; logs get the title only. */
  @Override
  public String toString() {
    return "OfficialPaper[" + title + "]";
  }
}
