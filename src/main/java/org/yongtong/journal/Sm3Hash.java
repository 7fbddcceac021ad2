package org.yongtong.journal;

import org.bouncycastle.crypto.digests.SM3Digest;

/** SM3 (GB/T 32905-2016) over the concatenation of its arguments. */
final class Sm3Hash {

  private Sm3Hash() {}

  static byte[] of(byte[]... parts) {
    var digest = new SM3Digest();
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    var hash = new byte[32];
    digest.doFinal(hash, 0);
    return hash;
  }
}
