package org.yongtong.catalogue.design;

import java.util.List;
import java.util.Map;
import org.yongtong.catalogue.edit.Head;

/**
 * Every case that the questions lead to.
 *
 * @param readable false while the form is wrong
 * @param questions id → wording
 * @param offered question → answers that occur
 * @param chosen question → answer by which the table is narrowed
 * @param papers names of all papers, to narrow by one
 * @param paper narrowed by it, or ""
 * @param total cases without the narrowing
 * @param lines of the narrowed table, at most {@link #SHOWN}
 * @param found cases after the narrowing
 * @param query of the narrowing, for the file
 */
public record LeavesPage(
    Head head,
    boolean readable,
    Map<String, String> questions,
    Map<String, List<String>> offered,
    Map<String, String> chosen,
    List<String> papers,
    String paper,
    int total,
    boolean complete,
    int found,
    List<LeafLine> lines,
    String query) {

  static final int SHOWN = 200;

  public String path() {
    return head.path() + "/leaves";
  }
}
