package org.yongtong.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yongtong.platform.crypto.Sm2Signer;

/** Tables {@code journal.seal} and {@code journal.seal_key}. */
@Component
class SealStore implements Seals {

  private static final HexFormat HEX = HexFormat.of();

  private final JdbcTemplate database;

  SealStore(JdbcTemplate database) {
    this.database = database;
  }

  Optional<Seal> last() {
    return latest(1).stream().findFirst();
  }

  List<Seal> latest(int limit) {
    return database.query(
        "SELECT " + SealedRows.SEAL_COLUMNS + " FROM journal.seal ORDER BY number DESC LIMIT ?",
        (from, ignored) -> SealedRows.readSeal(from),
        limit);
  }

  Map<String, String> keys() {
    Map<String, String> keys = new HashMap<>();
    database.query(
        "SELECT id, public_key FROM journal.seal_key",
        row -> {
          keys.put(
              row.getString("id"),
              new String(row.getBytes("public_key"), StandardCharsets.US_ASCII));
        });
    return keys;
  }

  void add(Sm2Signer key, Instant since) {
    database.update(
        "INSERT INTO journal.seal_key (id, public_key, since) VALUES (?, ?, ?) ON CONFLICT DO"
            + " NOTHING",
        key.keyFingerprint(),
        key.publicKeyPem().getBytes(StandardCharsets.US_ASCII),
        since.atOffset(ZoneOffset.UTC));
  }

  void add(SealedRows sealed) {
    Seal seal = sealed.seal();
    database.update(
        """
        INSERT INTO journal.seal (number, first_tx, first_position, last_tx, last_position, count, root, previous,
                                  positions_hash, key_id, sealed_at, hash, signature, positions, leaves)
        VALUES (?, ?::xid8, ?, ?::xid8, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        seal.number(),
        Long.toUnsignedString(seal.firstTx()),
        seal.firstPosition(),
        Long.toUnsignedString(seal.lastTx()),
        seal.lastPosition(),
        seal.count(),
        HEX.parseHex(seal.root()),
        HEX.parseHex(seal.previous()),
        HEX.parseHex(seal.positionsHash()),
        seal.keyId(),
        seal.sealedAt().atOffset(ZoneOffset.UTC),
        HEX.parseHex(seal.hash()),
        HEX.parseHex(seal.signature()),
        sealed.positions().toArray(Long[]::new),
        sealed.leavesTogether());
  }

  /** Rows after the last seal that no running transaction can still come before, in order. */
  List<SealedRows.Leaf> unsealed(long afterTx, long afterPosition, int limit) {
    return database.query(
        """
        SELECT position, tx::text AS tx, hash FROM journal.entry
        WHERE (entry.tx, entry.position) > (?::xid8, ?)
          AND entry.tx < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY entry.tx, entry.position LIMIT ?
        """,
        (from, ignored) -> {
          long position = from.getLong("position");
          long tx = Long.parseUnsignedLong(from.getString("tx"));
          return new SealedRows.Leaf(
              position, tx, MerkleTree.leaf(position, tx, from.getBytes("hash")));
        },
        Long.toUnsignedString(afterTx),
        afterPosition,
        limit);
  }

  /** When the oldest row was written that has no seal yet. */
  Optional<Instant> oldestUnsealed() {
    Seal last = last().orElse(null);
    return database
        .query(
            """
            SELECT at FROM journal.entry WHERE (entry.tx, entry.position) > (?::xid8, ?)
            ORDER BY entry.tx, entry.position LIMIT 1
            """,
            (from, ignored) -> from.getObject("at", OffsetDateTime.class).toInstant(),
            last == null ? "0" : Long.toUnsignedString(last.lastTx()),
            last == null ? 0 : last.lastPosition())
        .stream()
        .findFirst();
  }

  Optional<Row> row(long position) {
    return database
        .query(
            "SELECT " + Row.COLUMNS + " FROM journal.entry WHERE position = ? ORDER BY at LIMIT 1",
            (from, ignored) -> Row.read(from),
            position)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<InclusionProof> proof(long position) {
    return row(position)
        .flatMap(row -> sealOver(row.tx(), position))
        .filter(one -> one.positions().contains(position))
        .map(
            rows -> {
              int index = rows.positions().indexOf(position);
              List<String> path =
                  new MerkleTree(rows.leaves()).path(index).stream().map(HEX::formatHex).toList();
              return new InclusionProof(position, index, path, rows.seal());
            });
  }

  private Optional<SealedRows> sealOver(long tx, long position) {
    return database
        .query(
            "SELECT "
                + SealedRows.COLUMNS
                + " FROM journal.seal WHERE (seal.last_tx, seal.last_position) >= (?::xid8, ?)"
                + " ORDER BY seal.last_tx, seal.last_position LIMIT 1",
            (from, ignored) -> SealedRows.read(from),
            Long.toUnsignedString(tx),
            position)
        .stream()
        .findFirst();
  }

  @Override
  public boolean verify(InclusionProof proof, Entry entry) {
    return verify(proof, entry, keys());
  }

  static boolean verify(InclusionProof proof, Entry entry, Map<String, String> keys) {
    Seal seal = proof.seal();
    byte[] rowHash = Row.of(entry).computedHash();
    if (proof.position() != entry.position()
        || !HEX.formatHex(rowHash).equals(entry.hash())
        || !seal.computedHash().equals(seal.hash())) {
      return false;
    }
    try {
      byte[] leaf = MerkleTree.leaf(entry.position(), entry.tx(), rowHash);
      List<byte[]> path = proof.path().stream().map(HEX::parseHex).toList();
      byte[] root = MerkleTree.rootFrom(leaf, proof.index(), seal.count(), path);
      return root != null && HEX.formatHex(root).equals(seal.root()) && SealKeys.signed(seal, keys);
    } catch (IllegalArgumentException notHex) {
      return false;
    }
  }
}
