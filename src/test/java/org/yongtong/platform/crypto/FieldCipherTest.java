package org.yongtong.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class FieldCipherTest {

  private static final byte[] FIRST = key(1);
  private static final byte[] SECOND = key(2);
  private final FieldCipher cipher = new FieldCipher(new MasterKeys(List.of(FIRST)));

  @Property(tries = 200)
  void whatIsEncryptedCanBeRead(@ForAll String text) {
    String readable = text.codePoints().allMatch(c -> c < 0xD800 || c > 0xDFFF) ? text : "邕";
    assertThat(cipher.decrypt(cipher.encrypt(readable))).isEqualTo(readable);
  }

  @Test
  void theSameTextNeverGivesTheSameBytes() {
    assertThat(cipher.encrypt("450103199001010010"))
        .isNotEqualTo(cipher.encrypt("450103199001010010"));
  }

  @Test
  void anyChangedByteIsFound() {
    byte[] encrypted = cipher.encrypt("青秀区新竹街道");
    for (int i = 0; i < encrypted.length; i++) {
      byte[] changed = encrypted.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> cipher.decrypt(changed)).isInstanceOf(KeyFailure.class);
    }
    assertThatThrownBy(() -> cipher.decrypt(Arrays.copyOf(encrypted, 20)))
        .isInstanceOf(KeyFailure.class)
        .hasMessageContaining("不完整");
  }

  @Test
  void aWrongMasterKeyIsSaidClearly() {
    var other = new FieldCipher(new MasterKeys(List.of(SECOND)));
    assertThatThrownBy(() -> other.decrypt(cipher.encrypt("黄小明")))
        .isInstanceOf(KeyFailure.class)
        .hasMessageContaining("主密钥与加密时的不同");
  }

  @Test
  void afterRotationTheNewKeyEncryptsAndTheOldStillReads() {
    var rotated = new FieldCipher(new MasterKeys(List.of(FIRST, SECOND)));
    byte[] old = cipher.encrypt("黄小明");
    byte[] fresh = rotated.encrypt("黄小明");
    assertThat(fresh[0]).isEqualTo((byte) 2);
    assertThat(rotated.decrypt(old)).isEqualTo("黄小明");
    assertThat(rotated.decrypt(fresh)).isEqualTo("黄小明");
    assertThat(rotated.blindIndex("name", "黄小明")).isEqualTo(cipher.blindIndex("name", "黄小明"));
    assertThatThrownBy(() -> cipher.decrypt(fresh)).hasMessageContaining("第2号主密钥");
  }

  @Test
  void aBlindIndexIsEqualOnlyForTheSameValueDomainAndKey() {
    byte[] index = cipher.blindIndex("citizen-number", "11010519491231002X");
    assertThat(index)
        .hasSize(32)
        .isEqualTo(cipher.blindIndex("citizen-number", "11010519491231002X"));
    assertThat(index).isNotEqualTo(cipher.blindIndex("citizen-number", "440524188001010014"));
    assertThat(index).isNotEqualTo(cipher.blindIndex("phone", "11010519491231002X"));
    assertThat(cipher.blindIndex("a", "bc")).isNotEqualTo(cipher.blindIndex("ab", "c"));
    var other = new FieldCipher(new MasterKeys(List.of(SECOND)));
    assertThat(index).isNotEqualTo(other.blindIndex("citizen-number", "11010519491231002X"));
  }

  /** RFC 8998, appendix A.1: the library does what the standard says. */
  @Test
  void sm4GcmGivesTheValuesOfRfc8998() throws InvalidCipherTextException {
    var gcm = GCMBlockCipher.newInstance(new SM4Engine());
    gcm.init(
        true,
        new AEADParameters(
            new KeyParameter(hex("0123456789ABCDEFFEDCBA9876543210")),
            128,
            hex("00001234567800000000ABCD"),
            hex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2")));
    byte[] plain =
        hex(
            "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
    var result = new byte[gcm.getOutputSize(plain.length)];
    int written = gcm.processBytes(plain, 0, plain.length, result, 0);
    gcm.doFinal(result, written);
    assertThat(HexFormat.of().withUpperCase().formatHex(result))
        .isEqualTo(
            "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                + "83DE3541E4C2B58177E065A9BF7B62EC");
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] key(int seed) {
    var key = new byte[MasterKeys.BYTES];
    Arrays.fill(key, (byte) seed);
    return key;
  }
}
