package org.yongtong.journal;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.yongtong.platform.crypto.Sm2Signer;
import org.yongtong.platform.crypto.Sm3;

/** A seal with what it was made over: the positions and the leaf hash of each row. */
record SealedRows(Seal seal, List<Long> positions, List<byte[]> leaves) {

  private static final HexFormat HEX = HexFormat.of();
  private static final int HASH_LENGTH = 32;
  static final String SEAL_COLUMNS =
      "number, first_tx::text AS first_tx, first_position, last_tx::text AS last_tx, last_position,"
          + " count, root, previous, positions_hash, key_id, sealed_at, hash, signature";
  static final String COLUMNS = SEAL_COLUMNS + ", positions, leaves";

  /** One row's place in the order, and its leaf. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Leaf(long position, long tx, byte[] hash) {}

  /** Seals {@code rows}, which are in order and at least one. */
  static SealedRows of(long number, String previous, List<Leaf> rows, Instant at, Sm2Signer key) {
    List<Long> positions = rows.stream().map(Leaf::position).toList();
    List<byte[]> leaves = rows.stream().map(Leaf::hash).toList();
    var unsigned =
        new Seal(
            number,
            rows.getFirst().tx(),
            rows.getFirst().position(),
            rows.getLast().tx(),
            rows.getLast().position(),
            rows.size(),
            HEX.formatHex(new MerkleTree(leaves).root()),
            previous,
            positionsHash(positions),
            key.keyFingerprint(),
            Row.instant(Row.micros(at)),
            "",
            "");
    String hash = unsigned.computedHash();
    String signature = HEX.formatHex(key.sign(HEX.parseHex(hash)));
    return new SealedRows(with(unsigned, hash, signature), positions, leaves);
  }

  static String positionsHash(List<Long> positions) {
    var bytes = ByteBuffer.allocate(8 * positions.size());
    positions.forEach(bytes::putLong);
    return HEX.formatHex(Sm3.digest(bytes.array()));
  }

  byte[] leavesTogether() {
    var bytes = ByteBuffer.allocate(HASH_LENGTH * leaves.size());
    leaves.forEach(bytes::put);
    return bytes.array();
  }

  /** A last part that is shorter than a hash is kept as it is: the root will not match. */
  static List<byte[]> leavesApart(byte[] together) {
    List<byte[]> leaves = new ArrayList<>();
    for (int from = 0; from < together.length; from += HASH_LENGTH) {
      leaves.add(Arrays.copyOfRange(together, from, Math.min(from + HASH_LENGTH, together.length)));
    }
    return leaves;
  }

  static SealedRows read(ResultSet from) throws SQLException {
    List<Long> positions = List.of((Long[]) from.getArray("positions").getArray());
    return new SealedRows(readSeal(from), positions, leavesApart(from.getBytes("leaves")));
  }

  static Seal readSeal(ResultSet from) throws SQLException {
    return new Seal(
        from.getLong("number"),
        Long.parseUnsignedLong(from.getString("first_tx")),
        from.getLong("first_position"),
        Long.parseUnsignedLong(from.getString("last_tx")),
        from.getLong("last_position"),
        from.getInt("count"),
        HEX.formatHex(from.getBytes("root")),
        HEX.formatHex(from.getBytes("previous")),
        HEX.formatHex(from.getBytes("positions_hash")),
        from.getString("key_id"),
        from.getObject("sealed_at", OffsetDateTime.class).toInstant(),
        HEX.formatHex(from.getBytes("hash")),
        HEX.formatHex(from.getBytes("signature")));
  }

  private static Seal with(Seal seal, String hash, String signature) {
    return new Seal(
        seal.number(),
        seal.firstTx(),
        seal.firstPosition(),
        seal.lastTx(),
        seal.lastPosition(),
        seal.count(),
        seal.root(),
        seal.previous(),
        seal.positionsHash(),
        seal.keyId(),
        seal.sealedAt(),
        hash,
        signature);
  }
}
