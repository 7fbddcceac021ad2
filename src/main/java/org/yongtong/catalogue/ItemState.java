package org.yongtong.catalogue;

/** Whether an item can be applied for (事项状态: 1 在用 2 暂停 3 取消). */
public enum ItemState {
  IN_USE("在用"),
  SUSPENDED("暂停"),
  CANCELLED("取消");

  private final String word;

  ItemState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
