package org.yongtong.catalogue.find;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.find.ItemsPage.Part;

/**
 * What is offered below the search box while somebody types.
 *
 * @param all address of the search for what was typed; null when nothing was
 */
public record SuggestPage(List<Line> lines, @Nullable String all) {

  /**
   * @param saying the everyday name that answers, or empty
   */
  public record Line(String path, List<Part> name, List<Part> saying, String department) {}
}
