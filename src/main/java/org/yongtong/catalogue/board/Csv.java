package org.yongtong.catalogue.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings as a table for office programs (RFC 4180). */
final class Csv {

  /** Makes office programs read it as UTF-8. */
  private static final String MARK = "\uFEFF";

  private Csv() {}

  /**
   * @param department key → name
   */
  static String of(List<Finding> findings, UnaryOperator<String> department) {
    var lines = new ArrayList<String>();
    lines.add("问题,事项,事项编号,部门,说明");
    for (Finding finding : findings) {
      lines.add(
          Stream.of(
                  finding.rule().word(),
                  finding.name(),
                  finding.item(),
                  department.apply(finding.department()),
                  finding.message())
              .map(Csv::cell)
              .collect(Collectors.joining(",")));
    }
    return MARK + String.join("\r\n", lines) + "\r\n";
  }

  /** Quoted; a beginning that a spreadsheet would run as a formula is taken as text. */
  private static String cell(String text) {
    String safe = text.matches("^[=+\\-@\\t\\r].*") ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
