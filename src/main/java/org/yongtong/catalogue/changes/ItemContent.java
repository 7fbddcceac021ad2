package org.yongtong.catalogue.changes;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a version of an item says, complete. */
public record ItemContent(
    Instant publishedAt,
    @Nullable Instant retiredAt,
    String contentHash,
    Map<String, Object> content) {}
