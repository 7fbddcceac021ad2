package org.yongtong.casework.extra;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report at the desk.
 *
 * @param contact of the reporter; null for the department, which does not learn it
 * @param caseLink address of the case, or null
 * @param evidence name of the file, or null
 * @param actions what this viewer can do now
 * @param notice what was done just now, or null
 * @param problem why the last step was not done, or null
 * @param typed text that was refused
 * @param failed step that was refused, or ""
 */
public record DeskDemandPage(
    UUID id,
    int version,
    String number,
    String item,
    String taskCode,
    String department,
    String state,
    String tone,
    String clock,
    String clockTone,
    List<Fact> facts,
    String what,
    @Nullable String contact,
    @Nullable String caseLink,
    @Nullable String evidence,
    List<Fact> said,
    List<Action> actions,
    List<Step> history,
    @Nullable String notice,
    @Nullable String problem,
    String typed,
    String failed) {

  public record Fact(String label, String value) {}

  /**
   * @param name last part of the address
   * @param choices value → words, of a finding
   */
  public record Action(
      String name,
      String path,
      String title,
      String label,
      String hint,
      String submit,
      Map<String, String> choices) {}

  public record Step(String when, String who, String what) {}

  public String path() {
    return "/desk/extra-demands/" + id;
  }
}
