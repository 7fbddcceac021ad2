package org.yongtong.catalogue.importing;

import java.math.BigDecimal;

/** What stands in a cell of a table. A CSV file knows texts only. */
sealed interface Cell {

  record Text(String text) implements Cell {}

  /**
   * @param day whether the spreadsheet shows it as a date
   */
  record Number(BigDecimal number, boolean day) implements Cell {}

  record Flag(boolean on) implements Cell {}

  record Formula(String formula) implements Cell {}

  /** For example {@code #REF!}. */
  record Faulty(String text) implements Cell {}

  record Empty() implements Cell {}
}
