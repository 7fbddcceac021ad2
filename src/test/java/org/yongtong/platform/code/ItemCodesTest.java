package org.yongtong.platform.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ItemCodesTest {

  private static final String TASK = "11450721MB155808114000104002000";

  @Test
  void aBaseCodeNamesRegionTypeDepartmentAndItem() {
    var base = new BaseCode("000104002000");
    assertThat(base.region()).isEqualTo("00");
    assertThat(base.type()).isEqualTo("01");
    assertThat(base.department()).isEqualTo("04");
    assertThat(base.mainItem()).isEqualTo("002");
    assertThat(base.subItem()).isEqualTo("000");
    assertThat(BaseCode.problem("0001040020")).contains("12位");
  }

  @Test
  void aTaskCodeIsBodyLevelAndBase() {
    var task = new TaskCode(TASK);
    assertThat(task.body()).isEqualTo(new CreditCode("11450721MB15580811"));
    assertThat(task.level()).isEqualTo(4);
    assertThat(task.base()).isEqualTo(new BaseCode("000104002000"));
  }

  @Test
  void aWrongPartOfATaskCodeIsNamed() {
    assertThat(TaskCode.problem(TASK + "1")).contains("现为32位");
    assertThat(TaskCode.problem("11450721MB155808124000104002000")).contains("前18位").contains("校验");
    assertThat(TaskCode.problem("11450721MB155808118000104002000")).contains("第19位");
    assertThat(TaskCode.problem("11450721MB15580811400010400200X")).contains("后12位");
  }

  @Test
  void aHandlingCodeAddsTwoDigits() {
    var handling = HandlingCode.of(new TaskCode(TASK), 7);
    assertThat(handling.value()).isEqualTo(TASK + "07");
    assertThat(handling.serial()).isEqualTo(7);
    assertThat(HandlingCode.parse(handling.value())).contains(handling);
    assertThatThrownBy(() -> HandlingCode.of(new TaskCode(TASK), 100))
        .isInstanceOf(InvalidCode.class);
    assertThat(HandlingCode.problem(TASK + "0A")).contains("最后2位");
  }

  @Test
  void aCaseNumberIsTaskDayAndSerial() {
    var number = new CaseNumber("12441500196720244T3442199806003202206230068");
    assertThat(number.day()).isEqualTo(LocalDate.of(2022, 6, 23));
    assertThat(number.serial()).isEqualTo(68);
    assertThat(number.task().base()).isEqualTo(new BaseCode("442199806003"));
  }

  @Test
  void aCaseNumberWithAnImpossibleDayIsRefused() {
    assertThat(CaseNumber.problem(TASK + "202602300001")).contains("日期不存在");
    assertThat(CaseNumber.problem(TASK + "20260223001")).contains("43至50位");
    assertThat(CaseNumber.problem(TASK + "20260223" + "1".repeat(12))).contains("43至50位");
    assertThat(CaseNumber.problem(TASK + "20260223000A")).contains("只含数字");
  }

  @Property(tries = 200)
  void codesSurviveARoundTrip(
      @ForAll("bodies") CreditCode body,
      @ForAll @IntRange(min = 1, max = 7) int level,
      @ForAll @LongRange(min = 0, max = 99_999_999_999L) long serial) {
    var task = TaskCode.of(body, level, new BaseCode("450104002001"));
    assertThat(TaskCode.parse(task.value())).contains(task);
    assertThat(task.body()).isEqualTo(body);
    assertThat(task.level()).isEqualTo(level);
    var number = CaseNumber.of(task, LocalDate.of(2026, 11, 23), serial);
    assertThat(CaseNumber.parse(number.value())).contains(number);
    assertThat(number.serial()).isEqualTo(serial);
    assertThat(number.value().length()).isLessThanOrEqualTo(50);
  }

  @Provide
  Arbitrary<CreditCode> bodies() {
    return CreditCodeTest.codes();
  }
}
