package org.yongtong.catalogue.power;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Powers that were cancelled, delegated or taken over, newest first. */
public record PowerChangesPage(List<Line> lines) {

  /**
   * @param path where it can be read, or null
   * @param on 2026年11月24日
   * @param to who has it now, or what takes its place, or null
   */
  public record Line(
      String name,
      @Nullable String path,
      String body,
      String what,
      LocalDate date,
      String on,
      @Nullable String to,
      @Nullable String reason,
      @Nullable String basis) {}
}
