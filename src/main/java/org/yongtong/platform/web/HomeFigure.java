package org.yongtong.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One live figure on the front page. Only figures counted from real acts; a module that has nothing
 * to count yet contributes none.
 *
 * @param order position, small first
 * @param word what is counted, e.g. 今日办结
 * @param value the number as shown
 * @param unit e.g. 件 or 个工作日
 * @param note period and source in a few words
 * @param path of the list behind the figure, or null when it has none
 */
public record HomeFigure(
    int order, String word, String value, String unit, String note, @Nullable String path) {

  /** Socket: asked at most once a minute, so it may count. */
  public interface Source {
    List<HomeFigure> figures();
  }
}
