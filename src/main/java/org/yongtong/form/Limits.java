package org.yongtong.form;

/** How much a form takes where its definition says nothing. */
final class Limits {

  static final int TEXT = 200;
  static final int TEXTAREA = 2000;
  static final int EMAIL = 254;

  /** Longest text that any field can be allowed to take, in characters. */
  static final int LONGEST = 20_000;

  static final int ROWS = 20;
  static final int MOST_ROWS = 500;
  static final int CHOSEN = 200;

  private Limits() {}

  static int length(Field field) {
    Integer max = field.max();
    return max != null ? max : field.kind() == FieldKind.TEXTAREA ? TEXTAREA : TEXT;
  }
}
