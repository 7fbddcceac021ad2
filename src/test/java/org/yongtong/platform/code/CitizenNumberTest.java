package org.yongtong.platform.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
  void acceptsThePublishedSamples(String sample) {
    assertThat(new CitizenNumber(sample).value()).isEqualTo(sample);
    assertThat(CitizenNumber.problem(sample)).isNull();
  }

  @Test
  void tellsBirthAndSex() {
    var number = new CitizenNumber("11010519491231002X");
    assertThat(number.birth()).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(number.male()).isFalse();
    assertThat(new CitizenNumber("440524188001010014").male()).isTrue();
  }

  @Test
  void aYearOfAgeIsFullOnTheBirthday() {
    var number = new CitizenNumber("11010519491231002X");
    assertThat(number.ageOn(LocalDate.of(2029, 12, 30))).isEqualTo(79);
    assertThat(number.ageOn(LocalDate.of(2029, 12, 31))).isEqualTo(80);
  }

  @Test
  void bornOnALeapDayAgesOnTheFirstOfMarch() {
    var number = numbered("45010320000229001");
    assertThat(number.ageOn(LocalDate.of(2018, 2, 28))).isEqualTo(17);
    assertThat(number.ageOn(LocalDate.of(2018, 3, 1))).isEqualTo(18);
  }

  @Test
  void aSmallXAndSpacesAroundAreMended() {
    assertThat(new CitizenNumber(" 11010519491231002x ").value()).isEqualTo("11010519491231002X");
  }

  @Test
  void showsOnlyTheEndsAlsoInLogs() {
    var number = new CitizenNumber("11010519491231002X");
    assertThat(number.masked()).isEqualTo("110105********002X");
    assertThat("%s".formatted(number)).doesNotContain("19491231");
  }

  @Test
  void saysWhatIsWrongWithoutRepeatingTheNumber() {
    assertThat(CitizenNumber.problem(null)).isEqualTo("请填写身份证号码");
    assertThat(CitizenNumber.problem("110105491231002")).contains("15位").contains("18位");
    assertThat(CitizenNumber.problem("1101051949123100")).contains("现为16位");
    assertThat(CitizenNumber.problem("1101O519491231002X")).contains("前17位");
    assertThat(CitizenNumber.problem("１１０１０５１９４９１２３１００２X")).contains("前17位");
    assertThat(CitizenNumber.problem("110105194902310023")).contains("出生日期不存在");
    assertThatThrownBy(() -> new CitizenNumber("110105194912310021"))
        .isInstanceOf(InvalidCode.class)
        .hasMessageContaining("校验不符")
        .hasMessageNotContaining("1949");
  }

  @Property(tries = 300)
  void survivesARoundTrip(@ForAll("numbers") CitizenNumber number) {
    assertThat(CitizenNumber.parse(number.value())).contains(number);
  }

  @Property(tries = 300)
  void anySingleChangedDigitIsFound(
      @ForAll("numbers") CitizenNumber number,
      @ForAll @IntRange(max = 17) int place,
      @ForAll @IntRange(min = 1, max = 9) int shift) {
    assertThat(CitizenNumber.problem(Changes.changed(number.value(), place, shift, "0123456789X")))
        .isNotNull();
  }

  @Provide
  Arbitrary<CitizenNumber> numbers() {
    return Combinators.combine(
            Arbitraries.integers().between(110000, 829999),
            Dates.dates().between(LocalDate.of(1900, 1, 1), LocalDate.of(2030, 12, 31)),
            Arbitraries.integers().between(0, 999))
        .as(
            (region, birth, serial) ->
                numbered("%d%tY%<tm%<td%03d".formatted(region, birth, serial)));
  }

  private static CitizenNumber numbered(String seventeen) {
    return new CitizenNumber(seventeen + CitizenNumber.check(seventeen));
  }
}
