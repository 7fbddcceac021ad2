package org.yongtong.catalogue.life;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One life event, for one place.
 *
 * @param place whose bodies' guides are linked, e.g. 青秀区
 * @param placeChosen the visitor has chosen a place
 * @param online how many of the items need no visit at all
 * @param more address of the list of all items of this kind
 * @param moreCount items in that list that are not on this page
 */
public record LifeEventPage(
    LifeEvent event,
    String place,
    boolean placeChosen,
    List<PhaseView> phases,
    int items,
    int online,
    String more,
    int moreCount,
    List<Other> others) {

  public record PhaseView(String id, String when, List<StepView> steps) {}

  /**
   * @param guide the item's guide; null when the step is no item
   * @param by who does it, or the body that does
   */
  public record StepView(
      LifeEvent.Kind kind,
      String text,
      @Nullable GuideLink guide,
      @Nullable String by,
      @Nullable String only,
      @Nullable String until,
      @Nullable String basis) {}

  /**
   * @param facts 不用到现场, 当场办结 and so on, in the order in which they are shown
   */
  public record GuideLink(
      String name, String path, String department, List<String> facts, boolean suspended) {}

  public record Other(String name, String path, String icon) {}
}
