package org.yongtong.journal;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.yongtong.platform.crypto.KeyFailure;
import org.yongtong.platform.crypto.Sm2Signer;
import org.yongtong.platform.crypto.Sm3;

/** Checks signatures of seals against public keys (PEM) by their fingerprint. */
final class SealKeys {

  private SealKeys() {}

  /** Whether the key that the seal names is known, is the one of that name, and has signed it. */
  static boolean signed(Seal seal, Map<String, String> keys) {
    String key = keys.get(seal.keyId());
    try {
      return key != null
          && fingerprint(key).equals(seal.keyId())
          && Sm2Signer.verify(
              key, HexFormat.of().parseHex(seal.hash()), HexFormat.of().parseHex(seal.signature()));
    } catch (IllegalArgumentException | KeyFailure unreadable) {
      return false;
    }
  }

  private static String fingerprint(String pem) {
    String content = pem.replaceAll("-----[A-Z ]+-----", "");
    return Sm3.hex(Base64.getMimeDecoder().decode(content));
  }
}
