package org.yongtong.casework.apply;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** First step: who applies. */
public record ApplicantPage(DraftHead head, List<Part> parts, Map<String, String> problems) {

  /**
   * @param path e.g. {@code applicant.phone}: name of the control, its id with {@code f-} before
   * @param source where the value comes from, or ""
   * @param locked may not be changed here
   * @param mark reason of the officer, or null
   */
  public record Part(
      String path,
      String label,
      String value,
      String source,
      boolean locked,
      boolean needed,
      @Nullable String hint,
      @Nullable String mark,
      @Nullable String autocomplete) {}

  public @Nullable String problem(String path) {
    return problems.get(path);
  }
}
