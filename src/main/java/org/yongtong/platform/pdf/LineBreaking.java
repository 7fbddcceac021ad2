package org.yongtong.platform.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks Chinese text into lines (after GB/T 15834-2011 §5.1): no line begins with a closing mark
 * or ends with an opening one, dashes and dots stay whole, and numbers and Latin words stay
 * together while they fit a line.
 */
public final class LineBreaking {

  private static final String NEVER_FIRST = "，。、；：？！）》〉」』】〕〗”’％℃…—～·,.;:?!)]}%";
  private static final String NEVER_LAST = "（《〈「『【〔〖“‘([{";

  private final ToDoubleFunction<String> measure;

  /**
   * @param measure width of a text
   */
  public LineBreaking(ToDoubleFunction<String> measure) {
    this.measure = measure;
  }

  /**
   * The lines of one paragraph, at least one.
   *
   * @param indent by which the first line is shorter
   */
  public List<String> lines(String paragraph, double width, double indent) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    double room = width - indent;
    for (String unit : units(paragraph)) {
      if (measure.applyAsDouble((line + unit).stripTrailing()) <= room) {
        line.append(unit);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        room = width;
      }
      if (unit.isBlank()) {
        continue;
      }
      for (String piece : pieces(unit, width)) {
        if (!line.isEmpty()) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(piece);
      }
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** What stays together: each with its closing marks behind and its opening marks before. */
  private static List<String> units(String text) {
    List<String> units = new ArrayList<>();
    var unit = new StringBuilder();
    int before = -1;
    for (int character : text.codePoints().toArray()) {
      if (!unit.isEmpty() && mayBreak(before, character)) {
        units.add(unit.toString());
        unit.setLength(0);
      }
      unit.appendCodePoint(character);
      before = character;
    }
    if (!unit.isEmpty()) {
      units.add(unit.toString());
    }
    return units;
  }

  private static boolean mayBreak(int before, int after) {
    if (NEVER_LAST.indexOf(before) >= 0 || NEVER_FIRST.indexOf(after) >= 0) {
      return false;
    }
    return !(latin(before) && latin(after));
  }

  private static boolean latin(int character) {
    return character > ' ' && character < 0x250;
  }

  /** A unit that no line can hold, cut wherever it must be. */
  private List<String> pieces(String unit, double width) {
    List<String> pieces = new ArrayList<>();
    var piece = new StringBuilder();
    for (int character : unit.codePoints().toArray()) {
      String next = Character.toString(character);
      if (!piece.isEmpty() && measure.applyAsDouble(piece + next) > width) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(next);
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
