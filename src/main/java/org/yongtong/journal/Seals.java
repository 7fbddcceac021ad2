package org.yongtong.journal;

import java.util.Optional;

/** Proofs that an entry has been sealed. */
public interface Seals {

  /**
   * @return empty when there is no such row, or it has not been sealed yet (normally within two
   *     seconds of its commit)
   */
  Optional<InclusionProof> proof(long position);

  /**
   * Whether {@code entry} is, byte for byte, the row that was sealed: recomputes its hash, the path
   * to the root and the hash of the seal, and checks the signature against the keys known here.
   */
  boolean verify(InclusionProof proof, Entry entry);
}
