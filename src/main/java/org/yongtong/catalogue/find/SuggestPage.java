package org.yongtong.catalogue.find;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.find.ItemsPage.Part;
import org.yongtong.catalogue.life.LifeEvent;

/**
 * What is offered below the search box while somebody types.
 *
 * @param events life events whose words answer
 * @param all address of the search for what was typed; null when nothing was
 */
public record SuggestPage(List<LifeEvent> events, List<Line> lines, @Nullable String all) {

  static final SuggestPage NOTHING = new SuggestPage(List.of(), List.of(), null);

  public int count() {
    return events.size() + lines.size();
  }

  /**
   * @param saying the everyday name that answers, or empty
   */
  public record Line(String path, List<Part> name, List<Part> saying, String department) {}
}
