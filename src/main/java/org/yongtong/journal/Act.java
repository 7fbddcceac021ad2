package org.yongtong.journal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One official act to be recorded.
 *
 * @param kind {@code module.past-tense}, e.g. {@code case.accepted}
 * @param division 12-digit division code the act belongs to
 * @param department key of the responsible department
 * @param dueAt when the next step is due by law or promise
 * @param payload strings, numbers, booleans, lists and maps of these; personal data only as
 *     references or masked
 */
public record Act(
    Subject subject,
    String kind,
    Actor actor,
    @Nullable String division,
    @Nullable String department,
    @Nullable Instant dueAt,
    Map<String, ?> payload) {}
