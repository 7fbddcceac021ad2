package org.yongtong.form;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compiled rule.
 *
 * @param program null for the constants {@link #ALWAYS} and {@link #NEVER}
 * @param names ids of the fields that it looks at
 */
record Rule(String cel, @Nullable Program program, Set<String> names) {

  static final Rule ALWAYS = new Rule("true", null, Set.of());
  static final Rule NEVER = new Rule("false", null, Set.of());

  private static final Logger LOG = LoggerFactory.getLogger(Rule.class);

  /**
   * @param otherwise the answer when the rule breaks on these values; the rule is logged, the
   *     values are not
   */
  boolean holds(CelVariableResolver variables, boolean otherwise) {
    if (program == null) {
      return this != NEVER;
    }
    try {
      return Boolean.TRUE.equals(program.eval(variables));
    } catch (CelEvaluationException broken) {
      LOG.warn("rule cannot be evaluated: {} ({})", cel, broken.getErrorCode());
      return otherwise;
    }
  }
}
