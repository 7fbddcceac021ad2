package org.yongtong.form;

import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a rule, in words for the person who writes it. */
final class RuleDefects {

  static final String FILLED_NEEDS_ID = "filled needs a field id in quotes";

  private static final Set<String> APPLICANT_PARTS =
      Set.of("kind", "name", "id", "birth", "sex", "division");

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*");
  private static final Pattern RESULT =
      Pattern.compile("expected type '([^']*)' but found '([^']*)'.*");

  private RuleDefects() {}

  static String inChinese(CelIssue issue) {
    String place = "第 %d 个字符：".formatted(issue.getSourceLocation().getColumn() + 1);
    return place + words(issue.getMessage().replace('\n', ' '));
  }

  private static String words(String message) {
    if (message.contains(FILLED_NEEDS_ID)) {
      return "filled 的括号里要写带引号的字段编号，例如 filled(\"place\")";
    }
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      String name = undeclared.group(1);
      return name.startsWith(RuleCompiler.FILLED)
          ? "filled 里的字段“%s”不存在".formatted(name.substring(RuleCompiler.FILLED.length()))
          : "没有名为“%s”的字段、变量或者函数".formatted(name);
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      return "“%s”不能用于%s".formatted(operation(overload.group(1)), types(overload.group(2)));
    }
    Matcher result = RESULT.matcher(message);
    if (result.matches()) {
      return "此处应当得出%s，现在得出%s".formatted(types(result.group(1)), types(result.group(2)));
    }
    if (message.contains("code point size exceeds limit")) {
      return "规则太长";
    }
    return "语法有误（%s）".formatted(message);
  }

  private static String operation(String function) {
    return switch (function) {
      case "age_on" -> "age";
      case "days_between" -> "days_from_today";
      case "@in" -> "in";
      default -> function.replace("@", "").replaceAll("^_+|_+$", "");
    };
  }

  private static String types(String types) {
    return types
        .replace("map(string, string)", "分项值")
        .replaceAll("list\\([^)]*\\)+", "列表")
        .replaceAll("map\\([^)]*\\)", "分项值")
        .replace("double", "小数")
        .replace("uint", "正整数")
        .replace("int", "整数")
        .replace("string", "文字")
        .replace("bool", "是否")
        .replace("dyn", "任意值")
        .replace("null_type", "空值");
  }

  /** Slips that type-check: a part that a kind does not have, a choice that is not offered. */
  static List<String> slips(List<CelExpr> nodes, Map<String, Field> fields) {
    var slips = new ArrayList<String>();
    for (CelExpr node : nodes) {
      switch (node.exprKind().getKind()) {
        case SELECT -> {
          String name = ident(node.select().operand());
          Field field = fields.get(name);
          Set<String> parts =
              RuleCompiler.APPLICANT.equals(name)
                  ? APPLICANT_PARTS
                  : field == null ? Set.of() : Parts.of(field.kind()).keySet();
          if (!parts.isEmpty() && !parts.contains(node.select().field())) {
            slips.add(
                "“%s”没有分项“%s”，只有 %s"
                    .formatted(name, node.select().field(), parts.stream().sorted().toList()));
          }
        }
        case CALL -> offered(node.call(), fields, slips);
        default -> {}
      }
    }
    return slips;
  }

  private static void offered(CelExpr.CelCall call, Map<String, Field> fields, List<String> slips) {
    if (call.args().size() != 2) {
      return;
    }
    CelExpr left = call.args().get(0);
    CelExpr right = call.args().get(1);
    switch (call.function()) {
      case "_==_", "_!=_" -> {
        offered(fields.get(ident(left)), Stream.of(right), slips);
        offered(fields.get(ident(right)), Stream.of(left), slips);
      }
      case "@in" -> {
        offered(fields.get(ident(right)), Stream.of(left), slips);
        if (right.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST) {
          offered(fields.get(ident(left)), right.list().elements().stream(), slips);
        }
      }
      default -> {}
    }
  }

  private static void offered(@Nullable Field field, Stream<CelExpr> said, List<String> slips) {
    if (field == null || field.kind() != FieldKind.CHOICE && field.kind() != FieldKind.CHOICES) {
      return;
    }
    said.map(RuleDefects::text)
        .flatMap(Optional::stream)
        .filter(text -> !text.isEmpty())
        .filter(text -> field.options().stream().noneMatch(option -> option.value().equals(text)))
        .forEach(text -> slips.add("“%s”没有选项“%s”".formatted(field.id(), text)));
  }

  private static String ident(CelExpr node) {
    return node.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT ? node.ident().name() : "";
  }

  static Optional<String> text(CelExpr node) {
    return node.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && node.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(node.constant().stringValue())
        : Optional.empty();
  }
}
