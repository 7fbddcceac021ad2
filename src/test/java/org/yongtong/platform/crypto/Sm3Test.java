package org.yongtong.platform.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sm3Test {

  /** The two examples of GB/T 32905-2016, appendix A. */
  @Test
  void givesTheValuesOfTheStandard() {
    assertThat(Sm3.hex("abc".getBytes(US_ASCII)))
        .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assertThat(Sm3.hex("abcd".repeat(16).getBytes(US_ASCII)))
        .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
  }

  @Test
  void partsAndStreamsGiveTheSameAsTheWhole() throws IOException {
    byte[] whole = "abcd".repeat(50_000).getBytes(US_ASCII);
    assertThat(Sm3.digest("ab".getBytes(US_ASCII), "c".getBytes(US_ASCII)))
        .isEqualTo(Sm3.digest("abc".getBytes(US_ASCII)));
    assertThat(HexFormat.of().formatHex(Sm3.digest(new ByteArrayInputStream(whole))))
        .isEqualTo(Sm3.hex(whole));
  }
}
