package org.yongtong.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Result of holding values against a form.
 *
 * @param visible ids of the fields that are shown now, and paths of those in rows ({@code
 *     managers.0.manager})
 * @param required likewise, those that must be filled
 * @param problems in form order; empty means the form is complete and right
 */
public record FormCheck(Set<String> visible, Set<String> required, List<Problem> problems) {

  /**
   * @param path where, e.g. {@code place.division} or {@code managers.0.manager.id_number}
   * @param label of the field, for the summary
   * @param missing nothing was filled in (a draft may be so; a submission may not)
   */
  public record Problem(String path, String label, String message, boolean missing) {}

  /**
   * For the linked summary on top of the page: path → message that also says which field, the first
   * of each path.
   */
  public Map<String, String> summary() {
    var summary = new LinkedHashMap<String, String>();
    for (Problem problem : problems) {
      summary.putIfAbsent(
          problem.path(),
          problem.message().contains(problem.label())
              ? problem.message()
              : problem.label() + "：" + problem.message());
    }
    return summary;
  }

  public boolean ok() {
    return problems.isEmpty();
  }
}
