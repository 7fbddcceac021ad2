package org.yongtong.casework.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.file.Action;

/**
 * The form of one action: what is asked, what was typed, and the paper that will go out.
 *
 * @param facts to be read before acting, e.g. the reviewer's opinion
 * @param checklist what can be marked for correction; empty for other actions
 * @param paper that will go out, or null when none does
 * @param previewable its text depends on what is typed
 * @param face of the certificate that will be issued
 * @param problems input → message
 */
public record ActionForm(
    Action action,
    String title,
    String lead,
    String submit,
    boolean danger,
    int version,
    UUID key,
    List<Line> facts,
    List<Input> inputs,
    List<Checklist> checklist,
    @Nullable PaperView paper,
    boolean previewable,
    List<Line> face,
    Map<String, String> problems) {

  /** A form without facts, inputs and paper; the methods below add them. */
  public static ActionForm of(Action action, String title, String lead, String submit, Sent sent) {
    return new ActionForm(
        action,
        title,
        lead,
        submit,
        action == Action.REFUSE || action == Action.REFUSE_ACCEPTANCE || action == Action.TERMINATE,
        sent.version(),
        sent.key(),
        List.of(),
        List.of(),
        List.of(),
        null,
        false,
        List.of(),
        Map.of());
  }

  /**
   * The hidden part of the form: which version of the case it showed, and its key.
   *
   * @param version of the case
   * @param key made when the form was first drawn
   */
  public record Sent(int version, UUID key) {}

  public enum Kind {
    TEXT,
    LINE,
    NUMBER,
    CHOICE,
    SELECT
  }

  /**
   * One question of the form.
   *
   * @param options value → words, of a choice or a list
   */
  public record Input(
      String name,
      String label,
      @Nullable String hint,
      Kind kind,
      String value,
      Map<String, String> options) {

    public static Input text(String name, String label, @Nullable String hint, String value) {
      return new Input(name, label, hint, Kind.TEXT, value, Map.of());
    }

    public static Input line(String name, String label, @Nullable String hint, String value) {
      return new Input(name, label, hint, Kind.LINE, value, Map.of());
    }

    public static Input number(String name, String label, @Nullable String hint, String value) {
      return new Input(name, label, hint, Kind.NUMBER, value, Map.of());
    }

    public static Input choice(
        String name,
        String label,
        @Nullable String hint,
        String value,
        Map<String, String> options) {
      return new Input(name, label, hint, Kind.CHOICE, value, new LinkedHashMap<>(options));
    }

    /** A choice from a list that is too long to be shown at once. */
    public static Input select(
        String name,
        String label,
        @Nullable String hint,
        String value,
        Map<String, String> options) {
      return new Input(name, label, hint, Kind.SELECT, value, new LinkedHashMap<>(options));
    }

    /** What was typed or chosen, in words. */
    public String said() {
      return options.getOrDefault(value, value);
    }
  }

  /**
   * A section of what can be marked.
   *
   * @param reason shared by all boxes of the section when {@code all} is ticked
   */
  public record Checklist(String id, String title, boolean all, String reason, List<Box> boxes) {}

  /**
   * @param key {@code field:<id>} or {@code paper:<id>}
   * @param text what was filled in, to be judged
   */
  public record Box(String key, String label, String text, boolean ticked, String reason) {

    public String target() {
      return key.substring(0, key.indexOf(':'));
    }

    public String path() {
      return key.substring(key.indexOf(':') + 1);
    }
  }

  public ActionForm withFacts(List<Line> more) {
    return new ActionForm(
        action,
        title,
        lead,
        submit,
        danger,
        version,
        key,
        more,
        inputs,
        checklist,
        paper,
        previewable,
        face,
        problems);
  }

  public ActionForm withInputs(Input... more) {
    return new ActionForm(
        action,
        title,
        lead,
        submit,
        danger,
        version,
        key,
        facts,
        List.of(more),
        checklist,
        paper,
        previewable,
        face,
        problems);
  }

  public ActionForm withChecklist(List<Checklist> sections) {
    return new ActionForm(
        action,
        title,
        lead,
        submit,
        danger,
        version,
        key,
        facts,
        inputs,
        sections,
        paper,
        previewable,
        face,
        problems);
  }

  public ActionForm withPaper(@Nullable PaperView view, boolean dependsOnText) {
    return new ActionForm(
        action,
        title,
        lead,
        submit,
        danger,
        version,
        key,
        facts,
        inputs,
        checklist,
        view,
        dependsOnText,
        face,
        problems);
  }

  /** The paper can be looked at once something is chosen. */
  public ActionForm withPreview() {
    return withPaper(null, true);
  }

  public ActionForm withFace(List<Line> lines) {
    return new ActionForm(
        action,
        title,
        lead,
        submit,
        danger,
        version,
        key,
        facts,
        inputs,
        checklist,
        paper,
        previewable,
        lines,
        problems);
  }

  ActionForm withProblem(String field, String message) {
    return new ActionForm(
        action,
        title,
        lead,
        submit,
        danger,
        version,
        key,
        facts,
        inputs,
        checklist,
        paper,
        previewable,
        face,
        Map.of(field, message));
  }

  /** Problem of the form as a whole or of an input that it does not show. */
  public @Nullable String generalProblem() {
    return problems.entrySet().stream()
        .filter(
            problem -> inputs.stream().noneMatch(input -> input.name().equals(problem.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Problems beside an input, for the linked summary. */
  public Map<String, String> inputProblems() {
    return problems.entrySet().stream()
        .filter(problem -> inputs.stream().anyMatch(input -> input.name().equals(problem.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Everything typed, label and text, so that it can be kept when the action cannot be done. */
  public List<Line> typed() {
    var lines = new ArrayList<Line>();
    for (Input input : inputs) {
      if (!input.said().isBlank()) {
        lines.add(new Line(input.label(), input.said()));
      }
    }
    for (Checklist section : checklist) {
      for (Box box : section.boxes()) {
        if (box.ticked()) {
          lines.add(new Line(box.label(), box.reason()));
        }
      }
    }
    return lines;
  }
}
