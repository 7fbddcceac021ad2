package org.yongtong.casework.rate;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form to rate a case.
 *
 * @param problems id of the control → message
 * @param refused why nothing can be rated, or null
 * @param level as chosen, or ""
 */
public record RatePage(
    UUID caseId,
    int version,
    UUID key,
    String itemName,
    String number,
    List<Choice> levels,
    List<Choice> praise,
    List<Choice> blame,
    String level,
    List<String> tags,
    String text,
    Map<String, String> problems,
    @Nullable String refused) {

  public record Choice(String value, String word) {}
}
