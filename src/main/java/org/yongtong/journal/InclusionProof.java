package org.yongtong.journal;

import java.util.List;

/**
 * Proof that a row stands under a seal: whoever holds the row, this proof and the public key can
 * check it without the database. Goes on the receipt of a party.
 *
 * @param index place of the row among the rows of the seal, from 0
 * @param path hashes from the row's leaf up to the root, lower-case hex, lowest first
 */
public record InclusionProof(long position, int index, List<String> path, Seal seal) {

  public InclusionProof {
    path = List.copyOf(path);
  }
}
