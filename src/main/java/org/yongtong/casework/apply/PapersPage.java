package org.yongtong.casework.apply;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Third step: the papers.
 *
 * @param problems paper id → what is missing, for the summary on top; empty when nobody asked to go
 *     on yet
 */
public record PapersPage(
    DraftHead head, List<Card> cards, List<Kept> kept, Map<String, String> problems) {

  /**
   * @param need 必要, 按情形 …
   * @param facts e.g. 复印件 1 份
   * @param held why it need not be handed in, or null
   * @param sample what a good one looks like, or null
   * @param forms the guide has a blank form and a filled-in example
   * @param mark reason of the officer, or null
   * @param errors what was wrong with the last upload
   * @param problem that it is missing, or null
   * @param later how it may follow after acceptance, or null
   * @param news what a revision of the item has brought here, or null
   */
  public record Card(
      String id,
      String name,
      String need,
      boolean needed,
      String facts,
      @Nullable String note,
      @Nullable String sample,
      boolean forms,
      @Nullable String held,
      @Nullable String mark,
      List<File> files,
      List<String> errors,
      @Nullable String problem,
      @Nullable Later later,
      @Nullable String news) {

    public boolean full() {
      return files.size() >= UploadPaper.MOST_FILES;
    }
  }

  /**
   * @param words on what conditions
   * @param chosen it is left out now
   * @param barred why this applicant may not, or null
   */
  public record Later(String words, boolean chosen, @Nullable String barred) {}

  public record File(UUID id, String name, String size, boolean image) {}

  /** A paper that was filed before and stays as it is in a correction. */
  public record Kept(String name) {}

  public String upload(Card card) {
    return head.path("papers/" + card.id());
  }

  public String later(Card card) {
    return upload(card) + "/later";
  }

  public String file(File file) {
    return head.path("files/" + file.id());
  }

  public long mostBytes() {
    return UploadPaper.MOST_BYTES;
  }
}
