package org.yongtong.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sm2SignerTest {

  private static final byte[] DATA = "受理通知书".getBytes(UTF_8);

  @TempDir Path folder;

  /** GM/T 0003.5-2012, appendix A: key, random number, r and s. */
  @Test
  void givesTheSignatureOfTheStandard() {
    var key =
        new ECPrivateKeyParameters(
            number("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8"),
            Sm2Signer.CURVE);
    var random =
        new FixedSecureRandom(
            new FixedSecureRandom.Source[] {
              new FixedSecureRandom.BigInteger(
                  "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21")
            });
    byte[] message = "message digest".getBytes(UTF_8);
    var signer = new Sm2Signer(key, random);
    byte[] signature = signer.sign(message);
    var parts = ASN1Sequence.getInstance(signature);
    assertThat(ASN1Integer.getInstance(parts.getObjectAt(0)).getValue())
        .isEqualTo(number("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"));
    assertThat(ASN1Integer.getInstance(parts.getObjectAt(1)).getValue())
        .isEqualTo(number("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"));
    assertThat(signer.verify(message, signature)).isTrue();
  }

  @Test
  void whoHasOnlyThePublicKeyCanVerify() {
    var signer = Sm2Signer.load(new KeyFolder(folder));
    byte[] signature = signer.sign(DATA);
    assertThat(Sm2Signer.verify(signer.publicKeyPem(), DATA, signature)).isTrue();
    assertThat(Sm2Signer.verify(signer.publicKeyPem(), "不予受理".getBytes(UTF_8), signature))
        .isFalse();
    signature[signature.length - 1] ^= 1;
    assertThat(signer.verify(DATA, signature)).isFalse();
    assertThat(signer.verify(DATA, new byte[] {1, 2, 3})).isFalse();
  }

  @Test
  void keepsItsKeyBetweenRunsAndForTheOwnerAlone() throws IOException {
    var first = Sm2Signer.load(new KeyFolder(folder.resolve("keys")));
    var again = Sm2Signer.load(new KeyFolder(folder.resolve("keys")));
    assertThat(again.keyFingerprint()).isEqualTo(first.keyFingerprint()).hasSize(64);
    assertThat(again.verify(DATA, first.sign(DATA))).isTrue();
    Path file = folder.resolve("keys/seal.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).startsWith("-----BEGIN PRIVATE KEY-----");
    try (var files = Files.list(folder.resolve("keys"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aForeignSignatureIsNotOurs() {
    var ours = Sm2Signer.load(new KeyFolder(folder.resolve("ours")));
    var theirs = Sm2Signer.load(new KeyFolder(folder.resolve("theirs")));
    assertThat(ours.verify(DATA, theirs.sign(DATA))).isFalse();
  }

  @Test
  void aDamagedKeyIsSaidClearly() throws IOException {
    Files.writeString(folder.resolve("seal.key"), "-----BEGIN PRIVATE KEY-----\n");
    assertThatThrownBy(() -> Sm2Signer.load(new KeyFolder(folder)))
        .isInstanceOf(KeyFailure.class)
        .hasMessageContaining("seal.key");
    assertThatThrownBy(() -> Sm2Signer.verify("no key", DATA, DATA)).isInstanceOf(KeyFailure.class);
  }

  private static BigInteger number(String hex) {
    return new BigInteger(hex, 16);
  }
}
