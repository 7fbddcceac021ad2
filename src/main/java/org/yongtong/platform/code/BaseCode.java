package org.yongtong.platform.code;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 政务服务事项基本编码, 12 digits as live systems use it (GB/T 39554.1): 2 region (00 national, 45 Guangxi),
 * 2 type of item, 2 department, 3 main item, 3 sub-item (000: none).
 */
public record BaseCode(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9]{12}");

  /**
   * @throws InvalidCode when the text has not 12 digits
   */
  public BaseCode {
    InvalidCode.refuse(problem(value));
    value = value.strip();
  }

  /** The code in a text, if it is one. */
  public static Optional<BaseCode> parse(@Nullable String text) {
    return text != null && problem(text) == null
        ? Optional.of(new BaseCode(text))
        : Optional.empty();
  }

  /** What is wrong with the text, in Chinese, for a form; null when nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "请填写基本编码";
    }
    return FORM.matcher(text.strip()).matches() ? null : "基本编码应为12位数字";
  }

  /** Two digits: 00 for an item of national law, else the province. */
  public String region() {
    return value.substring(0, 2);
  }

  /** Two digits: 01 行政许可, 05 行政给付, 07 行政确认, 20 公共服务 … */
  public String type() {
    return value.substring(2, 4);
  }

  /** Two digits: the national department that guides the matter. */
  public String department() {
    return value.substring(4, 6);
  }

  public String mainItem() {
    return value.substring(6, 9);
  }

  /** Three digits, 000 when the main item has no sub-items. */
  public String subItem() {
    return value.substring(9);
  }

  @Override
  public String toString() {
    return value;
  }
}
