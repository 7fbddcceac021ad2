package org.yongtong.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letter box.
 *
 * @param unread counted up to 100
 * @param next address of the next page, or null on the last
 */
public record LettersPage(List<Line> lines, int unread, boolean first, @Nullable String next) {

  public String unreadWord() {
    return unread >= 100 ? "99+" : Integer.toString(unread);
  }

  /** One letter. */
  public record Line(
      String id, String title, String text, @Nullable String link, String at, boolean read) {

    public List<String> paragraphs() {
      return text.lines().filter(line -> !line.isBlank()).toList();
    }
  }
}
