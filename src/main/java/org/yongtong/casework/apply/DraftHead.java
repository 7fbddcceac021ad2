package org.yongtong.casework.apply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yongtong.casework.file.DayWords;

/**
 * What stands above every step of an application.
 *
 * @param caseId case that is corrected, or null
 * @param savedAt e.g. 14:03
 * @param version of the item that the draft follows
 * @param revision what changed with the item and has not been seen, or null
 * @param stop why the item cannot be applied for now, or null
 */
public record DraftHead(
    UUID id,
    String taskCode,
    String itemName,
    boolean sample,
    @Nullable UUID caseId,
    String savedAt,
    List<StepLink> steps,
    UUID version,
    @Nullable Revision revision,
    ItemsInForce.@Nullable Stop stop) {

  /**
   * @param state done, now or open
   */
  public record StepLink(String word, String path, String state) {}

  enum Step {
    APPLICANT("申请人", "applicant", ApplicationCheck.Step.APPLICANT),
    FORM("填写", "form", ApplicationCheck.Step.FORM),
    PAPERS("材料", "papers", ApplicationCheck.Step.PAPERS),
    CHECK("核对提交", "check", null);

    final String word;
    final String path;
    final ApplicationCheck.@Nullable Step checked;

    Step(String word, String path, ApplicationCheck.@Nullable Step checked) {
      this.word = word;
      this.path = path;
      this.checked = checked;
    }
  }

  public boolean correction() {
    return caseId != null;
  }

  public String path(String step) {
    return "/apply/drafts/" + id + "/" + step;
  }

  static DraftHead of(OpenDrafts.Opened opened, Step now, Instant clock) {
    List<StepLink> links = new ArrayList<>();
    for (Step step : Step.values()) {
      ApplicationCheck.Step checked = step.checked;
      String state =
          step == now
              ? "now"
              : checked != null && opened.problems(checked).isEmpty() ? "done" : "open";
      links.add(new StepLink(step.word, opened.path(step.path), state));
    }
    return new DraftHead(
        opened.draft().id(),
        opened.item().taskCode(),
        opened.item().name(),
        opened.item().sample(),
        opened.draft().caseId(),
        DayWords.saved(opened.draft().savedAt(), clock),
        List.copyOf(links),
        opened.item().version(),
        opened.draft().revision(),
        opened.stop());
  }
}
