package org.yongtong.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Encrypts single fields (SM4-GCM, GB/T 32907) and makes blind indexes to find them by (HMAC-SM3).
 * Encrypted: 1 byte number of the master key, 12 random, the text, 16 of authentication; the same
 * text never gives the same bytes twice. Safe for many threads.
 */
public final class FieldCipher {

  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final List<KeyParameter> fieldKeys;
  private final byte[] indexKey;

  FieldCipher(MasterKeys masters) {
    fieldKeys =
        masters.oldestFirst().stream()
            .map(master -> new KeyParameter(derived(master, "yongtong field encryption", 16)))
            .toList();
    // Always of the oldest key: an index made under another key would find nothing.
    indexKey = derived(masters.oldestFirst().getFirst(), "yongtong blind index", 32);
  }

  /** HKDF (RFC 5869) with SM3. */
  private static byte[] derived(byte[] master, String purpose, int length) {
    var generator = new HKDFBytesGenerator(new SM3Digest());
    generator.init(new HKDFParameters(master, null, utf8(purpose)));
    var key = new byte[length];
    generator.generateBytes(key, 0, length);
    return key;
  }

  /** Tells one master key from another without giving it away. */
  static byte[] checkValue(byte[] master) {
    return derived(master, "yongtong key check", 16);
  }

  public byte[] encrypt(String text) {
    byte[] plain = utf8(text);
    int number = fieldKeys.size();
    var iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    GCMModeCipher cipher = cipher(true, number, iv);
    var result = new byte[1 + IV_BYTES + cipher.getOutputSize(plain.length)];
    result[0] = (byte) number;
    System.arraycopy(iv, 0, result, 1, IV_BYTES);
    try {
      int written = cipher.processBytes(plain, 0, plain.length, result, 1 + IV_BYTES);
      cipher.doFinal(result, 1 + IV_BYTES + written);
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException(impossible);
    }
    return result;
  }

  /**
   * @throws KeyFailure when the bytes were changed, or encrypted with a key that is not here
   */
  public String decrypt(byte[] encrypted) {
    if (encrypted.length < 1 + IV_BYTES + TAG_BITS / 8) {
      throw new KeyFailure("密文不完整，无法解密。The encrypted field is too short.");
    }
    int number = encrypted[0] & 0xFF;
    if (number < 1 || number > fieldKeys.size()) {
      throw new KeyFailure(
          "密文使用第%d号主密钥，本机只有%d个主密钥。The master key of this field is missing."
              .formatted(number, fieldKeys.size()));
    }
    GCMModeCipher cipher = cipher(false, number, Arrays.copyOfRange(encrypted, 1, 1 + IV_BYTES));
    int length = encrypted.length - 1 - IV_BYTES;
    var plain = new byte[cipher.getOutputSize(length)];
    try {
      int written = cipher.processBytes(encrypted, 1 + IV_BYTES, length, plain, 0);
      cipher.doFinal(plain, written);
    } catch (InvalidCipherTextException changed) {
      throw new KeyFailure(
          "无法解密：主密钥与加密时的不同，或数据已被改动。Wrong master key, or the data was changed.", changed);
    }
    return new String(plain, StandardCharsets.UTF_8);
  }

  private GCMModeCipher cipher(boolean encrypting, int number, byte[] iv) {
    var cipher = GCMBlockCipher.newInstance(new SM4Engine());
    // The number is authenticated too.
    cipher.init(
        encrypting,
        new AEADParameters(fieldKeys.get(number - 1), TAG_BITS, iv, new byte[] {(byte) number}));
    return cipher;
  }

  /**
   * A value to find an encrypted field by: equal for equal values of one domain, and telling
   * nothing to whoever has not the key.
   *
   * @param domain what kind of value it is, e.g. {@code citizen-number}, so that equal texts in
   *     different columns do not show that they are equal
   * @param value in its one spelling: normalise before
   * @return 32 bytes
   */
  public byte[] blindIndex(String domain, String value) {
    if (domain.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("domain holds NUL");
    }
    return Sm3.hmac(indexKey, utf8(domain), new byte[] {0}, utf8(value));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
