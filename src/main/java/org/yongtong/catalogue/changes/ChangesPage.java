package org.yongtong.catalogue.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed, newest first.
 *
 * @param departments what can be chosen, key → name
 * @param themes what can be chosen, {@code person:040} → name
 * @param department chosen, or null
 * @param query the chosen filters as a query, {@code ?department=…}, or empty
 * @param next address of the page after, or null
 */
public record ChangesPage(
    List<Choice> departments,
    List<Choice> themes,
    List<Choice> kinds,
    @Nullable String department,
    @Nullable String theme,
    @Nullable String what,
    String query,
    boolean first,
    List<Line> lines,
    @Nullable String next) {

  public record Choice(String value, String word) {}

  /**
   * @param on 2026年11月24日
   * @param body who keeps it; who took it over in the list of one body
   * @param note for how many bodies the line stands, or what takes its place; null
   */
  public record Line(
      CatalogueChange change, String on, @Nullable String body, @Nullable String note) {}

  public boolean filtered() {
    return department != null || theme != null || what != null;
  }
}
