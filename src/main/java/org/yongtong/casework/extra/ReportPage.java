package org.yongtong.casework.extra;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a report.
 *
 * @param itemName of the item it is about
 * @param today latest day that can be chosen
 * @param days working days within which the department has to answer
 * @param problems field → message; {@code ""} for the page as a whole
 */
public record ReportPage(
    String taskCode,
    String itemName,
    String department,
    String what,
    String who,
    String way,
    String on,
    String caseNumber,
    String contact,
    List<String> ways,
    String today,
    int days,
    Map<String, String> problems) {

  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  /** Problems beside a field, for the linked summary. */
  public Map<String, String> beside() {
    Map<String, String> beside = new java.util.LinkedHashMap<>(problems);
    beside.remove("");
    return beside;
  }
}
