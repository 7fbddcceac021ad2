// long: one small record for each kind of column
package org.yongtong.catalogue.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a column holds: how its cells are read and written. */
sealed interface Kind {

  /**
   * The value as item files keep it; null for an empty cell.
   *
   * @throws BadCell when the cell holds something else
   */
  @Nullable Object read(Cell cell, Names names) throws BadCell;

  /** The value as it stands in a cell, before formulas are made harmless. */
  default String write(Object value, Names names) {
    return value.toString();
  }

  /** One sentence for the person who fills the column. */
  String help();

  private static @Nullable String text(Cell cell) throws BadCell {
    return switch (cell) {
      case Cell.Empty ignored -> null;
      case Cell.Text(var text) -> {
        String clean = CleanCell.in(text).strip();
        yield clean.isEmpty() ? null : clean;
      }
      case Cell.Number(var number, var day) -> {
        if (day) {
          throw new BadCell("单元格是日期格式：请把这一列设为“文本”格式后重新输入");
        }
        yield plain(number);
      }
      case Cell.Flag(var on) -> on ? "是" : "否";
      case Cell.Formula(var formula) ->
          throw new BadCell("单元格是公式（=%s）：请复制后“选择性粘贴—数值”".formatted(CleanCell.shortened(formula)));
      case Cell.Faulty(var text) ->
          throw new BadCell("单元格显示错误值 %s：请改成正确的内容".formatted(CleanCell.shortened(text)));
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Full-width digits and signs as typed with a Chinese keyboard. */
  private static String halfWidth(String text) {
    var half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      half.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c == '\u3000' ? ' ' : c);
    }
    return half.toString().strip();
  }

  /** Free text; line breaks stay. */
  record Text(int most) implements Kind {
    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      String text = text(cell);
      if (text != null && text.length() > most) {
        throw new BadCell("最多 %d 个字，现有 %d 个：请缩短".formatted(most, text.length()));
      }
      return text;
    }

    @Override
    public String help() {
      return "文字，最多 %d 个字".formatted(most);
    }
  }

  /** A rule (CEL) or a piece of YAML: may hold signs that web code holds too. */
  record Rule() implements Kind {
    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      return switch (cell) {
        case Cell.Text(var text) -> {
          String clean = CleanCell.lines(text);
          yield clean.isBlank() ? null : clean.stripTrailing();
        }
        default -> text(cell);
      };
    }

    @Override
    public String help() {
      return "条件表达式";
    }
  }

  /** Several texts, one a line; short ones may also be set apart by 、 or ；. */
  record Texts(boolean shortOnes) implements Kind {
    private static final Pattern APART = Pattern.compile("[、；;]");

    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      String text = text(cell);
      if (text == null) {
        return null;
      }
      var parts = new ArrayList<String>();
      for (String part :
          shortOnes && text.indexOf('\n') < 0 ? APART.split(text) : text.split("\n")) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
      return parts.isEmpty() ? null : parts;
    }

    @Override
    public String write(Object value, Names names) {
      return value instanceof List<?> list
          ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
          : value.toString();
    }

    @Override
    public String help() {
      return shortOnes ? "一行一个，或者用顿号隔开" : "一行一条";
    }
  }

  /** A whole number. */
  record Whole(String unit) implements Kind {
    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      String text = text(cell);
      if (text == null) {
        return null;
      }
      String digits = halfWidth(text);
      if (!unit.isEmpty() && digits.endsWith(unit)) {
        digits = digits.substring(0, digits.length() - unit.length()).strip();
      }
      if (!digits.matches("-?\\d{1,9}")) {
        throw new BadCell("应当是整数，现在是“%s”：只写数字".formatted(CleanCell.shortened(text)));
      }
      return Integer.valueOf(digits);
    }

    @Override
    public String help() {
      return unit.isEmpty() ? "整数" : "整数，单位：" + unit;
    }
  }

  /** 是 or 否. */
  record Flag() implements Kind {
    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      String text = text(cell);
      if (text == null) {
        return null;
      }
      return switch (halfWidth(text)) {
        case "是", "1", "true", "TRUE", "Y", "y" -> Boolean.TRUE;
        case "否", "0", "false", "FALSE", "N", "n" -> Boolean.FALSE;
        default -> throw new BadCell("只能写“是”或者“否”，现在是“%s”".formatted(CleanCell.shortened(text)));
      };
    }

    @Override
    public String write(Object value, Names names) {
      return Boolean.TRUE.equals(value) ? "是" : "否";
    }

    @Override
    public String help() {
      return "是或者否";
    }
  }

  /** A code of digits (and capital letters), kept as text: leading zeros count. */
  record Code(int digits) implements Kind {
    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      if (cell instanceof Cell.Number(var number, var day)) {
        String plain = plain(number);
        if (day || plain.length() != digits || plain.length() > 15) {
          throw new BadCell(
              "编码应当是 %d 位文本，单元格却是数字 %s（前面的 0 或者末尾的数字已经丢失）：请把这一列设为“文本”格式后重新输入"
                  .formatted(digits, plain));
        }
        return plain;
      }
      String text = text(cell);
      if (text == null) {
        return null;
      }
      String code = halfWidth(text).replace(" ", "");
      if (code.length() != digits) {
        throw new BadCell(
            "应当是 %d 位编码，现在是“%s”（%d 位）".formatted(digits, CleanCell.shortened(text), code.length()));
      }
      return code;
    }

    @Override
    public String help() {
      return "%d 位编码，文本格式".formatted(digits);
    }
  }

  /** An amount in yuan, kept as text with two decimals. */
  record Money() implements Kind {
    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      String text = text(cell);
      if (text == null) {
        return null;
      }
      String digits = halfWidth(text).replace(",", "").replaceFirst("元$", "");
      if (!digits.matches("\\d{1,9}(\\.\\d{1,2}0*)?")) {
        throw new BadCell("应当是金额（元），例如 80.00，现在是“%s”".formatted(CleanCell.shortened(text)));
      }
      return new BigDecimal(digits).setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    @Override
    public String help() {
      return "金额（元），例如 80.00";
    }
  }

  /** A day, kept as 2026-12-04. */
  record Day() implements Kind {
    private static final Pattern WRITTEN =
        Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      if (cell instanceof Cell.Number(var number, var day)) {
        int serial = number.intValue();
        if (serial < 20_000 || serial > 80_000) {
          throw new BadCell("应当是日期，例如 2026-12-04，现在是数字 " + plain(number));
        }
        return EPOCH.plusDays(serial).toString();
      }
      String text = text(cell);
      if (text == null) {
        return null;
      }
      Matcher written = WRITTEN.matcher(halfWidth(text));
      if (!written.matches()) {
        throw new BadCell("应当是日期，例如 2026-12-04，现在是“%s”".formatted(CleanCell.shortened(text)));
      }
      try {
        return LocalDate.of(
                Integer.parseInt(written.group(1)),
                Integer.parseInt(written.group(2)),
                Integer.parseInt(written.group(3)))
            .toString();
      } catch (DateTimeException noSuchDay) {
        throw new BadCell("没有这一天：“%s”".formatted(CleanCell.shortened(text)));
      }
    }

    @Override
    public String help() {
      return "日期，例如 2026-12-04";
    }
  }

  /** One of a list of words; the national code or the key of item files is understood too. */
  record Word(Choices choices) implements Kind {
    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      String text = text(cell);
      return text == null ? null : choices.key(text);
    }

    @Override
    public String write(Object value, Names names) {
      return choices.word(value.toString());
    }

    @Override
    public String help() {
      return "可以写：" + choices.listed();
    }
  }

  /** Several of a list of words. */
  record Words(Choices choices) implements Kind {
    private static final Pattern APART = Pattern.compile("[、，,；;\\n]");

    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      String text = text(cell);
      if (text == null) {
        return null;
      }
      var keys = new ArrayList<String>();
      for (String part : APART.split(text)) {
        if (!part.isBlank()) {
          keys.add(choices.key(part));
        }
      }
      return keys.isEmpty() ? null : keys;
    }

    @Override
    public String write(Object value, Names names) {
      return value instanceof List<?> list
          ? list.stream()
              .map(each -> choices.word(String.valueOf(each)))
              .collect(Collectors.joining("、"))
          : value.toString();
    }

    @Override
    public String help() {
      return "可以写几个，用顿号隔开：" + choices.listed();
    }
  }

  /** A department, by its name, key or credit code; or several of them. */
  record Body(boolean several) implements Kind {
    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      String text = text(cell);
      if (text == null) {
        return null;
      }
      return several
          ? names.each(text, names::department)
          : names.department(halfWidth(text).strip());
    }

    @Override
    public String write(Object value, Names names) {
      return names.written(value, names::departmentName);
    }

    @Override
    public String help() {
      return several ? "部门名称，用顿号隔开" : "部门名称或者统一社会信用代码";
    }
  }

  /** Service places, by name or key. */
  record Places() implements Kind {
    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      String text = text(cell);
      return text == null ? null : names.each(text, names::place);
    }

    @Override
    public String write(Object value, Names names) {
      return names.written(value, names::placeName);
    }

    @Override
    public String help() {
      return "办事地点名称，一行一个";
    }
  }

  /** All bodies of a level, or some of them. */
  record Bodies() implements Kind {
    @Override
    public @Nullable Object read(Cell cell, Names names) throws BadCell {
      String text = text(cell);
      if (text == null) {
        return null;
      }
      return text.equals("全部") || text.equals("all") ? "all" : names.each(text, names::department);
    }

    @Override
    public String write(Object value, Names names) {
      return "all".equals(value) ? "全部" : names.written(value, names::departmentName);
    }

    @Override
    public String help() {
      return "“全部”，或者机构名称，用顿号隔开";
    }
  }

  /** The words of a code list. */
  record Choices(Map<String, String> wordOf, Map<String, String> keyOf) {

    /**
     * @param wordOf what is written for each key, in order
     * @param keyOf the key for everything that is understood
     */
    static Choices of(Map<String, String> wordOf, Map<String, String> keyOf) {
      var plain = new HashMap<String, String>();
      keyOf.forEach((written, key) -> plain.put(halfWidth(written), key));
      return new Choices(Collections.unmodifiableMap(wordOf), Map.copyOf(plain));
    }

    String key(String written) throws BadCell {
      String key = keyOf.get(halfWidth(written));
      if (key == null) {
        throw new BadCell("不能是“%s”，可以写：%s".formatted(CleanCell.shortened(written), listed()));
      }
      return key;
    }

    String word(String key) {
      return wordOf.getOrDefault(key, key);
    }

    String listed() {
      return String.join("、", wordOf.values());
    }
  }
}
