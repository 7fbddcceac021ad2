package org.yongtong.catalogue.find;

import java.util.List;

/**
 * What was asked of the search, for those who keep the catalogue.
 *
 * @param tabs which questions
 * @param spans how long back
 * @param phrases those that were added
 */
public record SearchesPage(
    List<Choice> tabs, List<Choice> spans, List<Line> lines, String empty, List<Phrase> phrases) {

  public record Choice(String word, String path, boolean chosen) {}

  /**
   * @param add address of the page on which the question is added to an item
   */
  public record Line(String query, int times, int hits, int opened, String last, String add) {}

  /**
   * @param remove address that takes it back; empty when the viewer may not
   */
  public record Phrase(
      String phrase, String item, String path, String by, String at, String remove) {}
}
