package org.yongtong.catalogue.find;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.life.LifeEvent;

/**
 * The list of items, searched and filtered.
 *
 * @param q the question as typed
 * @param kept filters that a new question keeps, parameter → value
 * @param groups what can be filtered by
 * @param events life events whose words answer; on the first page only
 * @param number of this page, from 1
 * @param previous address of the page before, or null
 * @param clearHref the same question without filters; without a question, all items
 * @param rescue where to go when nothing was found; null otherwise
 */
public record ItemsPage(
    String q,
    Map<String, String> kept,
    List<Group> groups,
    List<Hit> hits,
    int total,
    List<LifeEvent> events,
    int number,
    int pages,
    @Nullable String previous,
    @Nullable String next,
    String clearHref,
    @Nullable Rescue rescue) {

  public record Group(String word, List<Chip> chips) {}

  /**
   * @param count items that choosing it would leave
   */
  public record Chip(String word, int count, String href, boolean chosen) {}

  /**
   * @param alias the everyday name that answers the question, in parts; empty when the name does
   */
  public record Hit(
      String taskCode,
      List<Part> name,
      List<Part> summary,
      List<Part> alias,
      String department,
      String days,
      int visits,
      String audience) {}

  /** A piece of text; marked when it answers the question. */
  public record Part(String text, boolean marked) {}

  public boolean filtered() {
    return !kept.isEmpty();
  }

  /** The chips chosen, to be taken back. */
  public List<Chip> chosen() {
    return groups.stream().flatMap(group -> group.chips().stream()).filter(Chip::chosen).toList();
  }

  public String heading() {
    return q.isEmpty() ? "办事" : "搜索“" + q + "”";
  }

  public String title() {
    return (q.isEmpty() ? "办事" : q + " · 搜索") + (number > 1 ? "（第 " + number + " 页）" : "");
  }

  public String emptySentence() {
    return q.isEmpty()
        ? "没有同时符合这些筛选条件的事项。"
        : filtered() ? "在选定的范围里没有找到“" + q + "”。" : "没有找到“" + q + "”。";
  }

  public String emptyVerb() {
    return q.isEmpty() || !filtered() ? "看全部事项" : "在全部事项里找";
  }
}
