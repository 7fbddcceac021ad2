package org.yongtong.identity;

/** Whose account it is. */
public enum AccountKind {
  PERSON("个人"),
  LEGAL("法人"),
  STAFF("工作人员");

  private final String word;

  AccountKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
