package org.yongtong.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One to-do card of the staff's desk, contributed by the module that owns the queue behind it.
 *
 * @param order position, small first
 * @param icon name as in {@code component/icon.jte}
 * @param count how many wait
 * @param urgent how many of them are near or past their time limit
 * @param sentence what waits, in a few words, or null
 */
public record DeskCard(
    int order,
    String title,
    String path,
    String icon,
    int count,
    int urgent,
    @Nullable String sentence) {

  /** Socket: the cards for this viewer, cut to what their roles may do. */
  public interface Source {
    List<DeskCard> cards(Viewer viewer);
  }
}
