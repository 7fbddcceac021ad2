package org.yongtong.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What those who went through an item say of it (好差评), kept in memory like {@link HandlingTimes}.
 */
public interface ItemRatings {

  /** Empty when nobody has rated it yet. */
  Optional<Rated> of(String taskCode);

  /** Changes whenever the ratings do. */
  int round();

  /**
   * @param count of all ratings
   * @param satisfied share of 非常满意, 满意 and 基本满意, in percent
   * @param levels best first
   * @param said what was written lately, without personal data
   */
  record Rated(int count, int satisfied, List<Level> levels, List<Said> said) {}

  /**
   * @param percent share of all
   */
  record Level(String word, int count, int percent) {}

  /**
   * @param on 2026年12月4日
   * @param answer of the department, or null
   */
  record Said(String level, String text, String on, @Nullable String answer) {}
}
