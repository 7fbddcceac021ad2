package org.yongtong.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks a stream of seals and rows: each seal comes, by number, before the rows it covers, and
 * rows come in the order (tx, position). Needs nothing but the public keys; keeps in memory one
 * seal, and of the rest only what is wrong.
 *
 * <p>What it cannot see: rows removed before they were sealed, and, without the head that somebody
 * keeps elsewhere, a tail cut off together with its seals or a chain made anew with another key.
 */
final class JournalVerifier {

  static final int SHOWN = 1_000;
  private static final int SUSPECTS = 10_000;

  /** Longest time between writing a row and committing it, and largest difference of clocks. */
  private static final long TOLERANCE = Duration.ofMinutes(10).toNanos() / 1_000;

  private static final HexFormat HEX = HexFormat.of();

  private final Map<String, String> keys;
  private final @Nullable String expectedHead;
  private final TreeSet<String> goodKeys = new TreeSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Long, byte[]> expected = new HashMap<>();
  private final Map<Long, Sealed> missing = new LinkedHashMap<>();
  private final List<Suspect> suspects = new ArrayList<>();
  private @Nullable Seal current;
  private @Nullable Seal before;
  private boolean headSeen;
  private long rows;
  private long sealedRows;
  private long seals;
  private long faults;

  /**
   * @param keys public keys by id
   * @param expectedHead hash of a seal known from elsewhere that must be in the chain, or null
   */
  JournalVerifier(Map<String, String> keys, @Nullable String expectedHead) {
    this.keys = keys;
    this.expectedHead = expectedHead;
  }

  void seal(SealedRows sealed) {
    endOfSeal();
    Seal seal = sealed.seal();
    seals++;
    headSeen |= seal.hash().equals(expectedHead);
    if (!seal.previous().equals(current == null ? Seal.NONE_BEFORE : current.hash())
        || seal.number() != (current == null ? 1 : current.number() + 1)) {
      found(Finding.seal(Fault.SEAL_MISSING, seal.number()));
    }
    if (!holds(sealed)) {
      found(Finding.seal(Fault.SEAL_BROKEN, seal.number()));
    }
    if (SealKeys.signed(seal, keys)) {
      goodKeys.add(seal.keyId());
    } else {
      found(Finding.seal(Fault.SIGNATURE_WRONG, seal.number()));
    }
    before = current;
    current = seal;
    for (int i = 0; i < Math.min(sealed.positions().size(), sealed.leaves().size()); i++) {
      expected.put(sealed.positions().get(i), sealed.leaves().get(i));
    }
  }

  void row(Row row) {
    rows++;
    byte[] hash = row.computedHash();
    boolean hashRight = java.util.Arrays.equals(hash, row.hash());
    byte[] leaf = expected.get(row.position());
    if (leaf != null
        && hashRight
        && java.util.Arrays.equals(leaf, MerkleTree.leaf(row.position(), row.tx(), hash))) {
      expected.remove(row.position());
      sealedRows++;
      if (before != null && isBackdated(row, before)) {
        found(Finding.row(Fault.BACKDATED, row, current == null ? null : current.number()));
      }
    } else if ((current != null && !after(row, current))
        || missing.containsKey(row.position())
        || expected.containsKey(row.position())) {
      suspect(row);
    } else if (!hashRight) {
      found(Finding.row(Fault.EDITED, row, null));
    } else if (current != null && isBackdated(row, current)) {
      found(Finding.row(Fault.BACKDATED, row, null));
    }
  }

  /** What a suspect is can be said only when all seals are known; of very many, only roughly. */
  private void suspect(Row row) {
    Long seal = current == null ? null : current.number();
    if (suspects.size() < SUSPECTS) {
      suspects.add(new Suspect(row, seal));
    } else {
      boolean known =
          expected.remove(row.position()) != null | missing.remove(row.position()) != null;
      found(Finding.row(known ? Fault.EDITED : Fault.INSERTED, row, seal));
    }
  }

  private static boolean isBackdated(Row row, Seal earlier) {
    return row.at() < Row.micros(earlier.sealedAt()) - TOLERANCE;
  }

  Verdict finish() {
    endOfSeal();
    judgeSuspects();
    missing.forEach(
        (position, inSeal) ->
            found(new Finding(Fault.DELETED, position, null, inSeal.seal().number(), null)));
    if (expectedHead != null && !headSeen) {
      found(new Finding(Fault.TAIL_MISSING, null, null, null, null));
    }
    findings.sort(
        Comparator.comparing(
                Finding::position, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
            .thenComparing(Finding::seal, Comparator.nullsFirst(Comparator.<Long>naturalOrder())));
    return new Verdict(
        rows,
        sealedRows,
        seals,
        current == null ? null : current.hash(),
        List.copyOf(goodKeys),
        faults,
        List.copyOf(findings));
  }

  /** Rows that the seal names and that have not come in its range. */
  private void endOfSeal() {
    Seal seal = current;
    if (seal != null) {
      expected.forEach((position, leaf) -> missing.put(position, new Sealed(seal, leaf)));
    }
    expected.clear();
  }

  private void judgeSuspects() {
    List<Row> edited = new ArrayList<>();
    for (Suspect suspect : suspects) {
      Row row = suspect.row();
      Sealed sealed = missing.get(row.position());
      if (sealed == null) {
        found(Finding.row(Fault.INSERTED, row, suspect.seal()));
      } else if (!isSealedRow(row, sealed)) {
        edited.add(row);
      } else {
        missing.remove(row.position()); // the row is right, its seal's range is not: told already
      }
    }
    Map<Long, Long> swaps = swaps(edited);
    for (Row row : edited) {
      Sealed sealed = missing.remove(row.position());
      Long seal = sealed == null ? null : sealed.seal().number();
      Long other = swaps.get(row.position());
      if (other == null) {
        found(Finding.row(Fault.EDITED, row, seal));
      } else if (row.position() < other) {
        found(
            new Finding(
                Fault.SWAPPED,
                row.position(),
                other,
                seal,
                row.subjectType() + "/" + row.subjectId()));
      }
    }
  }

  /** Pairs of positions each of which holds what was sealed at the other. */
  private Map<Long, Long> swaps(List<Row> edited) {
    Map<Long, Long> pairs = new HashMap<>();
    List<Row> looked = edited.subList(0, Math.min(edited.size(), 200));
    for (Row one : looked) {
      for (Row two : looked) {
        if (one.position() < two.position() && holds(one, two) && holds(two, one)) {
          pairs.put(one.position(), two.position());
          pairs.put(two.position(), one.position());
        }
      }
    }
    return pairs;
  }

  /** Whether {@code content} is what was sealed at the position of {@code place}. */
  private boolean holds(Row content, Row place) {
    Sealed sealed = missing.get(place.position());
    if (sealed == null) {
      return false;
    }
    byte[] hash = content.movedTo(place.position()).computedHash();
    return java.util.Arrays.equals(
            sealed.leaf(), MerkleTree.leaf(place.position(), place.tx(), hash))
        || java.util.Arrays.equals(
            sealed.leaf(), MerkleTree.leaf(place.position(), content.tx(), hash));
  }

  private static boolean isSealedRow(Row row, Sealed sealed) {
    byte[] hash = row.computedHash();
    return java.util.Arrays.equals(hash, row.hash())
        && java.util.Arrays.equals(sealed.leaf(), MerkleTree.leaf(row.position(), row.tx(), hash));
  }

  private static boolean holds(SealedRows sealed) {
    Seal seal = sealed.seal();
    return !sealed.leaves().isEmpty()
        && seal.count() == sealed.positions().size()
        && seal.count() == sealed.leaves().size()
        && seal.root().equals(HEX.formatHex(new MerkleTree(sealed.leaves()).root()))
        && seal.positionsHash().equals(SealedRows.positionsHash(sealed.positions()))
        && seal.hash().equals(seal.computedHash());
  }

  static boolean after(Row row, Seal seal) {
    return row.tx() > seal.lastTx()
        || (row.tx() == seal.lastTx() && row.position() > seal.lastPosition());
  }

  private void found(Finding finding) {
    faults++;
    if (findings.size() < SHOWN) {
      findings.add(finding);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sealed(Seal seal, byte[] leaf) {}

  private record Suspect(Row row, @Nullable Long seal) {}
}
