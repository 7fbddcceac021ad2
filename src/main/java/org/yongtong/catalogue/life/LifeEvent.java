package org.yongtong.catalogue.life;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem.Audience;

/**
 * Something that happens in a life or a business (人生事、经营事), with the way through everything that is
 * to be done.
 *
 * @param icon name of an icon
 * @param tag the catalogue's life event whose further items belong here
 * @param words what people type when it happens to them
 */
public record LifeEvent(
    String key,
    Audience who,
    String name,
    String icon,
    String tag,
    String summary,
    List<String> words,
    List<Phase> phases) {

  /** Steps of one time, e.g. 出生后 1 个月内. */
  public record Phase(String when, List<Step> steps) {}

  public enum Kind {
    /** An item of the catalogue. */
    ITEM,
    /** Happens without an application. */
    AUTO,
    /** Done by a body that is not among the catalogue's. */
    ELSEWHERE
  }

  /**
   * @param text what it is in everyday words
   * @param item id of the lead; null unless {@link Kind#ITEM}
   * @param by who does it; of {@link Kind#ELSEWHERE} the body where it is done
   * @param only for whom
   * @param until by when, if the law says so; never without {@code basis}
   */
  public record Step(
      Kind kind,
      String text,
      @Nullable String item,
      @Nullable String by,
      @Nullable String only,
      @Nullable String until,
      @Nullable String basis) {}

  /** Ids of the items it leads through, each once. */
  public List<String> items() {
    return phases.stream()
        .flatMap(phase -> phase.steps().stream())
        .flatMap(
            step ->
                step.item() == null
                    ? java.util.stream.Stream.of()
                    : java.util.stream.Stream.of(step.item()))
        .distinct()
        .toList();
  }

  public String path() {
    return "/life-events/" + key;
  }
}
