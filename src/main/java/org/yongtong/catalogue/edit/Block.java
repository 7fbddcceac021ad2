package org.yongtong.catalogue.edit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of an editor's page. */
public sealed interface Block {

  /** How one value is typed or chosen. */
  enum Kind {
    LINE,
    TEXT,
    NUMBER,
    CHOICE,
    CHOICES,
    /** One text per line. */
    LINES,
    FLAG,
    /** YAML of a part that has its own reader. */
    CODE
  }

  /**
   * One element.
   *
   * @param place in the document; inside {@link Rows} relative to the row
   * @param need must be filled in before it is sent on
   * @param most characters, 0 where it does not matter
   * @param options value → word
   * @param fixed shown but not changed here
   */
  record Field(
      String place,
      String label,
      Kind kind,
      boolean need,
      int most,
      @Nullable String hint,
      Map<String, String> options,
      @Nullable String unit,
      boolean fixed)
      implements Block {

    static Field line(String place, String label, int most) {
      return new Field(place, label, Kind.LINE, false, most, null, Map.of(), null, false);
    }

    static Field text(String place, String label, int most) {
      return new Field(place, label, Kind.TEXT, false, most, null, Map.of(), null, false);
    }

    static Field lines(String place, String label, int most) {
      return new Field(place, label, Kind.LINES, false, most, null, Map.of(), null, false);
    }

    static Field number(String place, String label, String unit) {
      return new Field(place, label, Kind.NUMBER, false, 4, null, Map.of(), unit, false);
    }

    static Field choice(String place, String label, Map<String, String> options) {
      return new Field(place, label, Kind.CHOICE, false, 0, null, options, null, false);
    }

    static Field choices(String place, String label, Map<String, String> options) {
      return new Field(place, label, Kind.CHOICES, false, 0, null, options, null, false);
    }

    static Field flag(String place, String label) {
      return new Field(place, label, Kind.FLAG, false, 0, null, Map.of(), null, false);
    }

    static Field code(String place, String label) {
      return new Field(place, label, Kind.CODE, false, 0, null, Map.of(), null, false);
    }

    Field must() {
      return new Field(place, label, kind, true, most, hint, options, unit, fixed);
    }

    Field hint(String words) {
      return new Field(place, label, kind, need, most, words, options, unit, fixed);
    }

    Field stays() {
      return new Field(place, label, kind, need, most, hint, options, unit, true);
    }

    Field stays(boolean when) {
      return when ? stays() : this;
    }

    Field at(String prefix) {
      return new Field(prefix + "." + place, label, kind, need, most, hint, options, unit, fixed);
    }
  }

  /**
   * Elements that belong together under a heading.
   *
   * @param hint what it is for, or null
   */
  record Group(String title, @Nullable String hint, List<Field> fields) implements Block {
    static Group of(String title, @Nullable String hint, Field... fields) {
      return new Group(title, hint, List.of(fields));
    }
  }

  /**
   * A list whose rows can be added, removed and moved.
   *
   * @param word of one row, e.g. 依据
   * @param kept the list stays in the document when it is empty
   */
  record Rows(
      String place,
      String title,
      String word,
      boolean kept,
      @Nullable String hint,
      List<Field> columns)
      implements Block {

    static Rows of(String place, String title, String word, Field... columns) {
      return new Rows(place, title, word, false, null, List.of(columns));
    }

    Rows stay() {
      return new Rows(place, title, word, true, hint, columns);
    }

    Rows hint(String words) {
      return new Rows(place, title, word, kept, words, columns);
    }

    Rows at(String prefix) {
      return new Rows(prefix + "." + place, title, word, kept, hint, columns);
    }
  }
}
