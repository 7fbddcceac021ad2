package org.yongtong.catalogue.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yongtong.platform.StartFailure;

class TargetsTest {

  @Test
  void aPackWithoutLinesHasNone() {
    assertThat(Targets.read(Map.of())).isEmpty();
  }

  @Test
  void aLineNamesItsMeasureItsShareAndWhoseItIs() {
    assertThat(
            Targets.read(
                Map.of(
                    "coverage_lines",
                    List.of(
                        Map.of("measure", "fully-online", "percent", 80, "word", "规划目标"),
                        Map.of("measure", "powers", "percent", 100, "word", "规划目标")))))
        .containsExactly(
            new Target("fully-online", 80, "规划目标"), new Target(Target.POWERS, 100, "规划目标"));
  }

  @ParameterizedTest
  @CsvSource({"nothing,50,规划目标,measure", "online,101,规划目标,percent", "online,50,' ',word"})
  void aFaultyLineStopsTheStartWithItsPlace(String measure, int percent, String word, String key) {
    assertThatThrownBy(
            () ->
                Targets.read(
                    Map.of(
                        "coverage_lines",
                        List.of(Map.of("measure", measure, "percent", percent, "word", word)))))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("coverage_lines[0]." + key);
  }

  @Test
  void aShareIsRoundedDownSoThatAHundredMeansAll() {
    assertThat(new Share(1_999, 2_000).words()).isEqualTo("99.9%");
    assertThat(new Share(2, 2).words()).isEqualTo("100.0%");
    assertThat(new Share(0, 0).words()).isEqualTo("–");
    assertThat(new Share(36, 145).atLeast(60)).isFalse();
    assertThat(new Share(36, 145).shortOf(60)).isEqualTo(51);
    assertThat(new Share(87, 145).atLeast(60)).isTrue();
    assertThat(new Share(0, 0).atLeast(1)).isFalse();
  }
}
