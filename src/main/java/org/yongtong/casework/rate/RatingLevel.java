package org.yongtong.casework.rate;

import java.util.Arrays;
import java.util.Optional;

/** The five levels of 好差评, best first. */
public enum RatingLevel {
  VERY_GOOD(5, "非常满意", "good"),
  GOOD(4, "满意", "good"),
  FAIR(3, "基本满意", "neutral"),
  BAD(2, "不满意", "near"),
  VERY_BAD(1, "非常不满意", "late");

  private final int points;
  private final String word;
  private final String tone;

  RatingLevel(int points, String word, String tone) {
    this.points = points;
    this.word = word;
    this.tone = tone;
  }

  /** 5 for the best, as stored. */
  public int points() {
    return points;
  }

  public String word() {
    return word;
  }

  String tone() {
    return tone;
  }

  public boolean satisfied() {
    return points >= FAIR.points;
  }

  /** One of the two lowest: the department answers it. */
  boolean bad() {
    return !satisfied();
  }

  static RatingLevel of(int points) {
    return Arrays.stream(values())
        .filter(level -> level.points == points)
        .findFirst()
        .orElseThrow();
  }

  static Optional<RatingLevel> parse(String points) {
    return Arrays.stream(values())
        .filter(level -> String.valueOf(level.points).equals(points))
        .findFirst();
  }
}
