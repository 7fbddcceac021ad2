package org.yongtong.platform.file;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Small files of every kind, sound and hostile. */
final class SampleFiles {

  static final byte[] EICAR =
      ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
          .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private SampleFiles() {}

  /** An image no other test has: the colour of its pixels comes from the seed. */
  static byte[] image(String format, int seed) throws IOException {
    var image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        image.setRGB(x, y, new Color((x * 2 + seed) % 256, y * 3 % 256, seed % 256).getRGB());
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  static byte[] pdf(String title) throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.getDocumentInformation().setTitle(title);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  static byte[] lockedPdf(String userPassword) throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /** A PNG whose header promises a picture that would fill the memory. */
  static byte[] hugePng(int side) throws IOException {
    byte[] png = image("png", 1);
    ByteBuffer.wrap(png).putInt(16, side).putInt(20, side);
    var crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    return png;
  }

  static byte[] cutShort(byte[] whole) {
    return Arrays.copyOf(whole, whole.length * 2 / 3);
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
