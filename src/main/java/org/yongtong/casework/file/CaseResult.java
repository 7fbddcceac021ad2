package org.yongtong.casework.file;

import java.util.function.Function;

/** What came of an action. */
public sealed interface CaseResult {

  /**
   * @param repeated it had been done before under the same key; nothing was done now
   */
  record Done(CaseFile caseFile, boolean repeated) implements CaseResult {}

  record Refused(Refusal refusal) implements CaseResult {}

  default <T> T fold(Function<Done, T> done, Function<Refusal, T> refused) {
    return switch (this) {
      case Done d -> done.apply(d);
      case Refused(Refusal refusal) -> refused.apply(refusal);
    };
  }

  static CaseResult refused(Refusal refusal) {
    return new Refused(refusal);
  }
}
