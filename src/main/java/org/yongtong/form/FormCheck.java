package org.yongtong.form;

import java.util.List;
import java.util.Set;

/**
 * Result of holding values against a form.
 *
 * @param visible ids of the fields that are shown now
 * @param problems in form order; empty means the form is complete and right
 */
public record FormCheck(Set<String> visible, Set<String> required, List<Problem> problems) {

  /**
   * @param path where, e.g. {@code place.division} or {@code managers.0.manager.id_number}
   * @param label of the field, for the summary
   * @param missing nothing was filled in (a draft may be so; a submission may not)
   */
  public record Problem(String path, String label, String message, boolean missing) {}

  public boolean ok() {
    return problems.isEmpty();
  }
}
