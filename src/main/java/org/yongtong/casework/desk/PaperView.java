package org.yongtong.casework.desk;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.yongtong.casework.file.Document;

/**
 * A statutory paper as it (will) look.
 *
 * @param number of the paper, or what stands in its place before it goes out
 */
public record PaperView(
    String title,
    String number,
    String addressee,
    List<String> paragraphs,
    String issuer,
    String date) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

  public static PaperView of(Document.Content content, String number) {
    return new PaperView(
        content.title(),
        number,
        content.addressee(),
        content.paragraphs(),
        content.issuer(),
        DAY.format(content.date()));
  }

  /** A paper that has not gone out yet. */
  public static PaperView draft(Document.Content content) {
    return of(content, "（编号在发出时自动生成）");
  }
}
