package org.yongtong.catalogue.find;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of Chinese characters: their simplified form and their readings, as syllables
 * without tones. The table {@code han.txt} is made from the Unicode Han Database by {@code
 * src/main/scripts/han.py}.
 *
 * <p>A syllable is a small number. Several syllables that many in the south do not tell apart (zh
 * and z, n and l, final n and ng) share one <em>sound</em>, again a small number.
 */
final class Han {

  private static final int FIRST = 0x4E00;
  private static final int LAST = 0x9FFF;
  private static final int[] NONE = {};

  private static final char[] SIMPLIFIED = new char[LAST - FIRST + 1];
  private static final int[][] READINGS = new int[LAST - FIRST + 1][];
  private static final List<String> SYLLABLES = new ArrayList<>();
  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static final int[] SOUNDS;

  static {
    Arrays.fill(READINGS, NONE);
    for (int i = 0; i < SIMPLIFIED.length; i++) {
      SIMPLIFIED[i] = (char) (FIRST + i);
    }
    List<String> lines = lines();
    String pairs = lines.getFirst().substring(2);
    for (int i = 0; i < pairs.length(); i += 2) {
      SIMPLIFIED[pairs.charAt(i) - FIRST] = pairs.charAt(i + 1);
    }
    List<String> others = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int space = line.indexOf(' ');
      int bar = line.indexOf('|');
      NUMBERS.put(line.substring(0, space), SYLLABLES.size());
      read(line.substring(space + 1, bar), SYLLABLES.size());
      others.add(line.substring(bar + 1));
      SYLLABLES.add(line.substring(0, space));
    }
    for (int i = 0; i < others.size(); i++) {
      read(others.get(i), i);
    }
    var sounds = new HashMap<String, Integer>();
    SOUNDS = new int[SYLLABLES.size()];
    for (int i = 0; i < SOUNDS.length; i++) {
      SOUNDS[i] = sounds.computeIfAbsent(blurred(SYLLABLES.get(i)), ignored -> sounds.size());
    }
  }

  private Han() {}

  private static List<String> lines() {
    try (InputStream in = Objects.requireNonNull(Han.class.getResourceAsStream("han.txt"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.readAllLines();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void read(String characters, int syllable) {
    for (int i = 0; i < characters.length(); i++) {
      int at = characters.charAt(i) - FIRST;
      int[] longer = Arrays.copyOf(READINGS[at], READINGS[at].length + 1);
      longer[longer.length - 1] = syllable;
      READINGS[at] = longer;
    }
  }

  private static String blurred(String syllable) {
    String start = syllable.replaceFirst("^([zcs])h", "$1").replaceFirst("^n", "l");
    return start.replace('v', 'u').replaceFirst("ng$", "n");
  }

  static boolean isHan(char character) {
    return character >= FIRST && character <= LAST;
  }

  static char simplified(char character) {
    return isHan(character) ? SIMPLIFIED[character - FIRST] : character;
  }

  /** Syllables of a character, the usual one first; not to be changed. */
  static int[] readings(char character) {
    return isHan(character) ? READINGS[character - FIRST] : NONE;
  }

  static int syllables() {
    return SYLLABLES.size();
  }

  static String syllable(int number) {
    return SYLLABLES.get(number);
  }

  /** The syllable's number, or -1. */
  static int number(String syllable) {
    return NUMBERS.getOrDefault(syllable, -1);
  }

  static int sound(int syllable) {
    return SOUNDS[syllable];
  }
}
