package org.yongtong.catalogue.flow;

import java.util.List;
import org.yongtong.platform.pdf.LineBreaking;

/**
 * Widths of texts in em, on the safe side for every font a reader may have: Chinese characters and
 * marks are a full em, Latin letters and figures by their shape.
 */
final class TextWidth {

  private static final String NARROW = "iljtf.,:;'|!()[] ";
  private static final String WIDE = "mwMW@%";

  private TextWidth() {}

  static double of(String text) {
    return text.codePoints().mapToDouble(TextWidth::of).sum();
  }

  private static double of(int character) {
    if (character >= 0x2000) {
      return 1;
    }
    if (NARROW.indexOf(character) >= 0) {
      return 0.4;
    }
    if (WIDE.indexOf(character) >= 0) {
      return 0.95;
    }
    return Character.isUpperCase(character) ? 0.75 : 0.62;
  }

  /**
   * The lines of a text.
   *
   * @param size of the type
   */
  static List<String> lines(String text, double size, double width) {
    return new LineBreaking(part -> of(part) * size).lines(text.strip(), width, 0);
  }
}
