package org.yongtong.platform.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 办件编号: the task code (31), the day (yyyyMMdd) and a serial of that day of at least four digits; at
 * most 50 characters (GB/T 39046 gives an..50).
 */
public record CaseNumber(String value) {

  private static final int DAY_END = TaskCode.LENGTH + 8;
  private static final int LONGEST = 50;
  private static final Pattern TAIL = Pattern.compile("[0-9]{12,}");

  /**
   * @throws InvalidCode when the text is no case number
   */
  public CaseNumber {
    InvalidCode.refuse(problem(value));
    value = value.strip();
  }

  /**
   * @param serial from 1; four digits at least are written
   * @throws InvalidCode when the serial is negative or makes the number too long
   */
  public static CaseNumber of(TaskCode task, LocalDate day, long serial) {
    return new CaseNumber(
        task.value() + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "%04d".formatted(serial));
  }

  /** The number in a text, if it is one. */
  public static Optional<CaseNumber> parse(@Nullable String text) {
    return text != null && problem(text) == null
        ? Optional.of(new CaseNumber(text))
        : Optional.empty();
  }

  /** What is wrong with the text, in Chinese, for a form; null when nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写办件编号";
    }
    String number = text.strip();
    if (number.length() < DAY_END + 4 || number.length() > LONGEST) {
      return "办件编号应为43至50位，现为%d位".formatted(number.length());
    }
    String task = TaskCode.problem(number.substring(0, TaskCode.LENGTH));
    if (task != null) {
      return "办件编号前31位不正确：" + task;
    }
    if (!TAIL.matcher(number.substring(TaskCode.LENGTH)).matches()) {
      return "办件编号第32位起应为日期和流水号，只含数字";
    }
    return day(number).isEmpty() ? "办件编号中的日期不存在，请核对" : null;
  }

  private static Optional<LocalDate> day(String number) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(number.substring(TaskCode.LENGTH, TaskCode.LENGTH + 4)),
              Integer.parseInt(number.substring(TaskCode.LENGTH + 4, TaskCode.LENGTH + 6)),
              Integer.parseInt(number.substring(TaskCode.LENGTH + 6, DAY_END))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  public TaskCode task() {
    return new TaskCode(value.substring(0, TaskCode.LENGTH));
  }

  /** The day the number was given. */
  public LocalDate day() {
    return day(value).orElseThrow();
  }

  public long serial() {
    return Long.parseLong(value.substring(DAY_END));
  }

  @Override
  public String toString() {
    return value;
  }
}
