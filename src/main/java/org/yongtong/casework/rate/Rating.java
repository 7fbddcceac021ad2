package org.yongtong.casework.rate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant says of a finished case.
 *
 * @param told as written; "" when nothing was
 * @param shown without personal data, for everyone
 * @param answer of the department, or null
 */
public record Rating(
    UUID caseId,
    String number,
    UUID itemVersion,
    String taskCode,
    String itemName,
    String department,
    String division,
    UUID account,
    RatingLevel level,
    List<String> tags,
    String told,
    String shown,
    Instant ratedAt,
    @Nullable String answer,
    @Nullable Instant answeredAt) {}
