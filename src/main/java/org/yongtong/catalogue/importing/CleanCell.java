package org.yongtong.catalogue.importing;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The text of a cell as it may be kept: no formulas, no web code, no invisible marks. On the way
 * out a text that a spreadsheet would take for a formula gets an apostrophe in front, and loses it
 * on the way in.
 */
final class CleanCell {

  /** Excel's own limit. */
  static final int LONGEST = 32_767;

  private static final Pattern FORMULA_LIKE =
      Pattern.compile("(?s)=.*|[+\\-@].*[(|!].*|[\\t\\r].*");
  private static final Pattern MARKUP =
      Pattern.compile("<[/!?]?[A-Za-z][^<>]{0,2000}>|&(#x?[0-9A-Fa-f]{1,8}|[A-Za-z]{2,8});");
  private static final String APOSTROPHE = "'";

  private CleanCell() {}

  static String in(String raw) throws BadCell {
    String text = lines(raw);
    if (text.length() > LONGEST) {
      throw new BadCell("内容有 %d 个字，一个单元格最多 %d 个字，请缩短".formatted(text.length(), LONGEST));
    }
    if (dangerous(text) && formulaLike(text.strip())) {
      throw new BadCell("内容像公式（以 %s 开头）：请只写文字或者数值，不要写公式".formatted(text.strip().charAt(0)));
    }
    if (text.startsWith(APOSTROPHE) && (dangerous(text.substring(1)) || text.startsWith("''"))) {
      text = text.substring(1);
    }
    refuse(text);
    return text;
  }

  /** Refuses what may not be kept in any text, wherever it comes from. */
  static void refuse(String text) throws BadCell {
    var markup = MARKUP.matcher(text);
    if (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) {
      if (markup.find()) {
        throw new BadCell("含有网页代码“%s”：请只写文字".formatted(shortened(markup.group())));
      }
    }
    for (int i = 0; i < text.length(); i++) {
      if (unreadable(text.charAt(i))) {
        throw new BadCell(
            "第 %d 个字是看不见的控制字符（U+%04X）：请删去后重新输入".formatted(i + 1, (int) text.charAt(i)));
      }
    }
  }

  private static boolean unreadable(char c) {
    return c != '\n' && c != '\t' && Character.isISOControl(c)
        || c >= '\u202A' && c <= '\u202E'
        || c >= '\u2066' && c <= '\u2069'
        || c == '\uFFFD'
        || c >= '\uFFFE';
  }

  private static boolean formulaLike(String text) {
    return FORMULA_LIKE.matcher(text).matches();
  }

  /** As it is written into a file that a spreadsheet program may open. */
  static String out(String text) {
    return dangerous(text) || text.startsWith(APOSTROPHE) && text.length() > 1 && escaped(text)
        ? APOSTROPHE + text
        : text;
  }

  private static boolean escaped(String text) {
    return dangerous(text.substring(1)) || text.charAt(1) == '\'';
  }

  private static boolean dangerous(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  static String lines(String raw) {
    String text = raw.indexOf('\r') >= 0 ? raw.replace("\r\n", "\n").replace('\r', '\n') : raw;
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  static String shortened(String text) {
    String line = text.replace('\n', ' ').strip();
    return line.codePointCount(0, line.length()) <= 40
        ? line
        : line.substring(0, line.offsetByCodePoints(0, 39)) + "…";
  }
}
