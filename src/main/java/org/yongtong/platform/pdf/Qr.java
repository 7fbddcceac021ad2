package org.yongtong.platform.pdf;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** QR codes (GB/T 18284) with their quiet zone of four modules. */
public final class Qr {

  private static final int QUIET = 4;

  private Qr() {}

  /**
   * An inline drawing for a page, without style attributes; its class {@code qr} lets the page size
   * it.
   *
   * @throws IllegalArgumentException when the text is empty or does not fit into a QR code
   */
  public static String svg(String text) {
    Drawing drawing = drawing(text);
    var path = new StringBuilder();
    for (Bar bar : drawing.bars()) {
      path.append("M%d %dh%dv1h-%dz".formatted(bar.x(), bar.y(), bar.length(), bar.length()));
    }
    return """
    <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="168" height="168" \
    role="img" aria-label="二维码" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%1$dv%1$dh-%1$dz"/><path fill="#000" d="%2$s"/></svg>\
    """
        .formatted(drawing.side(), path);
  }

  /**
   * A PNG picture.
   *
   * @param pixels side of one module in pixels, from 1
   */
  public static byte[] png(String text, int pixels) {
    Drawing drawing = drawing(text);
    int side = drawing.side() * pixels;
    var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    var pen = picture.createGraphics();
    pen.setColor(java.awt.Color.WHITE);
    pen.fillRect(0, 0, side, side);
    pen.setColor(java.awt.Color.BLACK);
    for (Bar bar : drawing.bars()) {
      pen.fillRect(bar.x() * pixels, bar.y() * pixels, bar.length() * pixels, pixels);
    }
    pen.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  static Drawing drawing(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a QR code needs a text");
    }
    ByteMatrix matrix;
    try {
      matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("no QR code can hold this text", tooLong);
    }
    List<Bar> bars = new ArrayList<>();
    for (int y = 0; y < matrix.getHeight(); y++) {
      int x = 0;
      while (x < matrix.getWidth()) {
        int from = x;
        while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
          x++;
        }
        if (x > from) {
          bars.add(new Bar(from + QUIET, y + QUIET, x - from));
        }
        x++;
      }
    }
    return new Drawing(matrix.getWidth() + 2 * QUIET, bars);
  }

  /** Side in modules, quiet zone included, and the dark bars. */
  record Drawing(int side, List<Bar> bars) {}

  /** Dark modules side by side. */
  record Bar(int x, int y, int length) {}
}
