package org.yongtong.platform.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateIdentifierTest {

  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final CreditCode BODY = new CreditCode("11450721MB15580811");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
        "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
        "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"
      })
  void acceptsPublishedIdentifiers(String sample) {
    assertThat(new CertificateIdentifier(sample).value()).isEqualTo(sample);
  }

  @Test
  void tellsItsParts() {
    var identifier =
        new CertificateIdentifier(
            "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0");
    assertThat(identifier.type()).isEqualTo("11100000000013338W009");
    assertThat(identifier.issuer()).isEqualTo("11330105002500287C");
    assertThat(identifier.serial()).isEqualTo("2025052201");
    assertThat(identifier.version()).isEqualTo(2);
  }

  @Test
  void aWrongCheckOrFormIsRefused() {
    assertThat(
            CertificateIdentifier.problem(
                "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.1"))
        .contains("校验不符");
    assertThat(CertificateIdentifier.problem("1.2.156.3005.2.1.2.3.4.5")).contains("格式不正确");
    assertThatThrownBy(() -> CertificateIdentifier.of(BODY, "1", BODY, "1", 1))
        .isInstanceOf(InvalidCode.class);
    assertThatThrownBy(() -> CertificateIdentifier.of(BODY, "001", BODY, "1", 1000))
        .isInstanceOf(InvalidCode.class);
  }

  @Property(tries = 300)
  void builtIdentifiersPassAndAnySingleChangeIsFound(
      @ForAll @IntRange(min = 1) int serial,
      @ForAll @IntRange(min = 1, max = 999) int version,
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll @IntRange(min = 1, max = 35) int shift) {
    var identifier = CertificateIdentifier.of(BODY, "001", BODY, Integer.toString(serial), version);
    assertThat(CertificateIdentifier.parse(identifier.value())).contains(identifier);
    int start = "1.2.156.3005.2.".length();
    int place = start + seed % (identifier.value().length() - start);
    if (identifier.value().charAt(place) != '.') {
      assertThat(
              CertificateIdentifier.problem(
                  Changes.changed(identifier.value(), place, shift, ALPHABET)))
          .isNotNull();
    }
  }
}
