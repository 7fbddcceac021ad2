package org.yongtong.casework.desk;

import org.yongtong.casework.file.JournalWords;

/** A label with its value, as pages show it. */
public record Line(String label, String value) {

  public static Line of(JournalWords.Line line) {
    return new Line(line.label(), line.value());
  }
}
