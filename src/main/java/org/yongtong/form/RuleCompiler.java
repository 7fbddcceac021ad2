package org.yongtong.form;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the rules of one scope: the fields of a form, or those and the fields of a repeat row.
 * {@code filled}, {@code age} and {@code days_from_today} are macros, so that a compiled rule is a
 * pure function of its variables.
 */
final class RuleCompiler {

  /** {@code filled("x")} becomes the boolean variable {@code filled__x}. */
  static final String FILLED = "filled__";

  static final String TODAY = "today";
  static final String APPLICANT = "applicant";

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(4000)
          .comprehensionMaxIterations(5000)
          .build();

  private static final CelType PARTS = MapType.create(SimpleType.STRING, SimpleType.STRING);
  private static final CelType ROWS =
      ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN));

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder()
          .setOptions(OPTIONS)
          .addFunctionBindings(
              CelFunctionBinding.from("age_on", String.class, String.class, RuleCompiler::age),
              CelFunctionBinding.from(
                  "days_between", String.class, String.class, RuleCompiler::daysBetween))
          .build();

  /**
   * Right rules of all forms: what a rule says depends on its text and on the fields that it names
   * alone, and many forms ask the same.
   */
  private static final Cache<String, Rule> KNOWN =
      CacheBuilder.newBuilder().maximumSize(5_000).recordStats().build();

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Map<String, Field> fields;
  private @Nullable CelCompiler compiler;

  RuleCompiler(Collection<Field> fields) {
    this.fields = new LinkedHashMap<>();
    fields.forEach(field -> this.fields.putIfAbsent(field.id(), field));
  }

  /** How many rules have been compiled, or tried to, since the start: what a saving costs. */
  static long compiled() {
    return KNOWN.stats().missCount();
  }

  private synchronized CelCompiler compiler() {
    CelCompiler present = compiler;
    if (present == null) {
      present = newCompiler();
      compiler = present;
    }
    return present;
  }

  private CelCompiler newCompiler() {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addMacros(
                filled(), onToday("age", "age_on"), onToday("days_from_today", "days_between"))
            .addFunctionDeclarations(ofTwoDates("age_on"), ofTwoDates("days_between"))
            .setResultType(SimpleType.BOOL)
            .addVar(TODAY, SimpleType.STRING)
            .addVar(APPLICANT, PARTS);
    this.fields.forEach(
        (id, field) -> {
          if (field.kind() != FieldKind.NOTE) {
            builder.addVar(id, type(field.kind())).addVar(FILLED + id, SimpleType.BOOL);
          }
        });
    return builder.build();
  }

  /** A rule, or why it is none. */
  sealed interface Outcome {
    record Right(Rule rule) implements Outcome {}

    record Wrong(List<String> defects) implements Outcome {}
  }

  Outcome compile(String cel) {
    String key = key(cel);
    Rule known = KNOWN.getIfPresent(key);
    if (known != null) {
      return new Outcome.Right(known);
    }
    Outcome outcome = compileAnew(cel);
    if (outcome instanceof Outcome.Right(var rule)) {
      KNOWN.put(key, rule);
    }
    return outcome;
  }

  /** The rule with everything that its fields contribute to its meaning. */
  private String key(String cel) {
    var key = new StringBuilder(cel);
    NAME.matcher(cel)
        .results()
        .map(MatchResult::group)
        .distinct()
        .sorted()
        .forEach(
            name -> {
              Field field = fields.get(name);
              if (field != null) {
                key.append('\n').append(name).append(' ').append(field.kind());
                field.options().forEach(option -> key.append('\t').append(option.value()));
              }
            });
    return key.toString();
  }

  private Outcome compileAnew(String cel) {
    CelValidationResult result = compiler().compile(cel);
    if (result.hasError()) {
      return new Outcome.Wrong(
          result.getErrors().stream().map(RuleDefects::inChinese).distinct().toList());
    }
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      List<CelExpr> nodes =
          CelNavigableAst.fromAst(ast).getRoot().allNodes().map(node -> node.expr()).toList();
      List<String> slips = RuleDefects.slips(nodes, fields);
      if (!slips.isEmpty()) {
        return new Outcome.Wrong(slips);
      }
      var names =
          nodes.stream()
              .filter(node -> node.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT)
              .map(node -> node.ident().name())
              .map(name -> name.startsWith(FILLED) ? name.substring(FILLED.length()) : name)
              .filter(fields::containsKey)
              .collect(Collectors.toUnmodifiableSet());
      return new Outcome.Right(new Rule(cel, RUNTIME.createProgram(ast), names));
    } catch (CelValidationException | CelEvaluationException wrong) {
      return new Outcome.Wrong(List.of("规则无法编译：" + wrong.getMessage()));
    }
  }

  private static CelType type(FieldKind kind) {
    return switch (kind) {
      case INTEGER -> SimpleType.INT;
      case DECIMAL, MONEY -> SimpleType.DOUBLE;
      case YES_NO, DECLARATION -> SimpleType.BOOL;
      case CHOICES -> ListType.create(SimpleType.STRING);
      case PERSON, COMPANY, ADDRESS, BANK_ACCOUNT -> PARTS;
      case REPEAT -> ROWS;
      case TEXT, TEXTAREA, DATE, CHOICE, PHONE, EMAIL, CITIZEN_NUMBER, CREDIT_CODE, PAPER, NOTE ->
          SimpleType.STRING;
    };
  }

  private static CelMacro filled() {
    return CelMacro.newGlobalMacro(
        "filled",
        1,
        (factory, target, arguments) ->
            Optional.of(
                RuleDefects.text(arguments.get(0))
                    .map(id -> factory.newIdentifier(FILLED + id))
                    .orElseGet(() -> factory.reportError(RuleDefects.FILLED_NEEDS_ID))));
  }

  private static CelMacro onToday(String name, String function) {
    return CelMacro.newGlobalMacro(
        name,
        1,
        (factory, target, arguments) ->
            Optional.of(
                factory.newGlobalCall(function, arguments.get(0), factory.newIdentifier(TODAY))));
  }

  private static CelFunctionDecl ofTwoDates(String name) {
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        CelOverloadDecl.newGlobalOverload(
            name, SimpleType.INT, SimpleType.STRING, SimpleType.STRING));
  }

  private static Object age(String born, String today) {
    return between(ChronoUnit.YEARS, born, today);
  }

  private static Object daysBetween(String date, String today) {
    return between(ChronoUnit.DAYS, today, date);
  }

  private static long between(ChronoUnit unit, String from, String to) {
    return Stream.of(from, to).allMatch(Dates::isDate)
        ? unit.between(LocalDate.parse(from), LocalDate.parse(to))
        : 0;
  }
}
