package org.yongtong.journal;

import java.util.Set;

/**
 * A reader of the journal; a bean of this type is started by the journal. Its checkpoint moves in
 * the same transaction as what {@link #handle} writes, so each row takes effect once. A row that
 * keeps failing is parked with an alarm and can be replayed.
 */
public interface Subscription {

  /** Stable name, the key of the checkpoint. */
  String name();

  /** Kinds read; empty means all. */
  Set<String> kinds();

  void handle(Entry entry);
}
