package org.yongtong.platform.code;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 实施编码, 31 characters: the credit code of the body that handles the item, 1 level of exercise (1
 * 国家级 to 6 村级, 7 分级管理), the 12 of the base code.
 */
public record TaskCode(String value) {

  public static final int LENGTH = 31;

  /**
   * @throws InvalidCode when the text is no task code
   */
  public TaskCode {
    InvalidCode.refuse(problem(value));
    value = value.strip();
  }

  /**
   * @param level 1 to 7
   * @throws InvalidCode for another level
   */
  public static TaskCode of(CreditCode body, int level, BaseCode base) {
    return new TaskCode(body.value() + level + base.value());
  }

  /** The code in a text, if it is one. */
  public static Optional<TaskCode> parse(@Nullable String text) {
    return text != null && problem(text) == null
        ? Optional.of(new TaskCode(text))
        : Optional.empty();
  }

  /** What is wrong with the text, in Chinese, for a form; null when nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写实施编码";
    }
    String code = text.strip();
    if (code.length() != LENGTH) {
      return "实施编码应为31位，现为%d位".formatted(code.length());
    }
    String body = CreditCode.problem(code.substring(0, 18));
    if (body != null) {
      return "实施编码前18位不正确：" + body;
    }
    if (code.charAt(18) < '1' || code.charAt(18) > '7') {
      return "实施编码第19位（行使层级）应为1至7";
    }
    return BaseCode.problem(code.substring(19)) == null ? null : "实施编码后12位（基本编码）应为数字";
  }

  /** The body that handles the item. */
  public CreditCode body() {
    return new CreditCode(value.substring(0, 18));
  }

  /** 1 国家级, 2 省级, 3 市级, 4 县级, 5 乡镇（街道）级, 6 村（社区）级, 7 分级管理. */
  public int level() {
    return value.charAt(18) - '0';
  }

  public BaseCode base() {
    return new BaseCode(value.substring(19));
  }

  @Override
  public String toString() {
    return value;
  }
}
