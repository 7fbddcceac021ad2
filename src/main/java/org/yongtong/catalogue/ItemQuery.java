package org.yongtong.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for; null = any.
 *
 * @param theme {@code person:040} or {@code legal:010}
 * @param limit at most so many
 */
public record ItemQuery(
    @Nullable String words,
    ServiceItem.@Nullable Audience audience,
    ServiceItem.@Nullable Kind kind,
    @Nullable String department,
    @Nullable String theme,
    @Nullable String lifeEvent,
    int limit) {}
