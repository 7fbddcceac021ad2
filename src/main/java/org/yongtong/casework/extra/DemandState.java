package org.yongtong.casework.extra;

/** Where a report stands. */
enum DemandState {
  OPEN("待处理", "neutral"),
  ASKED("等部门答复", "near"),
  ANSWERED("待认定", "near"),
  FOUNDED("属实", "late"),
  UNFOUNDED("不属实", "done");

  private final String word;
  private final String tone;

  DemandState(String word, String tone) {
    this.word = word;
    this.tone = tone;
  }

  String word() {
    return word;
  }

  String tone() {
    return tone;
  }

  boolean closed() {
    return this == FOUNDED || this == UNFOUNDED;
  }
}
