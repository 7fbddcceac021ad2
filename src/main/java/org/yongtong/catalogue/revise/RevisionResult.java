package org.yongtong.catalogue.revise;

import java.util.function.Function;

/** What came of an action. */
public sealed interface RevisionResult {

  /**
   * @param repeated it had been done before under the same key; nothing was done now
   */
  record Done(Revision revision, boolean repeated) implements RevisionResult {}

  record Refused(Refusal refusal) implements RevisionResult {}

  default <T> T fold(Function<Done, T> done, Function<Refusal, T> refused) {
    return switch (this) {
      case Done d -> done.apply(d);
      case Refused(Refusal refusal) -> refused.apply(refusal);
    };
  }

  static RevisionResult refused(Refusal refusal) {
    return new Refused(refusal);
  }
}
