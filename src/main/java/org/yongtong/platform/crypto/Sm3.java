package org.yongtong.platform.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The SM3 digest (GB/T 32905), 32 bytes. */
public final class Sm3 {

  private Sm3() {}

  /** Digest of the parts written one after the other. */
  public static byte[] digest(byte[]... parts) {
    var digest = new SM3Digest();
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    return finish(digest);
  }

  /** Digest of all that is left in the stream, which is not closed. */
  public static byte[] digest(InputStream in) throws IOException {
    var digest = new SM3Digest();
    var buffer = new byte[64 * 1024];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return finish(digest);
  }

  /** As {@link #digest(byte[]...)}, in 64 small hexadecimal digits. */
  public static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(digest(parts));
  }

  /** HMAC-SM3 (GB/T 15852.2) over the parts written one after the other. */
  public static byte[] hmac(byte[] key, byte[]... parts) {
    var mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(key));
    for (byte[] part : parts) {
      mac.update(part, 0, part.length);
    }
    var result = new byte[mac.getMacSize()];
    mac.doFinal(result, 0);
    return result;
  }

  private static byte[] finish(SM3Digest digest) {
    var result = new byte[digest.getDigestSize()];
    digest.doFinal(result, 0);
    return result;
  }
}
