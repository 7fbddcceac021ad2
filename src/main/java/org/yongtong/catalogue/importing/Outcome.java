package org.yongtong.catalogue.importing;

/** What an import does with one item. */
enum Outcome {
  FAULTY("有错误"),
  NEW("新增"),
  ADJUSTED("调整"),
  UNCHANGED("不变");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
