package org.yongtong.casework.file;

/** Statutory papers. {@code mark} stands in their numbers. */
public enum DocumentKind {
  RECEIPT("收件凭证", "收"),
  ACCEPTANCE("受理通知书", "受"),
  DEFERRED_ACCEPTANCE("容缺受理通知书", "容受"),
  CORRECTION("一次性告知补正通知书", "补"),
  NON_ACCEPTANCE("不予受理决定书", "不受"),
  EXTENSION("延长办理期限通知书", "延"),
  SPECIAL("特别程序告知书", "特"),
  APPROVAL("准予决定书", "准"),
  REFUSAL("不予决定书", "不准"),
  WITHDRAWAL("终止办理通知书", "终");

  private final String title;
  private final String mark;

  DocumentKind(String title, String mark) {
    this.title = title;
    this.mark = mark;
  }

  public String title() {
    return title;
  }

  public String mark() {
    return mark;
  }
}
