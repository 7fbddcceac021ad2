package org.yongtong.casework.mine;

import java.util.List;
import java.util.UUID;

/**
 * A paper that the applicant received.
 *
 * @param waits it is the decision and has not been delivered: not shown yet
 */
public record DocumentPage(
    UUID caseId,
    UUID id,
    String itemName,
    String title,
    String number,
    String addressee,
    List<String> paragraphs,
    List<Row> rows,
    String issuer,
    String date,
    boolean waits) {

  public record Row(String label, String value) {}

  public String path() {
    return "/my/cases/" + caseId + "/documents/" + id;
  }
}
