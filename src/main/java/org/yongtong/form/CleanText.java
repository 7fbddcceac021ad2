package org.yongtong.form;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings typed text into the one form in which it is kept. */
final class CleanText {

  /** Stands where a character was that cannot be kept; the check refuses a text with it. */
  static final char UNREADABLE = '\uFFFD';

  private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");

  private CleanText() {}

  static String of(FieldKind kind, String typed) {
    String text = readable(cut(typed), kind == FieldKind.TEXTAREA);
    text = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    return switch (kind) {
      case INTEGER, DECIMAL, MONEY -> ungrouped(withoutSpaces(halfWidth(text)));
      case PHONE, EMAIL -> withoutSpaces(halfWidth(text));
      case CITIZEN_NUMBER, CREDIT_CODE -> withoutSpaces(halfWidth(text)).toUpperCase(Locale.ROOT);
      case DATE -> Dates.iso(halfWidth(text));
      default -> text;
    };
  }

  /** Bank account and division numbers: digits as people group them. */
  static String digits(String typed) {
    return withoutSpaces(halfWidth(of(FieldKind.TEXT, typed))).replace("-", "");
  }

  /** Text far beyond what any field takes is cut where the check still refuses it. */
  private static String cut(String typed) {
    return typed.length() > Limits.LONGEST + 1 ? typed.substring(0, Limits.LONGEST + 1) : typed;
  }

  private static String readable(String typed, boolean lines) {
    var text = new StringBuilder(typed.length());
    typed
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                text.append(' ');
              } else if (c == 0x200B || c == 0x2060 || c == 0xFEFF) {
                return; // invisible, left behind by word processors
              } else if (c == '\n' && lines || !unreadable(c)) {
                text.appendCodePoint(c);
              } else {
                text.append(UNREADABLE);
              }
            });
    return text.toString();
  }

  /** Control characters, halves of pairs, non-characters and marks that turn the reading order. */
  static boolean unreadable(int c) {
    return Character.isISOControl(c)
        || c >= 0xD800 && c <= 0xDFFF
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c >= 0xFDD0 && c <= 0xFDEF
        || (c & 0xFFFE) == 0xFFFE
        || c == UNREADABLE;
  }

  private static String halfWidth(String text) {
    var half = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c >= 0xFF01 && c <= 0xFF5E) {
                half.append((char) (c - 0xFEE0));
              } else if (c == 0x3002) {
                half.append('.');
              } else if (c == 0x3000) {
                half.append(' ');
              } else {
                half.appendCodePoint(c);
              }
            });
    return half.toString();
  }

  private static String withoutSpaces(String text) {
    return text.replaceAll("[\\s\\u00A0]+", "");
  }

  private static String ungrouped(String number) {
    return GROUPED.matcher(number).matches() ? number.replace(",", "") : number;
  }
}
