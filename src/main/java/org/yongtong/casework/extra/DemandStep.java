package org.yongtong.casework.extra;

/** What is done about a report. {@link #kind()} is the journal's word for it having been done. */
enum DemandStep {
  REPORT("举报", "extra_demand.reported"),
  ASK("转部门答复", "extra_demand.asked"),
  ANSWER("部门答复", "extra_demand.answered"),
  FOUND("认定属实", "extra_demand.founded"),
  DISMISS("认定不属实", "extra_demand.unfounded");

  private final String word;
  private final String kind;

  DemandStep(String word, String kind) {
    this.word = word;
    this.kind = kind;
  }

  String word() {
    return word;
  }

  String kind() {
    return kind;
  }
}
