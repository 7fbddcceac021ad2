package org.yongtong.casework.mine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks whether an application is really to be withdrawn, and why. */
public record WithdrawPage(
    UUID caseId,
    int version,
    UUID key,
    String itemName,
    String number,
    String reason,
    @Nullable String problem) {}
