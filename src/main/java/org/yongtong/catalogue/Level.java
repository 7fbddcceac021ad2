package org.yongtong.catalogue;

/** On which level an implementation is exercised (行使层级, GB/T 39046 A.2). */
public enum Level {
  CITY(3, "市级"),
  COUNTY(4, "县级"),
  TOWN(5, "镇（乡、街道）级"),
  VILLAGE(6, "村（社区）级");

  private final int code;
  private final String word;

  Level(int code, String word) {
    this.code = code;
    this.word = word;
  }

  /** The digit between credit code and base code in an implementation code. */
  public int code() {
    return code;
  }

  public String word() {
    return word;
  }

  /**
   * The level of a body by the division it serves.
   *
   * @param division 12-digit code
   */
  public static Level ofDivision(String division) {
    if (!division.endsWith("000")) {
      return VILLAGE;
    }
    if (!division.endsWith("000000")) {
      return TOWN;
    }
    return division.endsWith("00000000") ? CITY : COUNTY;
  }
}
