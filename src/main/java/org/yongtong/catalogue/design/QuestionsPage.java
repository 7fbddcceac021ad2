package org.yongtong.catalogue.design;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.edit.Head;
import org.yongtong.catalogue.edit.PageView.Change;

/**
 * The question designer: what is asked first, and what the answers decide.
 *
 * @param readable the form can be worked on
 * @param more fields that could be asked first too: id → label
 * @param lists what the answers decide, list by list
 * @param rule the rule that is being written, or null
 * @param leaves how many cases there are; -1 while it cannot be known
 * @param svg the tree drawn, or null
 * @param departments that can take a case: key → name
 * @param overtaken somebody was faster
 * @param conflict what is stored beside what was typed, when somebody was faster
 * @param remarks why it was sent back, what is said of the form
 * @param undo the step that can be taken back, or null
 */
public record QuestionsPage(
    Head head,
    boolean writable,
    boolean readable,
    List<QuestionLine> questions,
    Map<String, String> more,
    List<DecidedList> lists,
    @Nullable RuleSheet rule,
    int leaves,
    boolean complete,
    @Nullable String svg,
    List<TreeWarning> warnings,
    List<String> defects,
    Map<String, String> departments,
    @Nullable String undo,
    @Nullable String said,
    Map<String, String> problems,
    boolean overtaken,
    List<Change> conflict,
    List<RemarkNote> remarks) {

  public String path() {
    return head.path() + "/questions";
  }

  /**
   * @param answers what can be chosen, in words
   * @param when its condition in words, or null
   * @param up the button means something
   * @param remark why it was sent back, or null
   */
  public record QuestionLine(
      String id,
      String label,
      String kind,
      String answers,
      @Nullable String when,
      boolean up,
      boolean down,
      @Nullable String remark) {}

  public record DecidedList(String key, String title, List<DecidedLine> rows) {}

  /**
   * @param key {@code papers.2}
   * @param when for whom, in words; null = everybody
   * @param remark why it was sent back, or null
   */
  public record DecidedLine(
      String key, String name, @Nullable String when, boolean chosen, @Nullable String remark) {}

  /**
   * @param key {@code papers.2}
   * @param words written for the applicant
   * @param suggested what the platform would say without them, or null
   * @param department of a routing rule, else ""
   * @param seen fingerprint of the row
   * @param remark why it was sent back, or null
   */
  public record RuleSheet(
      String key,
      String list,
      String name,
      RuleView rule,
      String words,
      @Nullable String suggested,
      String department,
      String seen,
      @Nullable String remark) {

    /** Where it stands in the document. */
    String place() {
      return key.replaceFirst("\\.(\\d+)$", "[$1]");
    }

    public boolean routing() {
      return list.equals("routing");
    }
  }
}
