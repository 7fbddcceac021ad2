package org.yongtong.catalogue.importing;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The YAML reader's complaints in plain Chinese. */
final class YamlWords {

  private static final Map<Pattern, String> WORDS =
      Map.of(
          Pattern.compile("exceeds the specified max=0|aliases for non-scalar"),
              "不能用 & 和 * 引用别处的内容：请把内容照写一遍",
          Pattern.compile("exceeds the limit"), "一个事项的内容太长：请检查是不是漏了“---”分隔行",
          Pattern.compile("Nesting Depth"), "层次太深：请检查缩进",
          Pattern.compile("found character '(\\\\t|\\t)"), "不能用制表符缩进：请改用空格",
          Pattern.compile("mapping values are not allowed"), "这一行多了冒号，或者缩进不对：内容里有冒号时请加引号",
          Pattern.compile("expected <block end>|did not find expected|expected ',' or"),
              "缩进或者括号不对：请与上一行对齐，检查括号是否成对",
          Pattern.compile("unexpected end of stream|found unexpected end"), "引号或者括号没有成对");

  private YamlWords() {}

  static String plain(String message) {
    return List.copyOf(WORDS.entrySet()).stream()
        .filter(each -> each.getKey().matcher(message).find())
        .map(each -> "YAML 语法错误：" + each.getValue())
        .findFirst()
        .orElse(message);
  }
}
