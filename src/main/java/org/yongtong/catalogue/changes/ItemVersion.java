package org.yongtong.catalogue.changes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.Difference;

/**
 * A version of an item and what it changed.
 *
 * @param to null while it is in force
 */
public record ItemVersion(
    int number,
    Instant from,
    @Nullable Instant to,
    @Nullable String reason,
    List<Difference> differences) {}
