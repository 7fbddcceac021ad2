package org.yongtong.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for; null = any.
 *
 * @param theme {@code person:040} or {@code legal:010}
 * @param division 12-digit code of the place where it shall be done: what bodies of that place run,
 *     and what the city runs for all
 * @param visits at most 2, which stands for two or more
 * @param limit at most so many
 */
public record ItemQuery(
    @Nullable String words,
    ServiceItem.@Nullable Audience audience,
    ServiceItem.@Nullable Kind kind,
    @Nullable String department,
    @Nullable String theme,
    @Nullable String lifeEvent,
    @Nullable Level level,
    @Nullable String division,
    ServiceItem.@Nullable Depth depth,
    @Nullable Integer visits,
    int limit) {

  public ItemQuery(
      @Nullable String words,
      ServiceItem.@Nullable Audience audience,
      ServiceItem.@Nullable Kind kind,
      @Nullable String department,
      @Nullable String theme,
      @Nullable String lifeEvent,
      @Nullable Level level,
      @Nullable String division,
      int limit) {
    this(words, audience, kind, department, theme, lifeEvent, level, division, null, null, limit);
  }

  /** Only words. */
  public static ItemQuery words(String words, int limit) {
    return new ItemQuery(words, null, null, null, null, null, null, null, limit);
  }
}
