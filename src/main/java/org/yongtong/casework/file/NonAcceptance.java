package org.yongtong.casework.file;

/**
 * Why an application is not accepted: 行政许可法 §32(1), items 1, 2 and (after a correction notice) 4.
 */
public enum NonAcceptance {
  NOT_NEEDED("申请事项依法不需要取得行政许可", "《中华人民共和国行政许可法》第三十二条第一款第一项"),
  NOT_COMPETENT("申请事项依法不属于本机关职权范围", "《中华人民共和国行政许可法》第三十二条第一款第二项"),
  NOT_CORRECTED("申请材料经告知补正后仍不齐全或者不符合法定形式", "《中华人民共和国行政许可法》第三十二条第一款第四项、第五项");

  private final String word;
  private final String basis;

  NonAcceptance(String word, String basis) {
    this.word = word;
    this.basis = basis;
  }

  public String word() {
    return word;
  }

  public String basis() {
    return basis;
  }
}
