package org.yongtong.catalogue.importing;

/** A cell cannot be read; the message says in Chinese what is wrong and how to mend it. */
final class BadCell extends Exception {

  private static final long serialVersionUID = 1L;

  BadCell(String message) {
    super(message, null, false, false);
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
