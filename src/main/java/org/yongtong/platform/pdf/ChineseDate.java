package org.yongtong.platform.pdf;

import java.time.LocalDate;

/** Dates as papers write them (GB/T 9704-2012 §7.3.5.4: Arabic digits, no leading zeros). */
public final class ChineseDate {

  private ChineseDate() {}

  /** E.g. 2026年11月3日. */
  public static String of(LocalDate date) {
    return "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }
}
