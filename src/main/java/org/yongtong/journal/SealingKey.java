package org.yongtong.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * The SM2 key (GB/T 32918.2-2016) with which this node signs its seals: a PKCS #8 file in the data
 * folder that only its owner may read, made on first use.
 */
final class SealingKey {

  private final ECPrivateKeyParameters secret;
  private final byte[] publicKey;
  private final String id;

  private SealingKey(ECPrivateKeyParameters secret) throws IOException {
    this.secret = secret;
    var domain = secret.getParameters();
    var point = domain.getG().multiply(secret.getD()).normalize();
    this.publicKey =
        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                new ECPublicKeyParameters(point, domain))
            .getEncoded();
    this.id = idOf(publicKey);
  }

  static SealingKey at(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").strip();
      byte[] encoded = Base64.getMimeDecoder().decode(text);
      return new SealingKey((ECPrivateKeyParameters) PrivateKeyFactory.createKey(encoded));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("sealing key " + file, unreadable);
    }
  }

  private static void create(Path file) throws IOException {
    var generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            new ECNamedDomainParameters(
                GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByName("sm2p256v1")),
            new SecureRandom()));
    byte[] encoded =
        PrivateKeyInfoFactory.createPrivateKeyInfo(generator.generateKeyPair().getPrivate())
            .getEncoded();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
            + "\n-----END PRIVATE KEY-----\n";
    Files.createDirectories(file.toAbsolutePath().getParent());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      channel.write(
          java.nio.ByteBuffer.wrap(pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    } catch (FileAlreadyExistsException madeByAnotherNode) {
      return;
    }
  }

  /** First 16 hex digits of the SM3 of the public key. */
  static String idOf(byte[] publicKey) {
    return HexFormat.of().formatHex(Sm3Hash.of(publicKey), 0, 8);
  }

  String id() {
    return id;
  }

  /** The public key as X.509 SubjectPublicKeyInfo. */
  byte[] publicKey() {
    return publicKey.clone();
  }

  byte[] sign(byte[] message) {
    var signer = new SM2Signer();
    signer.init(true, new ParametersWithRandom(secret, new SecureRandom()));
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException failure) {
      throw new IllegalStateException("cannot sign a seal", failure);
    }
  }

  /** Whether {@code signature} is good; false also for a key or signature that cannot be read. */
  static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      var signer = new SM2Signer();
      signer.init(false, PublicKeyFactory.createKey(publicKey));
      signer.update(message, 0, message.length);
      return signer.verifySignature(signature);
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }
}
