package org.yongtong.journal;

import java.time.Instant;
import java.util.HexFormat;
import org.yongtong.platform.crypto.Sm3;

/**
 * A signed statement over a run of rows: their Merkle root, chained to the seal before. Hashes,
 * root and signature are lower-case hex.
 *
 * @param number 1, 2, 3 … without gaps
 * @param firstTx transaction id of the first row, by (tx, position)
 * @param count how many rows
 * @param root Merkle root over the rows' leaves
 * @param previous hash of the seal before; 64 zeros for the first
 * @param positionsHash SM3 over the rows' positions, eight bytes each
 * @param keyId which key has signed
 * @param hash SM3 over everything above; the hash of the newest seal is the head of the journal
 * @param signature SM2 over {@code hash}, DER
 */
public record Seal(
    long number,
    long firstTx,
    long firstPosition,
    long lastTx,
    long lastPosition,
    int count,
    String root,
    String previous,
    String positionsHash,
    String keyId,
    Instant sealedAt,
    String hash,
    String signature) {

  static final String NONE_BEFORE = "0".repeat(64);

  /** What {@link #hash} must be for the other fields. */
  String computedHash() {
    return HexFormat.of()
        .formatHex(
            Sm3.digest(
                Row.fields(
                    "yongtong-seal-1",
                    Long.toString(number),
                    Long.toString(firstTx),
                    Long.toString(firstPosition),
                    Long.toString(lastTx),
                    Long.toString(lastPosition),
                    Integer.toString(count),
                    root,
                    previous,
                    positionsHash,
                    keyId,
                    Long.toString(Row.micros(sealedAt)))));
  }
}
