package org.yongtong.platform.code;

/** Slips of the pen. */
final class Changes {

  private Changes() {}

  /** The text with the character at one place replaced by another of the alphabet. */
  static String changed(String text, int place, int shift, String alphabet) {
    int at = alphabet.indexOf(text.charAt(place));
    char other = alphabet.charAt((at + shift) % alphabet.length());
    return text.substring(0, place) + other + text.substring(place + 1);
  }
}
