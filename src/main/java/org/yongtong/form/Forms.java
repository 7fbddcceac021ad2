package org.yongtong.form;

import java.util.List;
import java.util.Map;

/** Reads, checks and evaluates forms. All rules are evaluated here, on the server, always. */
public interface Forms {

  /**
   * Reads a definition from parsed YAML or JSON ({@code sections: …}).
   *
   * @throws FormDefinitionException naming every defect with its place: unknown kinds or keys,
   *     doubled ids, CEL that does not type-check
   */
  FormDefinition read(Map<String, Object> source);

  /**
   * Reads a definition that {@link #read} has accepted before and that has been kept since: its
   * rules are compiled when they are first used, which keeps a start short.
   */
  FormDefinition readChecked(Map<String, Object> source);

  FormCheck check(FormDefinition form, Values values, Applicant applicant);

  /**
   * Evaluates a rule outside a field (paper needed, fee due) over a form's values.
   *
   * @return false also when it cannot be evaluated (the cause is logged without values)
   */
  boolean holds(FormDefinition form, String cel, Values values, Applicant applicant);

  /** Type-checks a rule against a form; empty when it is right, else messages in Chinese. */
  List<String> defectsOf(FormDefinition form, String cel);

  /**
   * Values as posted by the rendered form: parameter names {@code f.<path>}. Unknown names are
   * ignored.
   */
  Values parse(FormDefinition form, Map<String, String[]> parameters, Values before);

  /**
   * Whether a button inside the form was pressed (add or remove a row, refresh the places, upload
   * or remove a file) and not the page's own: keep what was typed and show the form again, without
   * going on.
   */
  static boolean redraws(Map<String, String[]> parameters) {
    return parameters.containsKey(ParameterReader.ADD_ROW)
        || parameters.containsKey(ParameterReader.REMOVE_ROW)
        || parameters.containsKey(ParameterReader.REFRESH)
        || parameters.containsKey(ParameterReader.UPLOAD)
        || parameters.containsKey(ParameterReader.UNLOAD);
  }

  /** Everything the template {@code form/_sections.jte} needs. */
  FormView view(FormDefinition form, Values values, FormCheck check, FormView.Options options);

  /**
   * Filled values as label → text, for check-your-answers, case pages and papers; hidden fields
   * left out, personal numbers masked on demand.
   */
  List<AnswerSection> answers(
      FormDefinition form, Values values, Applicant applicant, boolean masked);

  record AnswerSection(String id, String title, List<Answer> answers) {}

  /**
   * @param path field path, the anchor for a correction mark
   * @param origin word for the source, e.g. 人口库, or ""
   */
  record Answer(String path, String label, String text, String origin) {}
}
