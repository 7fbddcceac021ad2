package org.yongtong.catalogue.importing;

import java.util.Set;

/** Life of an import; who may do what stands with the actions in {@link ImportActions}. */
enum RunState {
  CHECKING("正在检查", "near"),
  CHECKED("已检查", "neutral"),
  SENT("待审批", "near"),
  APPLYING("正在导入", "near"),
  APPLIED("已导入", "done"),
  RETURNED("已退回", "late"),
  CANCELLED("已取消", "neutral");

  private final String word;
  private final String tone;

  RunState(String word, String tone) {
    this.word = word;
    this.tone = tone;
  }

  String word() {
    return word;
  }

  String tone() {
    return tone;
  }

  /** Somebody works on it in the background. */
  boolean running() {
    return this == CHECKING || this == APPLYING;
  }

  /** What may become of it. */
  Set<RunState> next() {
    return switch (this) {
      case CHECKING -> Set.of(CHECKED, SENT, CANCELLED);
      case CHECKED -> Set.of(CHECKING, SENT, CANCELLED);
      case SENT -> Set.of(APPLYING, RETURNED, CANCELLED);
      case APPLYING -> Set.of(APPLIED, SENT);
      case APPLIED, RETURNED, CANCELLED -> Set.of();
    };
  }
}
