package org.yongtong.catalogue.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where files are uploaded and downloaded, and what lies there.
 *
 * @param scope whose items the viewer may import, in words
 * @param waiting for an approver, with what they may do; empty for others
 * @param departments key and name, for the export
 * @param own department key that is chosen first, or ""
 */
public record ImportPage(
    String scope,
    boolean approver,
    Map<String, String> problems,
    List<Row> waiting,
    List<Row> mine,
    List<Row> applied,
    Map<String, String> departments,
    @Nullable String own) {

  /** One run in a list. */
  public record Row(
      String path,
      String file,
      String who,
      String when,
      String state,
      String tone,
      String figures) {}
}
