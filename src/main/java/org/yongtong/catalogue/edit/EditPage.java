package org.yongtong.catalogue.edit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.edit.PageView.BlockView;
import org.yongtong.catalogue.edit.PageView.Change;
import org.yongtong.catalogue.edit.PageView.Line;

/**
 * One page of the editor.
 *
 * @param seen fingerprint of what the page showed
 * @param problems place → message for the summary on top; empty while nothing is checked yet
 * @param loose what is wrong with the page as a whole, beside no control
 * @param saved what was done just now, or null
 * @param next the next page's title, or null on the last
 * @param inherited what the lead says on this subject, of a claimant
 * @param conflict what somebody else saved meanwhile; null when nobody did
 */
public record EditPage(
    Head head,
    Nav nav,
    String key,
    String title,
    String lead,
    List<BlockView> blocks,
    String seen,
    Map<String, String> problems,
    List<String> loose,
    @Nullable String saved,
    @Nullable String next,
    List<Line> inherited,
    @Nullable Conflict conflict,
    boolean writable) {

  public String path() {
    return head.path() + "/" + key;
  }

  /**
   * @param by who saved it and when
   * @param changes stored beside typed
   */
  public record Conflict(String by, List<Change> changes) {}
}
