package org.yongtong.catalogue.design;

import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.design.Clause.Comparison;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;

/**
 * A rule that can be put together from comparisons: all of them must hold, or any of them.
 *
 * @param any 或者 instead of 并且
 */
record SimpleRule(boolean any, List<Clause> clauses) {

  private static final CelCompiler CEL = CelCompilerFactory.standardCelCompilerBuilder().build();

  SimpleRule {
    clauses = List.copyOf(clauses);
  }

  /** As text; only when no clause has a fault. */
  String cel(Map<String, Field> fields) {
    return clauses.stream()
        .map(clause -> clause.cel(fields.get(clause.field())))
        .collect(Collectors.joining(any ? " || " : " && "));
  }

  /** The same rule in comparisons; empty when it is more than that. */
  static Optional<SimpleRule> of(@Nullable String cel, Map<String, Field> fields) {
    if (cel == null || cel.isBlank()) {
      return Optional.empty();
    }
    try {
      CelExpr root = CEL.parse(cel).getAst().getExpr();
      boolean any = call(root, "_||_");
      var clauses = new ArrayList<Clause>();
      if (!any && call(root, "@in") && among(root, fields, clauses)) {
        return Optional.of(new SimpleRule(true, clauses));
      }
      return gather(root, any ? "_||_" : "_&&_", fields, clauses)
          ? Optional.of(new SimpleRule(any, clauses))
          : Optional.empty();
    } catch (CelValidationException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean call(CelExpr node, String function) {
    return node.getKind() == CelExpr.ExprKind.Kind.CALL && node.call().function().equals(function);
  }

  private static boolean gather(
      CelExpr node, String with, Map<String, Field> fields, List<Clause> into) {
    if (call(node, with)) {
      for (CelExpr part : node.call().args()) {
        if (!gather(part, with, fields, into)) {
          return false;
        }
      }
      return true;
    }
    Clause clause = clause(node, fields);
    return clause != null && into.add(clause);
  }

  /** {@code x in ['a', 'b']}: x is a, or b. */
  private static boolean among(CelExpr node, Map<String, Field> fields, List<Clause> into) {
    Field field = field(node.call().args().getFirst(), fields);
    CelExpr list = node.call().args().getLast();
    if (field == null || list.getKind() != CelExpr.ExprKind.Kind.LIST) {
      return false;
    }
    for (CelExpr element : list.list().elements()) {
      String value = constant(element);
      if (value == null) {
        return false;
      }
      into.add(new Clause(field.id(), Comparison.IS, label(field, value)));
    }
    return !into.isEmpty();
  }

  private static @Nullable Clause clause(CelExpr node, Map<String, Field> fields) {
    if (node.getKind() == CelExpr.ExprKind.Kind.IDENT) {
      return yesOrNo(node, fields, "是");
    }
    if (node.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return null;
    }
    List<CelExpr> args = node.call().args();
    return switch (node.call().function()) {
      case "!_" -> not(args.getFirst(), fields);
      case "_==_" -> compared(args, Comparison.IS, fields);
      case "_!=_" -> compared(args, Comparison.IS_NOT, fields);
      case "_>_" -> compared(args, Comparison.MORE, fields);
      case "_>=_" -> compared(args, Comparison.AT_LEAST, fields);
      case "_<_" -> compared(args, Comparison.LESS, fields);
      case "_<=_" -> compared(args, Comparison.AT_MOST, fields);
      case "@in" -> contains(args.getLast(), args.getFirst(), FieldKind.CHOICES, fields);
      case "contains" ->
          node.call().target().isPresent() && args.size() == 1
              ? contains(node.call().target().get(), args.getFirst(), FieldKind.TEXT, fields)
              : null;
      case "filled" -> filled(args, fields);
      default -> null;
    };
  }

  private static @Nullable Clause not(CelExpr node, Map<String, Field> fields) {
    if (node.getKind() == CelExpr.ExprKind.Kind.IDENT) {
      return yesOrNo(node, fields, "否");
    }
    Clause inner = clause(node, fields);
    if (inner == null) {
      return null;
    }
    return switch (inner.comparison()) {
      case CONTAINS -> new Clause(inner.field(), Comparison.LACKS, inner.value());
      case FILLED -> new Clause(inner.field(), Comparison.EMPTY, "");
      default -> null;
    };
  }

  private static @Nullable Clause filled(List<CelExpr> args, Map<String, Field> fields) {
    String id = args.size() == 1 ? constant(args.getFirst()) : null;
    return id != null && fields.containsKey(id) ? new Clause(id, Comparison.FILLED, "") : null;
  }

  private static @Nullable Clause yesOrNo(CelExpr node, Map<String, Field> fields, String said) {
    Field field = field(node, fields);
    return field != null
            && (field.kind() == FieldKind.YES_NO || field.kind() == FieldKind.DECLARATION)
        ? new Clause(field.id(), Comparison.IS, said)
        : null;
  }

  private static @Nullable Clause contains(
      CelExpr many, CelExpr one, FieldKind kind, Map<String, Field> fields) {
    Field field = field(many, fields);
    String value = constant(one);
    boolean fits =
        field != null
            && (field.kind() == kind
                || kind == FieldKind.TEXT && field.kind() == FieldKind.TEXTAREA);
    return field != null && fits && value != null
        ? new Clause(field.id(), Comparison.CONTAINS, label(field, value))
        : null;
  }

  private static @Nullable Clause compared(
      List<CelExpr> args, Comparison comparison, Map<String, Field> fields) {
    CelExpr left = args.getFirst();
    String value = constant(args.getLast());
    if (isApplicantsKind(left)) {
      boolean plain = comparison == Comparison.IS || comparison == Comparison.IS_NOT;
      return plain && ("person".equals(value) || "legal".equals(value))
          ? new Clause(Clause.APPLICANT, comparison, "person".equals(value) ? "个人" : "法人")
          : null;
    }
    if (call(left, "age") && left.call().args().size() == 1) {
      return aged(field(left.call().args().getFirst(), fields), comparison, value);
    }
    Field field = field(left, fields);
    if (field == null) {
      return null;
    }
    boolean today =
        args.getLast().getKind() == CelExpr.ExprKind.Kind.IDENT
            && args.getLast().ident().name().equals("today");
    if (today) {
      return new Clause(field.id(), comparison, Clause.TODAY);
    }
    if (value == null || field.kind() == FieldKind.CHOICES) {
      return null;
    }
    if (value.isEmpty()) {
      return switch (comparison) {
        case IS -> new Clause(field.id(), Comparison.EMPTY, "");
        case IS_NOT -> new Clause(field.id(), Comparison.FILLED, "");
        default -> null;
      };
    }
    return new Clause(field.id(), comparison, label(field, value));
  }

  private static @Nullable Clause aged(
      @Nullable Field field, Comparison comparison, @Nullable String value) {
    if (field == null || field.kind() != FieldKind.DATE || value == null) {
      return null;
    }
    return switch (comparison) {
      case AT_LEAST -> new Clause(field.id(), Comparison.AGED, value);
      case LESS -> new Clause(field.id(), Comparison.YOUNGER, value);
      default -> null;
    };
  }

  private static boolean isApplicantsKind(CelExpr node) {
    return node.getKind() == CelExpr.ExprKind.Kind.SELECT
        && node.select().field().equals("kind")
        && node.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT
        && node.select().operand().ident().name().equals("applicant");
  }

  private static @Nullable Field field(CelExpr node, Map<String, Field> fields) {
    return node.getKind() == CelExpr.ExprKind.Kind.IDENT ? fields.get(node.ident().name()) : null;
  }

  private static @Nullable String constant(CelExpr node) {
    if (node.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return null;
    }
    CelConstant constant = node.constant();
    return switch (constant.getKind()) {
      case STRING_VALUE -> constant.stringValue();
      case INT64_VALUE -> String.valueOf(constant.int64Value());
      case DOUBLE_VALUE ->
          BigDecimal.valueOf(constant.doubleValue()).stripTrailingZeros().toPlainString();
      default -> null;
    };
  }

  private static String label(Field field, String value) {
    return field.options().stream()
        .filter(option -> option.value().equals(value))
        .map(Field.Option::label)
        .findFirst()
        .orElse(value);
  }
}
