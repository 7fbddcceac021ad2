package org.yongtong.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One card of 我的空间, contributed by the module that owns the page behind it.
 *
 * @param order position, small first
 * @param icon name as in {@code component/icon.jte}
 * @param sentence what one finds there, in a few words
 * @param count how many things wait or lie there, or null for no number
 */
public record MySpaceCard(
    int order, String title, String path, String icon, String sentence, @Nullable Integer count) {

  /** Socket: the cards for this viewer; none when there is nothing for them. */
  public interface Source {
    List<MySpaceCard> cards(Viewer viewer);
  }
}
