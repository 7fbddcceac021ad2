package org.yongtong.catalogue;

import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yongtong.form.Field;
import org.yongtong.form.FieldKind;

/**
 * The answers to a question that rules can tell apart: of choices every option, of numbers and
 * dates the values at and on both sides of every limit that a rule names.
 */
final class PossibleAnswers {

  /** Longer lists of options are tried with those that a rule names and one of the others. */
  private static final int LONG = 12;

  /** Of so many options that rules name every subset is tried. */
  private static final int SUBSETS = 5;

  private static final Set<String> COMPARISONS =
      Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "contains");
  private static final CelCompiler CEL =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();

  private final LocalDate today;

  /** Field → constants that rules hold it against, as text. */
  private final Map<String, Set<String>> named = new HashMap<>();

  /** Date field → years of age that rules ask. */
  private final Map<String, Set<Integer>> ages = new HashMap<>();

  /** Date field → days from today that rules ask. */
  private final Map<String, Set<Integer>> days = new HashMap<>();

  PossibleAnswers(Collection<String> rules, LocalDate today) {
    this.today = today;
    rules.forEach(this::read);
  }

  private void read(String rule) {
    try {
      CelNavigableAst.fromAst(CEL.parse(rule).getAst())
          .getRoot()
          .allNodes()
          .map(node -> node.expr())
          .filter(node -> node.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL)
          .forEach(node -> compared(node.call()));
    } catch (CelValidationException unreadable) {
      // a rule that cannot be read is the check's matter
      return;
    }
  }

  private void compared(CelExpr.CelCall call) {
    if (!COMPARISONS.contains(call.function())) {
      return;
    }
    var sides = new ArrayList<CelExpr>(call.args());
    call.target().ifPresent(sides::addFirst);
    if (sides.size() == 2) {
      compared(sides.get(0), sides.get(1));
      compared(sides.get(1), sides.get(0));
    }
  }

  private void compared(CelExpr one, CelExpr other) {
    if (one.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
      String field = one.ident().name();
      if (other.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST) {
        other.list().elements().forEach(element -> note(field, constant(element)));
      } else if (other.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
        note(field, other.ident().name().equals("today") ? today.toString() : "2");
      } else {
        note(field, constant(other));
      }
    } else if (one.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
        && one.call().args().size() == 1
        && one.call().args().getFirst().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
      String field = one.call().args().getFirst().ident().name();
      String number = constant(other);
      if (number != null && number.matches("-?\\d{1,6}")) {
        int value = Integer.parseInt(number);
        switch (one.call().function()) {
          case "age" -> ages.computeIfAbsent(field, id -> new TreeSet<>()).add(value);
          case "days_from_today" -> days.computeIfAbsent(field, id -> new TreeSet<>()).add(value);
          default -> {}
        }
      }
    }
  }

  private void note(String field, @Nullable String constant) {
    if (constant != null) {
      named.computeIfAbsent(field, id -> new LinkedHashSet<>()).add(constant);
    }
  }

  private static @Nullable String constant(CelExpr node) {
    if (node.exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return null;
    }
    CelConstant constant = node.constant();
    return switch (constant.getKind()) {
      case STRING_VALUE -> constant.stringValue();
      case INT64_VALUE -> String.valueOf(constant.int64Value());
      case DOUBLE_VALUE -> BigDecimal.valueOf(constant.doubleValue()).toPlainString();
      default -> null;
    };
  }

  /** Each a kept value ({@link org.yongtong.form.Values}); never empty. */
  List<Object> of(Field field) {
    return switch (field.kind()) {
      case YES_NO, DECLARATION -> List.of("true", "false");
      case CHOICE -> List.copyOf(options(field));
      case CHOICES -> subsets(field);
      case INTEGER, DECIMAL, MONEY -> numbers(field);
      case DATE -> dates(field);
      default -> texts(field);
    };
  }

  private Set<String> named(Field field) {
    return named.getOrDefault(field.id(), Set.of());
  }

  private List<String> options(Field field) {
    List<String> all = field.options().stream().map(Field.Option::value).toList();
    if (all.size() <= LONG) {
      return all;
    }
    var tried = new ArrayList<String>();
    boolean other = false;
    for (String option : all) {
      if (named(field).contains(option)) {
        tried.add(option);
      } else if (!other) {
        tried.add(option);
        other = true;
      }
    }
    return tried;
  }

  /** Every subset of the options that rules name; the others once, alone. */
  private List<Object> subsets(Field field) {
    var told = new ArrayList<String>();
    String other = null;
    for (Field.Option option : field.options()) {
      if (named(field).contains(option.value()) && told.size() < SUBSETS) {
        told.add(option.value());
      } else if (other == null) {
        other = option.value();
      }
    }
    var subsets = new ArrayList<Object>();
    if (other != null) {
      subsets.add(List.of(other));
    }
    for (int bits = 1; bits < 1 << told.size(); bits++) {
      var subset = new ArrayList<String>();
      for (int i = 0; i < told.size(); i++) {
        if ((bits & 1 << i) != 0) {
          subset.add(told.get(i));
        }
      }
      subsets.add(List.copyOf(subset));
    }
    return subsets;
  }

  private List<Object> numbers(Field field) {
    BigDecimal step = field.kind() == FieldKind.INTEGER ? BigDecimal.ONE : new BigDecimal("0.01");
    BigDecimal least = limit(field.minValue());
    BigDecimal most = limit(field.maxValue());
    var values = new TreeSet<BigDecimal>();
    for (String constant : named(field)) {
      if (constant.matches("-?\\d{1,15}(\\.\\d{1,8})?")) {
        BigDecimal at = new BigDecimal(constant).stripTrailingZeros();
        values.add(at.subtract(step));
        values.add(at);
        values.add(at.add(step));
      }
    }
    values.removeIf(
        value ->
            least == null && value.signum() < 0
                || least != null && value.compareTo(least) < 0
                || most != null && value.compareTo(most) > 0);
    if (values.isEmpty()) {
      values.add(least != null ? least : most != null ? most.min(BigDecimal.ONE) : BigDecimal.ONE);
    }
    return values.stream()
        .map(value -> (Object) value.stripTrailingZeros().toPlainString())
        .toList();
  }

  private static @Nullable BigDecimal limit(@Nullable Double value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }

  private List<Object> dates(Field field) {
    var values = new TreeSet<LocalDate>();
    for (String constant : named(field)) {
      try {
        around(values, LocalDate.parse(constant));
      } catch (DateTimeParseException noDate) {
        continue;
      }
    }
    for (int age : ages.getOrDefault(field.id(), Set.of())) {
      around(values, today.minusYears(age));
    }
    for (int day : days.getOrDefault(field.id(), Set.of())) {
      around(values, today.plusDays(day));
    }
    if (values.isEmpty()) {
      values.add(today);
    }
    return values.stream().map(date -> (Object) date.toString()).toList();
  }

  private static void around(Set<LocalDate> values, LocalDate at) {
    values.add(at.minusDays(1));
    values.add(at);
    values.add(at.plusDays(1));
  }

  private List<Object> texts(Field field) {
    var values = new ArrayList<Object>();
    named(field).stream().filter(text -> !text.isEmpty()).forEach(values::add);
    values.add("其他");
    return values;
  }
}
