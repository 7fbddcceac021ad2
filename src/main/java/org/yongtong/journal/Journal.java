package org.yongtong.journal;

import java.util.List;

/** The one append-only record of every official act (全程留痕、可追溯、可核查). */
public interface Journal {

  /**
   * Appends a row in the caller's transaction; rolls back with it.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException when no transaction is
   *     active: an act without its state change is a defect
   */
  Entry append(Act act);

  /**
   * Appends many rows at once, in this order, in the caller's transaction.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException when no transaction is
   *     active
   */
  void appendAll(List<Act> acts);

  /** All rows about a subject, oldest first. */
  List<Entry> about(Subject subject);
}
