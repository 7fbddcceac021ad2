package org.yongtong.catalogue;

import java.util.Comparator;

/**
 * Something wrong in an item's file.
 *
 * @param file name without folders
 * @param line from 1; 0 where there is no file
 * @param place the element, e.g. {@code papers[2].when}; empty for the whole
 * @param message in Chinese, for the person who edits the file
 */
public record Defect(String file, int line, String place, String message)
    implements Comparable<Defect> {

  private static final Comparator<Defect> BY_PLACE =
      Comparator.comparing(Defect::file)
          .thenComparingInt(Defect::line)
          .thenComparing(Defect::message);

  @Override
  public int compareTo(Defect other) {
    return BY_PLACE.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? message : "%s 第 %d 行：%s".formatted(file, line, message);
  }
}
