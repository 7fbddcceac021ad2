package org.yongtong.catalogue.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.edit.PageView.Line;

/**
 * A revision as a whole: how far it is, what it wants, what is wrong with it, what may be done now.
 *
 * @param done what was done just now, or null
 * @param facts reason, basis, day …
 * @param problems that keep it from being sent on
 * @param returned why it was sent back, by round
 * @param changes places that differ from what is published; a few, the page of differences has all
 * @param answers take-overs that this delegation opened
 * @param history what happened, oldest first
 */
public record RevisionPage(
    Head head,
    Nav nav,
    @Nullable String done,
    List<Line> facts,
    List<Problem> problems,
    List<Returned> returned,
    int changes,
    List<Answer> answers,
    List<Event> history,
    List<Button> buttons,
    List<String> notes) {

  public record Returned(String by, String when, String during, List<RemarkLine> remarks) {}

  /**
   * @param path of the place's page, or null when it has none
   */
  public record RemarkLine(String label, String reason, @Nullable String path) {}

  public record Answer(String body, String path, String state, String tone) {}

  public record Event(String what, String who, String when, String detail) {}

  /**
   * @param style primary, danger or ""
   */
  public record Button(String word, String path, String style) {}
}
