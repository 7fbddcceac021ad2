package org.yongtong.platform.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrTest {

  private static final String URL = "https://yongtong.example/verify?number=JY14501030000001";

  @Test
  void aReaderFindsTheAddressAgain() throws Exception {
    var picture =
        Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(Qr.png(URL, 4))), "picture");
    int side = picture.getWidth();
    var source =
        new RGBLuminanceSource(side, side, picture.getRGB(0, 0, side, side, null, 0, side));
    var found = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
    assertThat(found.getText()).isEqualTo(URL);
  }

  @Test
  void theDrawingCarriesNoStyleAttribute() {
    assertThat(Qr.svg(URL))
        .startsWith("<svg")
        .contains("role=\"img\"", "viewBox")
        .doesNotContain("style=", "<rect");
  }

  @Test
  void anEmptyTextIsRefused() {
    assertThatThrownBy(() -> Qr.svg("")).isInstanceOf(IllegalArgumentException.class);
  }
}
