package org.yongtong.catalogue.importing;

import java.util.List;

/** Guesses what was meant by a word that is not known. */
final class Likeness {

  private Likeness() {}

  /** The word that differs least from the one written; empty when none is near. */
  static String nearest(String written, List<String> words) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String word : words) {
      int distance = distance(written, word);
      if (distance < least) {
        least = distance;
        best = word;
      }
    }
    return least <= Math.max(1, best.length() / 2) && written.length() <= 30 ? best : "";
  }

  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= Math.min(one.length(), 40); i++) {
      int[] here = new int[other.length() + 1];
      here[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        here[j] = Math.min(Math.min(here[j - 1], above[j]) + 1, above[j - 1] + change);
      }
      above = here;
    }
    return above[other.length()];
  }
}
