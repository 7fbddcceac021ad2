package org.yongtong.platform.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * What one office decides for itself: days it is closed, and days it works though the city does
 * not.
 *
 * @param off closed
 * @param work open; no day may be in both
 */
public record OfficeDays(Set<LocalDate> off, Set<LocalDate> work) {

  public OfficeDays {
    off = Set.copyOf(off);
    work = Set.copyOf(work);
    for (LocalDate day : off) {
      if (work.contains(day)) {
        throw new IllegalArgumentException("%s 不能既上班又休息".formatted(day));
      }
    }
  }
}
