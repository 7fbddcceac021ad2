package org.yongtong.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503})
  void theseStatusesHaveWordsOfTheirOwn(int status) {
    assertThat(Fault.of(status).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"406, 400", "418, 400", "502, 500", "599, 500"})
  void othersGetTheGeneralWordsOfTheirClass(int status, int shown) {
    assertThat(Fault.of(status).status()).isEqualTo(shown);
  }

  @Test
  void noTwoFaultsSayTheSame() {
    var titles = new HashSet<String>();
    for (Fault fault : Fault.values()) {
      assertThat(titles.add(fault.title())).as(fault.title()).isTrue();
    }
  }

  @Test
  void whatWasTypedIsMentionedOnlyWhenSomethingWasSubmitted() {
    assertThat(ErrorPage.of(Fault.CONFLICT, false, "N").safe()).isNull();
    assertThat(ErrorPage.of(Fault.CONFLICT, true, "N").safe()).contains("没有保存");
  }

  @Test
  void afterAFailureOfOursNobodyIsToldThatAllIsSafe() {
    assertThat(ErrorPage.of(Fault.BROKEN, true, "N").safe()).startsWith("暂时不能确定");
  }

  @Test
  void theLogShowsWhereButNeverTheMessage() {
    var failure =
        new IllegalStateException(
            "case of 韦某某", new SQLException("Key (id_number)=(450103…) exists", "23505"));
    assertThat(FailureTrace.of(failure))
        .contains("java.lang.IllegalStateException", "SQL state 23505", "FaultTest")
        .doesNotContain("韦某某", "450103");
  }
}
