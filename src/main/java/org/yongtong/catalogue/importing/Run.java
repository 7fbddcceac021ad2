package org.yongtong.catalogue.importing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One upload on its way into the catalogue.
 *
 * @param account who uploaded it
 * @param scope department whose items may be imported; null = all
 * @param beatAt last sign of life of the thread that works on it
 * @param findings how many things must be mended
 * @param fingerprint of what the check would do; see {@link Tally}
 * @param note why it came back, or what became of it
 */
record Run(
    UUID id,
    RunState state,
    UUID account,
    String accountName,
    String department,
    @Nullable String scope,
    String fileName,
    long fileSize,
    String fileHash,
    Instant uploadedAt,
    @Nullable Instant checkedAt,
    @Nullable Instant sentAt,
    @Nullable Instant endedAt,
    String stage,
    int done,
    int total,
    Instant beatAt,
    int newItems,
    int adjusted,
    int unchanged,
    int faulty,
    int findings,
    int versions,
    @Nullable String fingerprint,
    String note,
    @Nullable UUID applier,
    @Nullable String applierName) {

  boolean clean() {
    return findings == 0;
  }

  boolean changesNothing() {
    return newItems + adjusted == 0;
  }

  int items() {
    return newItems + adjusted + unchanged + faulty;
  }
}
