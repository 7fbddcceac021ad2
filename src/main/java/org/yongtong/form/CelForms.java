package org.yongtong.form;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forms whose rules are written in CEL; compiled once for each definition. */
@Component
final class CelForms implements Forms {

  private static final Logger LOG = LoggerFactory.getLogger(CelForms.class);

  private final Clock clock;
  private final Places places;

  /**
   * By identity: a definition is read once and kept by who owns it; comparing whole forms would
   * cost more than a rule.
   */
  private final LoadingCache<FormDefinition, CompiledForm> compiled =
      CacheBuilder.newBuilder().weakKeys().build(CacheLoader.from(CompiledForm::new));

  CelForms(Clock clock, Places places) {
    this.clock = clock;
    this.places = places;
  }

  @Override
  public FormDefinition read(Map<String, Object> source) {
    return DefinitionReader.read(source, true);
  }

  @Override
  public FormDefinition readChecked(Map<String, Object> source) {
    return DefinitionReader.read(source, false);
  }

  @Override
  public FormCheck check(FormDefinition form, Values values, Applicant applicant) {
    CompiledForm known = compiled.getUnchecked(form);
    return new FormChecker(known, scope(known, values, applicant), places).check();
  }

  @Override
  public boolean holds(FormDefinition form, String cel, Values values, Applicant applicant) {
    CompiledForm known = compiled.getUnchecked(form);
    try {
      return scope(known, values, applicant).holds(cel);
    } catch (FormDefinitionException wrong) {
      LOG.warn("rule does not fit its form: {}", wrong.getMessage());
      return false;
    }
  }

  @Override
  public List<String> defectsOf(FormDefinition form, String cel) {
    return compiled.getUnchecked(form).compile(null, cel)
            instanceof RuleCompiler.Outcome.Wrong wrong
        ? wrong.defects()
        : List.of();
  }

  @Override
  public Values parse(FormDefinition form, Map<String, String[]> parameters, Values before) {
    return new ParameterReader(parameters, places).read(compiled.getUnchecked(form), before);
  }

  @Override
  public FormView view(
      FormDefinition form, Values values, FormCheck check, FormView.Options options) {
    return new FormViews(compiled.getUnchecked(form), values, check, options, places).view();
  }

  @Override
  public List<AnswerSection> answers(
      FormDefinition form, Values values, Applicant applicant, boolean masked) {
    CompiledForm known = compiled.getUnchecked(form);
    Scope scope = scope(known, values, applicant);
    return form.sections().stream()
        .map(
            section ->
                new AnswerSection(
                    section.id(),
                    section.title(),
                    section.fields().stream()
                        .flatMap(
                            field ->
                                FieldWords.answers(
                                    scope, field, values.origins().get(field.id()), masked))
                        .toList()))
        .filter(section -> !section.answers().isEmpty())
        .toList();
  }

  private Scope scope(CompiledForm form, Values values, Applicant applicant) {
    return Scope.of(form, values, applicant, LocalDate.ofInstant(clock.instant(), clock.getZone()));
  }
}
