package org.yongtong.catalogue.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Two texts laid beside each other, word by word: Chinese characters one by one, letters and digits
 * in runs, by their longest common subsequence.
 */
public final class TextDiff {

  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z_.]+|\\s+|.", Pattern.DOTALL);

  /** Beyond this the two are shown as they are. */
  private static final int MOST = 1_500;

  private TextDiff() {}

  /** A piece of one text; marked when the other does not have it there. */
  public record Part(String text, boolean marked) {}

  public record Both(List<Part> before, List<Part> after) {}

  public static Both of(String before, String after) {
    List<String> one = words(before);
    List<String> other = words(after);
    if (one.size() > MOST || other.size() > MOST || one.isEmpty() || other.isEmpty()) {
      return new Both(whole(before), whole(after));
    }
    int[][] common = common(one, other);
    var kept = new boolean[one.size()];
    var keptThere = new boolean[other.size()];
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      if (one.get(i).equals(other.get(j))) {
        kept[i++] = true;
        keptThere[j++] = true;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return new Both(parts(one, kept), parts(other, keptThere));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(match -> match.group()).toList();
  }

  private static List<Part> whole(String text) {
    return text.isEmpty() ? List.of() : List.of(new Part(text, true));
  }

  private static int[][] common(List<String> one, List<String> other) {
    var common = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        common[i][j] =
            one.get(i).equals(other.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<Part> parts(List<String> words, boolean[] kept) {
    var parts = new ArrayList<Part>();
    var text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(words.get(i));
      if (i == words.size() - 1 || kept[i + 1] != kept[i]) {
        parts.add(new Part(text.toString(), !kept[i]));
        text.setLength(0);
      }
    }
    return parts;
  }
}
