package org.yongtong.journal;

/** What a verification can find wrong. */
public enum Fault {
  EDITED("记录被修改"),
  DELETED("记录被删除"),
  INSERTED("记录被插入"),
  SWAPPED("记录被互换"),
  BACKDATED("记录时间倒填"),
  SEAL_BROKEN("封存被改动"),
  SEAL_MISSING("封存链断开"),
  SIGNATURE_WRONG("封存签名无效"),
  TAIL_MISSING("末尾被截断");

  private final String word;

  Fault(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
