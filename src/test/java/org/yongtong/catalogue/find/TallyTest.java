package org.yongtong.catalogue.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

  private final Tally tally = new Tally(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Test
  void questionsOfTheSameFormAreCountedTogether() {
    tally.asked("開飯店", 3);
    tally.asked(" 开饭店 ", 4);
    tally.opened("开饭店");
    assertThat(tally.take()).containsExactly(new Tally.Counted(LocalDate.EPOCH, "开饭店", 2, 4, 1));
    assertThat(tally.take()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "450103199001011234",
        "４５０１０３１９９００１０１１２３４",
        "19900001234",
        "199 0000 1234",
        "0771-0000012",
        "91450100XX00000000",
        "me@example.com"
      })
  void whatLooksLikeANumberOfSomebodyIsNeverCounted(String question) {
    tally.asked(question, 0);
    tally.asked("查一下 " + question, 0);
    tally.opened(question);
    assertThat(tally.take()).isEmpty();
  }

  @Test
  void ordinaryNumbersAreCounted() {
    tally.asked("4050社保补贴", 1);
    assertThat(tally.take()).hasSize(1);
  }

  @Test
  void whatCouldNotBeWrittenDownIsCountedAgain() {
    tally.asked("低保", 2);
    var taken = tally.take();
    tally.asked("低保", 5);
    tally.giveBack(taken);
    assertThat(tally.take()).containsExactly(new Tally.Counted(LocalDate.EPOCH, "低保", 2, 5, 0));
  }

  @Test
  void onlyThisSitesResultsCountAsOpened() {
    assertThat(
            CountOpened.question("https://city.example/items?q=%E4%BD%8E%E4%BF%9D", "city.example"))
        .isEqualTo("低保");
    assertThat(CountOpened.question("https://other.example/items?q=x", "city.example")).isNull();
    assertThat(CountOpened.question("https://city.example/my?q=x", "city.example")).isNull();
    assertThat(CountOpened.question("not an address%", "city.example")).isNull();
    assertThat(CountOpened.question(null, "city.example")).isNull();
  }
}
