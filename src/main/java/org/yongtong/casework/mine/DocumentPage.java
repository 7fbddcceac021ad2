package org.yongtong.casework.mine;

import java.util.UUID;
import org.yongtong.casework.file.Document;

/**
 * A paper that the applicant received.
 *
 * @param waits it is the decision and has not been delivered: not shown yet
 */
public record DocumentPage(
    UUID caseId, int version, String itemName, Document document, String date, boolean waits) {

  public String path() {
    return "/my/cases/" + caseId + "/documents/" + document.id();
  }
}
