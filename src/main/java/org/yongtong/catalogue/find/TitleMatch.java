package org.yongtong.catalogue.find;

import java.util.List;
import org.yongtong.catalogue.find.Word.Reading;

/**
 * How well a title answers a word, 0 to 100: the title is the word 100; begins with it 70 to 90;
 * holds it 45 to 65, the more the more of the title it fills; the word holds the title 30 to 60;
 * the word's characters stand in it in the same order 20 to 45 (食品许可 in 食品经营许可).
 */
final class TitleMatch {

  private TitleMatch() {}

  /** How a character is held against a title's. */
  enum By {
    SIGN,
    SOUND
  }

  static double of(String title, Reading reading, By by) {
    int n = title.length();
    int m = reading.length();
    if (m < 2 || n < 2) {
      return by == By.SOUND ? 0 : single(title, reading);
    }
    double filled = (double) m / n;
    if (by == By.SIGN && reading.inCharacters()) {
      return bySign(title, reading.text(), filled);
    }
    for (int at = 0; at + m <= n; at++) {
      if (holds(title, at, reading.units(), 0, m, by)) {
        if (at == 0) {
          return n == m ? 100 : start(filled);
        }
        if (!reading.initials() || m > 3) {
          return 45 + 20 * filled;
        }
      }
    }
    for (int from = 0; from + n < m + 1 && n < m; from++) {
      if (holds(title, 0, reading.units(), from, n, by)) {
        return 30 + 30 / filled;
      }
    }
    return m > 2 && !reading.initials() && inOrder(title, reading.units(), by)
        ? 20 + 25 * filled
        : 0;
  }

  private static double bySign(String title, String word, double filled) {
    int at = title.indexOf(word);
    if (at == 0) {
      return filled == 1 ? 100 : start(filled);
    }
    if (at > 0) {
      return 45 + 20 * filled;
    }
    if (word.contains(title)) {
      return 30 + 30 / filled;
    }
    int known = 0;
    for (int i = 0; i < title.length() && known < word.length(); i++) {
      known += title.charAt(i) == word.charAt(known) ? 1 : 0;
    }
    return word.length() > 2 && known == word.length() ? 20 + 25 * filled : 0;
  }

  private static double start(double filled) {
    return 70 + 5 * Math.floor(4 * filled);
  }

  private static double single(String title, Reading reading) {
    if (reading.length() == 1) {
      Unit unit = reading.units().getFirst();
      if (unit.cut()) {
        return 0;
      }
      for (int at = 0; at < title.length(); at++) {
        if (unit.is(title.charAt(at))) {
          return at > 0 ? 30 : title.length() == 1 ? 100 : 45;
        }
      }
      return 0;
    }
    return 0;
  }

  private static boolean holds(
      String title, int at, List<Unit> units, int from, int length, By by) {
    for (int i = 0; i < length; i++) {
      if (!same(units.get(from + i), title.charAt(at + i), by)) {
        return false;
      }
    }
    return true;
  }

  private static boolean inOrder(String title, List<Unit> units, By by) {
    int at = 0;
    for (int i = 0; i < title.length() && at < units.size(); i++) {
      if (same(units.get(at), title.charAt(i), by)) {
        at++;
      }
    }
    return at == units.size();
  }

  /** The title holds the word but for one wrong character, of long words two. */
  static double nearly(String title, Reading reading) {
    int n = title.length();
    int m = reading.length();
    int allowed = m < 4 ? 0 : m < 7 ? 1 : 2;
    for (int at = 0; allowed > 0 && at + m <= n; at++) {
      int wrong = 0;
      for (int i = 0; i < m && wrong <= allowed; i++) {
        if (!reading.units().get(i).is(title.charAt(at + i))) {
          wrong++;
        }
      }
      if (wrong <= allowed) {
        return (45 + 20.0 * m / n) * (1 - 1.5 * wrong / m);
      }
    }
    return 0;
  }

  private static boolean same(Unit unit, char character, By by) {
    return by == By.SIGN ? unit.is(character) : unit.soundsLike(character);
  }
}
