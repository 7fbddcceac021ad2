package org.yongtong.catalogue;

import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;
import org.yongtong.form.FormDefinition;

/** Says a rule of a form in Chinese, for those who cannot read CEL. */
final class RuleWords {

  private static final CelCompiler CEL =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();
  private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern FACT =
      Pattern.compile("\\bapplicant\\.(kind|name|id|birth|sex|division)\\b");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private RuleWords() {}

  /** The ids of the form's fields that a rule reads. */
  static Set<String> fields(FormDefinition form, String rule) {
    var ids = new LinkedHashSet<String>();
    var names = NAME.matcher(TEXT.matcher(rule).replaceAll(" "));
    while (names.find()) {
      if (form.find(names.group()).isPresent()) {
        ids.add(names.group());
      }
    }
    // filled("id")
    var quoted = Pattern.compile("filled\\(\\s*['\"]([a-z0-9_]+)['\"]\\s*\\)").matcher(rule);
    while (quoted.find()) {
      ids.add(quoted.group(1));
    }
    return ids;
  }

  /** What a rule reads: ids of the form's fields, and facts such as {@code applicant.kind}. */
  static Set<String> reads(FormDefinition form, String rule) {
    var reads = new LinkedHashSet<>(fields(form, rule));
    var facts = FACT.matcher(TEXT.matcher(rule).replaceAll(" "));
    while (facts.find()) {
      reads.add(facts.group());
    }
    return reads;
  }

  /** The clause that a person reads: the one that was written, else the rule in words. */
  static @Nullable String of(FormDefinition form, String rule, @Nullable String written) {
    return written == null ? of(form, rule) : written;
  }

  /** The rule as a clause, e.g. {@code “主体业态”是“餐饮服务经营者”}; null when it is too involved. */
  static @Nullable String of(FormDefinition form, String rule) {
    try {
      return words(form, CEL.parse(rule).getAst().getExpr());
    } catch (CelValidationException unreadable) {
      return null;
    }
  }

  private static @Nullable String words(FormDefinition form, CelExpr rule) {
    if (rule.getKind() == CelExpr.ExprKind.Kind.IDENT) {
      return yesOrNo(form, rule, "是");
    }
    if (rule.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return null;
    }
    List<CelExpr> parts = rule.call().args();
    return switch (rule.call().function()) {
      case "_&&_" -> joined(form, parts, "，并且");
      case "_||_" -> joined(form, parts, "，或者");
      case "!_" -> yesOrNo(form, parts.getFirst(), "否");
      case "_==_" -> compared(form, parts, "是", "未填写");
      case "_!=_" -> compared(form, parts, "不是", "已填写");
      case "_>_" -> compared(form, parts, "大于", null);
      case "_>=_" -> compared(form, parts, "不小于", null);
      case "_<_" -> compared(form, parts, "小于", null);
      case "_<=_" -> compared(form, parts, "不大于", null);
      case "@in" -> among(form, parts);
      default -> null;
    };
  }

  private static @Nullable String joined(FormDefinition form, List<CelExpr> parts, String with) {
    var clauses = new ArrayList<String>();
    for (CelExpr part : parts) {
      String clause = words(form, part);
      if (clause == null) {
        return null;
      }
      clauses.add(clause);
    }
    return String.join(with, clauses);
  }

  private static @Nullable String yesOrNo(FormDefinition form, CelExpr expression, String answer) {
    Field field = field(form, expression);
    return field != null
            && (field.kind() == FieldKind.YES_NO || field.kind() == FieldKind.DECLARATION)
        ? "“%s”选“%s”".formatted(field.label(), answer)
        : null;
  }

  private static @Nullable String compared(
      FormDefinition form, List<CelExpr> parts, String relation, @Nullable String whenEmpty) {
    Field field = field(form, parts.getFirst());
    String value = constant(parts.getLast());
    if (value != null && applicantKind(parts.getFirst())) {
      return "申请人%s%s".formatted(relation, value.equals("legal") ? "单位" : "个人");
    }
    if (field == null || value == null) {
      return null;
    }
    if (value.isEmpty()) {
      return whenEmpty == null ? null : "“%s”%s".formatted(field.label(), whenEmpty);
    }
    String unit = field.unit() == null ? "" : field.unit();
    return field.kind() == FieldKind.CHOICE || whenEmpty != null
        ? "“%s”%s“%s”".formatted(field.label(), relation, label(field, value) + unit)
        : "“%s”%s%s%s".formatted(field.label(), relation, value, unit);
  }

  private static @Nullable String among(FormDefinition form, List<CelExpr> parts) {
    Field one = field(form, parts.getFirst());
    if (one != null && parts.getLast().getKind() == CelExpr.ExprKind.Kind.LIST) {
      List<String> values = new ArrayList<>();
      for (CelExpr element : parts.getLast().list().elements()) {
        String value = constant(element);
        if (value == null) {
          return null;
        }
        values.add("“" + label(one, value) + "”");
      }
      return "“%s”是%s".formatted(one.label(), String.join("或", values));
    }
    Field many = field(form, parts.getLast());
    String value = constant(parts.getFirst());
    return many == null || value == null
        ? null
        : "“%s”包括“%s”".formatted(many.label(), label(many, value));
  }

  private static boolean applicantKind(CelExpr expression) {
    return expression.getKind() == CelExpr.ExprKind.Kind.SELECT
        && expression.select().field().equals("kind")
        && expression.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT
        && expression.select().operand().ident().name().equals("applicant");
  }

  private static @Nullable Field field(FormDefinition form, CelExpr expression) {
    return expression.getKind() == CelExpr.ExprKind.Kind.IDENT
        ? form.find(expression.ident().name()).orElse(null)
        : null;
  }

  private static @Nullable String constant(CelExpr expression) {
    if (expression.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return null;
    }
    CelConstant constant = expression.constant();
    return switch (constant.getKind()) {
      case STRING_VALUE -> constant.stringValue();
      case INT64_VALUE -> String.valueOf(constant.int64Value());
      case DOUBLE_VALUE ->
          java.math.BigDecimal.valueOf(constant.doubleValue()).stripTrailingZeros().toPlainString();
      default -> null;
    };
  }

  private static String label(Field field, String value) {
    return field.options().stream()
        .filter(option -> option.value().equals(value))
        .map(Field.Option::label)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(), labels -> labels.isEmpty() ? value : labels.getFirst()));
  }
}
