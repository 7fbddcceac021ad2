package org.yongtong.casework.mine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proof that an application was handed in.
 *
 * @param svg QR code that leads to the progress
 * @param documentId the 收件凭证, or null
 * @param digest SM3 of what was filed, as it stands in the journal
 */
public record ReceiptPage(
    UUID caseId,
    String itemName,
    String taskCode,
    String number,
    String applicant,
    String department,
    String submittedAt,
    String svg,
    @Nullable UUID documentId,
    String digest) {}
