package org.yongtong.catalogue.find;

import java.util.BitSet;

/**
 * One character of a word as it was typed, or one syllable typed in letters.
 *
 * @param typed the character; 0 for a syllable
 * @param syllables what it may be read as; of a syllable cut short, all that begin so
 * @param sounds the sounds of the syllables
 * @param cut whether it is only the beginning of a syllable
 */
record Unit(char typed, BitSet syllables, BitSet sounds, boolean cut) {

  static Unit character(char typed) {
    var syllables = new BitSet();
    for (int syllable : Han.readings(typed)) {
      syllables.set(syllable);
    }
    return new Unit(typed, syllables, soundsOf(syllables), false);
  }

  static Unit syllable(String letters) {
    var syllables = new BitSet();
    syllables.set(Han.number(letters));
    return new Unit((char) 0, syllables, soundsOf(syllables), false);
  }

  /** All syllables that begin with these letters. */
  static Unit beginning(String letters) {
    var syllables = new BitSet();
    for (int i = 0; i < Han.syllables(); i++) {
      if (Han.syllable(i).startsWith(letters)) {
        syllables.set(i);
      }
    }
    return new Unit((char) 0, syllables, soundsOf(syllables), true);
  }

  static Unit oneOf(BitSet syllables) {
    return new Unit((char) 0, syllables, soundsOf(syllables), false);
  }

  private static BitSet soundsOf(BitSet syllables) {
    var sounds = new BitSet();
    syllables.stream().map(Han::sound).forEach(sounds::set);
    return sounds;
  }

  /** Is this character, or is read so. */
  boolean is(char character) {
    if (typed != 0) {
      return typed == character;
    }
    for (int syllable : Han.readings(character)) {
      if (syllables.get(syllable)) {
        return true;
      }
    }
    return false;
  }

  /** Sounds like this character. */
  boolean soundsLike(char character) {
    if (typed == character) {
      return true;
    }
    for (int syllable : Han.readings(character)) {
      if (sounds.get(Han.sound(syllable))) {
        return true;
      }
    }
    return false;
  }
}
