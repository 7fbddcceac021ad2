package org.yongtong.catalogue.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One import: how far it is, its report, and what the viewer may do with it.
 *
 * @param facts label → value
 * @param progress while it runs, else null
 * @param note why it came back, or what became of it; "" when nothing is to be said
 * @param tabs of the report, empty while it runs for the first time
 * @param problems of a refused form
 * @param next address of the next lines, or null
 * @param kept whether the uploaded file is still there
 */
public record RunPage(
    String path,
    String file,
    String state,
    String tone,
    String sentence,
    Map<String, String> facts,
    @Nullable Progress progress,
    String note,
    String noteTone,
    List<Tab> tabs,
    String tab,
    List<FindingRow> findings,
    List<LineRow> lines,
    @Nullable String next,
    Actions actions,
    boolean kept,
    Map<String, String> problems,
    String reason) {

  /**
   * @param percent 0 to 100, or -1 when the whole is not known yet
   */
  public record Progress(String words, int percent) {}

  public record Tab(String key, String word, int count) {}

  public record FindingRow(String sheet, String line, String column, String item, String message) {}

  /**
   * @param link address of the item, or null
   */
  public record LineRow(
      String item,
      String name,
      String department,
      String spot,
      String outcome,
      String tone,
      @Nullable String link,
      List<ChangeRow> changes) {}

  public record ChangeRow(String element, String before, String after) {}

  /** What the viewer may do now. */
  public record Actions(
      boolean send, boolean check, boolean cancel, boolean apply, boolean giveBack) {

    public boolean any() {
      return send || check || cancel || apply || giveBack;
    }
  }
}
