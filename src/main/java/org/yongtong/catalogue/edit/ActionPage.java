package org.yongtong.catalogue.edit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.edit.PageView.Line;

/**
 * The form of one step: what it means, what is asked, what was typed.
 *
 * @param opinion label of the opinion or reason
 * @param opinionNeeded it must be written
 * @param day first day of effect asked for, yyyy-mm-dd; null when none is asked for
 * @param defaults of a delegation, whether bodies may begin with defaults; null when not asked for
 * @param sections what can be marked when it is sent back
 * @param problems field → message
 * @param conflict why it cannot be done any more, or null
 */
public record ActionPage(
    Head head,
    Nav nav,
    String path,
    String title,
    String lead,
    String submit,
    boolean danger,
    int version,
    UUID key,
    String opinionLabel,
    boolean opinionNeeded,
    String opinion,
    @Nullable String day,
    String today,
    @Nullable Boolean defaults,
    List<Section> sections,
    List<Line> facts,
    Map<String, String> problems,
    @Nullable String general,
    @Nullable String conflict) {

  /**
   * @param open unfolded: something on it has changed or was marked
   */
  public record Section(String title, boolean open, List<Mark> marks) {}

  /**
   * @param place in the document
   * @param text what is written there now
   * @param reason typed so far
   */
  public record Mark(String place, String label, String text, String reason) {}
}
