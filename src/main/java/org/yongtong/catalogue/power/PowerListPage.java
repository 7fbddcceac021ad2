package org.yongtong.catalogue.power;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.directory.Department;

/**
 * The power list of one body.
 *
 * @param total of the body, whatever is asked for
 * @param found what was asked for
 * @param kinds what can be filtered by, with what each would leave
 */
public record PowerListPage(
    Department department,
    int total,
    int found,
    String q,
    @Nullable String kind,
    @Nullable String level,
    List<Chip> kinds,
    List<Chip> levels,
    List<PowerRow> rows,
    int number,
    int pages,
    @Nullable String previous,
    @Nullable String next) {

  public record Chip(String word, int count, String href, boolean chosen) {}

  public String path() {
    return "/powers/" + department.key();
  }

  public boolean filtered() {
    return !q.isEmpty() || kind != null || level != null;
  }
}
