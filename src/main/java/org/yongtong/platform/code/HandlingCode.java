package org.yongtong.platform.code;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 业务办理项编码, 33 characters: the task code and a serial of two digits. */
public record HandlingCode(String value) {

  private static final Pattern SERIAL = Pattern.compile("[0-9]{2}");

  /**
   * @throws InvalidCode when the text is no handling code
   */
  public HandlingCode {
    InvalidCode.refuse(problem(value));
    value = value.strip();
  }

  /**
   * @param serial 0 to 99
   * @throws InvalidCode for another serial
   */
  public static HandlingCode of(TaskCode task, int serial) {
    return new HandlingCode(task.value() + "%02d".formatted(serial));
  }

  /** The code in a text, if it is one. */
  public static Optional<HandlingCode> parse(@Nullable String text) {
    return text != null && problem(text) == null
        ? Optional.of(new HandlingCode(text))
        : Optional.empty();
  }

  /** What is wrong with the text, in Chinese, for a form; null when nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写业务办理项编码";
    }
    String code = text.strip();
    if (code.length() != TaskCode.LENGTH + 2) {
      return "业务办理项编码应为33位，现为%d位".formatted(code.length());
    }
    String task = TaskCode.problem(code.substring(0, TaskCode.LENGTH));
    if (task != null) {
      return "业务办理项编码前31位不正确：" + task;
    }
    return SERIAL.matcher(code.substring(TaskCode.LENGTH)).matches() ? null : "业务办理项编码最后2位应为数字";
  }

  public TaskCode task() {
    return new TaskCode(value.substring(0, TaskCode.LENGTH));
  }

  public int serial() {
    return Integer.parseInt(value.substring(TaskCode.LENGTH));
  }

  @Override
  public String toString() {
    return value;
  }
}
