package org.yongtong.catalogue.find;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads letters as pinyin: yingyezhizhao, yingyezz, yyzz; the last syllable may be unfinished. */
final class Spelling {

  private static final int WAYS = 4;
  private static final int LONGEST_SYLLABLE = 6;
  private static final String INITIALS = "bpmfdtnlgkhjqxrzcsyw";

  private Spelling() {}

  /** Ways to read the letters as syllables; empty when there is none. */
  static List<List<Unit>> syllables(String letters) {
    var ways = new ArrayList<List<Unit>>();
    whole(letters, 0, new ArrayList<>(), ways);
    if (ways.isEmpty()) {
      List<Unit> mixed = mixed(letters);
      if (mixed != null) {
        ways.add(mixed);
      }
    }
    return ways;
  }

  /** Whole syllables, longest first; only the end may be cut short. */
  private static void whole(String letters, int from, List<Unit> so, List<List<Unit>> ways) {
    if (ways.size() >= WAYS) {
      return;
    }
    if (from == letters.length()) {
      ways.add(List.copyOf(so));
      return;
    }
    for (int end = Math.min(letters.length(), from + LONGEST_SYLLABLE); end > from; end--) {
      String part = letters.substring(from, end);
      boolean syllable = part.length() > 1 ? Han.number(part) >= 0 && vowel(part) : single(part);
      boolean last = !syllable && end == letters.length() && from > 0;
      if (syllable || last) {
        Unit unit = syllable ? Unit.syllable(part) : Unit.beginning(part);
        if (unit.syllables().isEmpty()) {
          continue;
        }
        so.add(unit);
        whole(letters, end, so, ways);
        so.removeLast();
      }
    }
  }

  /** Syllables and bare initials mixed, the fewest parts; null when it cannot be read so. */
  private static @Nullable List<Unit> mixed(String letters) {
    int length = letters.length();
    double[] cost = new double[length + 1];
    int[] cut = new int[length + 1];
    for (int end = 1; end <= length; end++) {
      cost[end] = Double.MAX_VALUE;
      for (int from = Math.max(0, end - LONGEST_SYLLABLE); from < end; from++) {
        double part = cost(letters.substring(from, end));
        if (cost[from] + part < cost[end]) {
          cost[end] = cost[from] + part;
          cut[end] = from;
        }
      }
    }
    if (cost[length] >= 1000) {
      return null;
    }
    var units = new ArrayList<Unit>();
    for (int end = length; end > 0; end = cut[end]) {
      String part = letters.substring(cut[end], end);
      units.addFirst(bare(part) ? Unit.beginning(part) : Unit.syllable(part));
    }
    return units;
  }

  /** With one or two syllables mistyped by one letter; null when that does not help. */
  static @Nullable List<Unit> slips(String letters) {
    int length = letters.length();
    double[] cost = new double[length + 1];
    int[] cut = new int[length + 1];
    for (int end = 1; end <= length; end++) {
      cost[end] = Double.MAX_VALUE;
      for (int from = Math.max(0, end - LONGEST_SYLLABLE); from < end; from++) {
        String part = letters.substring(from, end);
        double one =
            Han.number(part) >= 0 && (part.length() > 1 ? vowel(part) : single(part))
                ? part.length() > 1 ? 1 : 2
                : part.length() > 2 && !near(part).isEmpty() ? 2.2 : 1000;
        if (cost[from] + one < cost[end]) {
          cost[end] = cost[from] + one;
          cut[end] = from;
        }
      }
    }
    if (cost[length] >= 1000) {
      return null;
    }
    var units = new ArrayList<Unit>();
    int mistyped = 0;
    for (int end = length; end > 0; end = cut[end]) {
      String part = letters.substring(cut[end], end);
      boolean right = Han.number(part) >= 0 && vowel(part);
      mistyped += right ? 0 : 1;
      units.addFirst(right ? Unit.syllable(part) : Unit.oneOf(near(part)));
    }
    return mistyped == 0 || mistyped > 2 ? null : units;
  }

  /** Syllables that differ by one letter or by two neighbours turned round. */
  private static BitSet near(String part) {
    var near = new BitSet();
    for (int i = 0; i < Han.syllables(); i++) {
      if (oneApart(part, Han.syllable(i))) {
        near.set(i);
      }
    }
    return near;
  }

  private static boolean oneApart(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1 || a.charAt(0) != b.charAt(0)) {
      return false;
    }
    int at = 0;
    while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    String restA = a.substring(at);
    String restB = b.substring(at);
    if (restA.length() > restB.length()) {
      return restA.substring(1).equals(restB);
    }
    if (restB.length() > restA.length()) {
      return restB.substring(1).equals(restA);
    }
    boolean turned =
        restA.length() > 1
            && restA.charAt(0) == restB.charAt(1)
            && restA.charAt(1) == restB.charAt(0)
            && restA.substring(2).equals(restB.substring(2));
    return restA.isEmpty() || turned || restA.substring(1).equals(restB.substring(1));
  }

  private static double cost(String part) {
    return bare(part)
        ? part.length() > 1 ? 1.4 : 1.5
        : Han.number(part) >= 0 && vowel(part) ? 1 : 1000;
  }

  private static boolean bare(String part) {
    return part.length() == 1
        ? INITIALS.contains(part)
        : part.equals("zh") || part.equals("ch") || part.equals("sh");
  }

  private static boolean single(String part) {
    return part.equals("a") || part.equals("e") || part.equals("o");
  }

  private static boolean vowel(String part) {
    return part.chars().anyMatch(letter -> "aeiouv".indexOf(letter) >= 0);
  }
}
