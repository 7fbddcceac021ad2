package org.yongtong.catalogue.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A word of a question with the ways it may be understood.
 *
 * @param text in normal form
 */
record Word(String text, List<Reading> readings) {

  static final double AS_PINYIN = 0.95;
  static final double AS_INITIALS = 0.8;
  static final double AS_SYNONYM = 0.7;
  static final double AS_SLIP = 0.7;

  /**
   * One way to understand a word.
   *
   * @param text what is typed, or the synonym
   * @param worth 1 = as it stands
   * @param inCharacters no syllable typed in letters
   * @param initials nothing but first letters of syllables
   */
  record Reading(
      String text, List<Unit> units, double worth, boolean inCharacters, boolean initials) {

    Reading(String text, List<Unit> units, double worth) {
      this(
          text,
          units,
          worth,
          units.stream().allMatch(unit -> unit.typed() != 0),
          units.stream().allMatch(Unit::cut));
    }

    int length() {
      return units.size();
    }
  }

  static Word of(String text, Synonyms synonyms) {
    var readings = new ArrayList<Reading>();
    readings.add(new Reading(text, characters(text), 1));
    for (List<Unit> units : spelled(text)) {
      boolean initials = units.stream().allMatch(Unit::cut);
      readings.add(new Reading(text, units, initials ? AS_INITIALS : AS_PINYIN));
    }
    for (String other : synonyms.of(text)) {
      readings.add(new Reading(other, characters(other), AS_SYNONYM));
    }
    return new Word(text, List.copyOf(readings));
  }

  /** The word as pinyin typed with a slip, if it may be that. */
  Optional<Word> withSlip() {
    boolean letters = text.length() >= 5 && text.chars().allMatch(each -> latin((char) each));
    List<Unit> units = letters ? Spelling.slips(text) : null;
    return Optional.ofNullable(units)
        .map(slip -> new Word(text, List.of(new Reading(text, slip, AS_SLIP))));
  }

  private static List<Unit> characters(String text) {
    return text.chars().mapToObj(character -> Unit.character((char) character)).toList();
  }

  /** The letters in it read as pinyin; empty without letters. */
  private static List<List<Unit>> spelled(String text) {
    List<List<Unit>> ways = List.of(List.of());
    boolean letters = false;
    for (int from = 0; from < text.length(); ) {
      int to = from + 1;
      boolean latin = latin(text.charAt(from));
      while (to < text.length() && latin(text.charAt(to)) == latin) {
        to++;
      }
      String run = text.substring(from, to);
      letters |= latin;
      List<List<Unit>> parts = latin ? Spelling.syllables(run) : List.of(characters(run));
      if (parts.isEmpty()) {
        return List.of();
      }
      var longer = new ArrayList<List<Unit>>();
      for (List<Unit> way : ways) {
        for (List<Unit> part : parts) {
          var joined = new ArrayList<>(way);
          joined.addAll(part);
          longer.add(joined);
        }
      }
      ways = longer.size() > 4 ? longer.subList(0, 4) : longer;
      from = to;
    }
    return letters ? ways : List.of();
  }

  static boolean latin(char character) {
    return character >= 'a' && character <= 'z';
  }
}
