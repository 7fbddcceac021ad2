package org.yongtong.platform.crypto;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Signs with the platform's own SM2 key (GB/T 32918, digest SM3, user id {@value #USER_ID}).
 * Signatures are DER: a sequence of r and s. Safe for many threads.
 */
public final class Sm2Signer {

  static final String USER_ID = "1234567812345678";

  static final ECNamedDomainParameters CURVE =
      new ECNamedDomainParameters(
          GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));

  private final ECPrivateKeyParameters secret;
  private final ECPublicKeyParameters open;
  private final SecureRandom random;

  Sm2Signer(ECPrivateKeyParameters secret, SecureRandom random) {
    this.secret = secret;
    this.open =
        new ECPublicKeyParameters(
            new FixedPointCombMultiplier().multiply(CURVE.getG(), secret.getD()), CURVE);
    this.random = random;
  }

  /** The key pair in {@code seal.key} (PKCS#8 in PEM), made on first use. */
  static Sm2Signer load(KeyFolder folder) {
    byte[] pem = folder.readOrCreate("seal.key", Sm2Signer::freshKey);
    try {
      byte[] pkcs8 = unwrap(new String(pem, StandardCharsets.US_ASCII), "PRIVATE KEY");
      if (PrivateKeyFactory.createKey(pkcs8) instanceof ECPrivateKeyParameters key
          && key.getParameters().getCurve().equals(CURVE.getCurve())) {
        return new Sm2Signer(new ECPrivateKeyParameters(key.getD(), CURVE), new SecureRandom());
      }
      throw new KeyFailure("seal.key 不是SM2私钥。seal.key is no SM2 key.");
    } catch (IOException | IllegalArgumentException damaged) {
      throw new KeyFailure("seal.key 已损坏，请从备份恢复。seal.key is damaged.", damaged);
    }
  }

  private static byte[] freshKey() {
    var generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(CURVE, new SecureRandom()));
    try {
      byte[] pkcs8 =
          PrivateKeyInfoFactory.createPrivateKeyInfo(generator.generateKeyPair().getPrivate())
              .getEncoded();
      return wrap("PRIVATE KEY", pkcs8).getBytes(StandardCharsets.US_ASCII);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public byte[] sign(byte[] data) {
    var signer = new SM2Signer();
    signer.init(true, withId(new ParametersWithRandom(secret, random)));
    signer.update(data, 0, data.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether this platform's key signed the data. */
  public boolean verify(byte[] data, byte[] signature) {
    return verify(open, data, signature);
  }

  /**
   * Whether the key signed the data; a signature that cannot be read is a wrong one.
   *
   * @param publicKeyPem as {@link #publicKeyPem()} gives it
   * @throws KeyFailure when the key is no SM2 public key
   */
  public static boolean verify(String publicKeyPem, byte[] data, byte[] signature) {
    try {
      byte[] encoded = unwrap(publicKeyPem, "PUBLIC KEY");
      if (PublicKeyFactory.createKey(encoded) instanceof ECPublicKeyParameters key
          && key.getParameters().getCurve().equals(CURVE.getCurve())) {
        return verify(key, data, signature);
      }
      throw new KeyFailure("不是SM2公钥。No SM2 public key.");
    } catch (IOException | IllegalArgumentException damaged) {
      throw new KeyFailure("公钥无法读取。The public key cannot be read.", damaged);
    }
  }

  private static boolean verify(ECPublicKeyParameters key, byte[] data, byte[] signature) {
    var signer = new SM2Signer();
    signer.init(false, withId(key));
    signer.update(data, 0, data.length);
    return signer.verifySignature(signature);
  }

  /** The public key as SubjectPublicKeyInfo in PEM, to hand out. */
  public String publicKeyPem() {
    return wrap("PUBLIC KEY", publicKey());
  }

  /** Tells one key from another: SM3 of the public key, in 64 hexadecimal digits. */
  public String keyFingerprint() {
    return Sm3.hex(publicKey());
  }

  private byte[] publicKey() {
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open).getEncoded();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static CipherParameters withId(CipherParameters key) {
    return new ParametersWithID(key, USER_ID.getBytes(StandardCharsets.US_ASCII));
  }

  private static String wrap(String type, byte[] content) {
    var text = new StringWriter();
    try (var writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, content));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static byte[] unwrap(String pem, String type) throws IOException {
    try (var reader = new PemReader(new StringReader(pem))) {
      PemObject object = reader.readPemObject();
      if (object == null || !object.getType().equals(type)) {
        throw new IOException("no " + type);
      }
      return object.getContent();
    }
  }
}
