package org.yongtong.casework.file;

import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Department;

/**
 * Who takes a new case and what is promised for it, as the item's rules say for its answers.
 *
 * @param department key of the department that handles the case
 * @param promisedDays working days promised, counted from acceptance
 * @param routed the department when a rule gave it the case, null when it is the item's own
 * @param rule the rule in words, or null
 */
public record Assignment(
    String department, int promisedDays, @Nullable Department routed, @Nullable String rule) {

  /** To the item's own department, with the item's promise. */
  static Assignment plain(ServiceItem item) {
    return new Assignment(item.department(), item.limits().promisedDays(), null, null);
  }

  /**
   * 实施编码 of whoever handles the case, for its number: the first 18 of the item's 31 digits are the
   * body's credit code.
   */
  String taskCode(ServiceItem item) {
    String own = item.taskCode();
    return routed == null ? own : routed.creditCode() + own.substring(routed.creditCode().length());
  }
}
