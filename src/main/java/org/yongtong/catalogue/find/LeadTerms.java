package org.yongtong.catalogue.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The terms under which a lead stands in the index, field by field. Questions are cut into the same
 * terms.
 */
final class LeadTerms {

  /** A title as a whole. */
  static final String EXACT = "exact";

  /** The first two characters of a title. */
  static final String START = "start";

  /** Single characters and neighbouring pairs of titles. */
  static final String PAIR = "pair";

  /** Neighbouring pairs of summary, department, laws and papers. */
  static final String TEXT = "text";

  /** Sounds and neighbouring pairs of sounds of titles. */
  static final String SOUND = "sound";

  /** First letters: three neighbours, and the first two with a mark before them. */
  static final String INITIALS = "initials";

  /** A title in pinyin as a whole. */
  static final String PINYIN = "pinyin";

  static final List<String> FIELDS = List.of(EXACT, START, PAIR, TEXT, SOUND, INITIALS, PINYIN);

  private static final int MOST_WAYS = 4;
  private static final char SOUND_BASE = 0x100;
  private static final Analyzer CHINESE = new SmartChineseAnalyzer();

  private LeadTerms() {}

  static Set<String> of(Lead lead, String field) {
    var terms = new HashSet<String>();
    switch (field) {
      case TEXT -> {
        terms.addAll(SearchText.pairs(SearchText.joined(lead.head().summary())));
        terms.addAll(SearchText.pairs(SearchText.joined(lead.body())));
        lead.head()
            .texts()
            .forEach(text -> terms.addAll(SearchText.pairs(SearchText.joined(text))));
      }
      default -> {
        for (String title : lead.titles()) {
          ofTitle(title, field, terms);
        }
      }
    }
    return terms;
  }

  private static void ofTitle(String title, String field, Set<String> terms) {
    switch (field) {
      case EXACT -> terms.add(title);
      case START -> terms.add(title.substring(0, Math.min(2, title.length())));
      case PAIR -> singlesAndPairs(title, terms);
      case SOUND -> sounds(title, terms);
      case INITIALS -> initials(title, terms);
      case PINYIN -> terms.add(pinyin(title));
      default -> throw new IllegalArgumentException(field);
    }
  }

  private static void singlesAndPairs(String joined, Set<String> terms) {
    for (int i = 0; i < joined.length(); i++) {
      terms.add(joined.substring(i, i + 1));
      if (i + 1 < joined.length()) {
        terms.add(joined.substring(i, i + 2));
      }
    }
  }

  private static void sounds(String title, Set<String> terms) {
    for (int i = 0; i < title.length(); i++) {
      for (int a : Han.readings(title.charAt(i))) {
        terms.add(sound(Han.sound(a)));
        if (i + 1 < title.length()) {
          for (int b : Han.readings(title.charAt(i + 1))) {
            terms.add(sound(Han.sound(a)) + sound(Han.sound(b)));
          }
        }
      }
    }
  }

  /** The term of one sound. */
  static String sound(int sound) {
    return String.valueOf((char) (SOUND_BASE + sound));
  }

  private static void initials(String title, Set<String> terms) {
    for (String letters : letters(title)) {
      if (letters.length() >= 2) {
        terms.add(firstInitials(letters));
      }
      for (int i = 0; i + 3 <= letters.length(); i++) {
        terms.add(letters.substring(i, i + 3));
      }
    }
  }

  static String firstInitials(String letters) {
    return "^" + letters.substring(0, 2);
  }

  /** First letters of a title, in each way its characters may be read. */
  private static List<String> letters(String title) {
    List<String> ways = List.of("");
    for (int i = 0; i < title.length(); i++) {
      var letters = new LinkedHashSet<String>();
      for (int syllable : Han.readings(title.charAt(i))) {
        letters.add(Han.syllable(syllable).substring(0, 1));
      }
      if (letters.isEmpty()) {
        letters.add(title.substring(i, i + 1));
      }
      var longer = new ArrayList<String>();
      for (String way : ways) {
        for (String letter : letters) {
          if (longer.size() < MOST_WAYS) {
            longer.add(way + letter);
          }
        }
      }
      ways = longer;
    }
    return ways;
  }

  /** A title in pinyin, each character in its usual reading. */
  static String pinyin(String title) {
    var pinyin = new StringBuilder();
    for (int i = 0; i < title.length(); i++) {
      int[] readings = Han.readings(title.charAt(i));
      pinyin.append(readings.length == 0 ? title.charAt(i) : Han.syllable(readings[0]));
    }
    return pinyin.toString();
  }

  /** Words by the dictionary, in order. */
  static List<String> cut(String text) {
    var words = new ArrayList<String>();
    try (var tokens = CHINESE.tokenStream("question", text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
      return words;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
