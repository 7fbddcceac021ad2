package org.yongtong.casework.defer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.Deferrals;
import org.yongtong.casework.file.Demands;
import org.yongtong.casework.file.Messages;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.casework.file.When;
import org.yongtong.identity.SignedIn;

/**
 * Confirms that a paper handed in later is complete, or says place by place what is wrong; it may
 * then be handed in once more until the same last day.
 */
@Component
class CheckLater {

  private static final int MOST_PLACES = 10;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 200;

  private final CaseActions actions;
  private final CaseFiles files;
  private final Deferrals deferrals;
  private final Demands demands;
  private final Messages messages;

  CheckLater(
      CaseActions actions,
      CaseFiles files,
      Deferrals deferrals,
      Demands demands,
      Messages messages) {
    this.actions = actions;
    this.files = files;
    this.deferrals = deferrals;
    this.demands = demands;
    this.messages = messages;
  }

  /** Those that were handed in and wait for a check. */
  List<Deferral> waiting(CaseFile file) {
    return file.deferred().toCheck() == 0
        ? List.of()
        : deferrals.of(file.id()).stream()
            .filter(one -> one.stage() == Deferral.Stage.HANDED_IN)
            .toList();
  }

  /** The places that were written down, one a line. */
  static List<String> places(String typed) {
    return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /**
   * @param complete null when nothing was chosen
   * @param typed what is wrong, a place a line
   */
  CaseResult check(
      CaseActions.Request request,
      String paper,
      @Nullable Boolean complete,
      String typed,
      Party as,
      SignedIn me) {
    return actions.perform(
        request,
        me,
        as,
        (file, by) -> {
          Optional<Deferral> found = deferrals.find(file.id(), paper);
          if (found.isEmpty()) {
            return missing("paper", "请选择核对的是哪一份材料。");
          }
          if (complete == null) {
            return missing("complete", "请选择齐全还是不符。");
          }
          return complete
              ? confirm(file, by, found.get())
              : sendBack(file, by, found.get(), places(typed));
        });
  }

  private Optional<Refusal> confirm(CaseFile file, CaseFile.By by, Deferral paper) {
    Optional<Refusal> refusal = file.confirmLater(by, paper);
    if (refusal.isPresent()) {
      return refusal;
    }
    deferrals.madeGood(file.id(), paper.paper());
    files.save(file);
    messages.tell(
        file,
        "later-confirmed-" + paper.paper(),
        "补交的材料齐全",
        "“%s”（%s）补交的“%s”经核对齐全%s。"
            .formatted(
                file.itemName(),
                file.number(),
                paper.name(),
                file.deferred().outstanding() ? "" : "，容缺承诺已经履行"));
    return Optional.empty();
  }

  private Optional<Refusal> sendBack(
      CaseFile file, CaseFile.By by, Deferral paper, List<String> places) {
    Optional<Refusal> refusal = problem(file, places).or(() -> file.returnLater(by, paper, places));
    if (refusal.isPresent()) {
      return refusal;
    }
    deferrals.returned(file.id(), paper.paper(), places);
    files.save(file);
    boolean again = paper.tries() < Deferral.MOST_TRIES;
    messages.tell(
        file,
        "later-returned-%s-%d".formatted(paper.paper(), paper.tries()),
        "补交的材料不符合要求",
        "“%s”（%s）补交的“%s”不符合要求：%s。%s"
            .formatted(
                file.itemName(),
                file.number(),
                paper.name(),
                String.join("；", places),
                again && paper.dueOn() != null
                    ? "请最迟%s重新补交一次。".formatted(When.day(paper.dueOn()))
                    : "已经重新补交过一次，请与承办部门联系。"));
    return Optional.empty();
  }

  private Optional<Refusal> problem(CaseFile file, List<String> places) {
    if (places.isEmpty()) {
      return missing("wrong", "请写明哪里不符、怎样改，一处一行。");
    }
    if (places.size() > MOST_PLACES) {
      return missing("wrong", "最多写 %d 处，请合并。".formatted(MOST_PLACES));
    }
    for (String place : places) {
      if (place.length() < SHORTEST || place.length() > LONGEST) {
        return missing(
            "wrong", "每一处写 %d 到 %d 个字，请改：%s".formatted(SHORTEST, LONGEST, shortened(place)));
      }
      Optional<Refusal> beyond = demands.beyond(file, place, true);
      if (beyond.isPresent()) {
        return beyond;
      }
    }
    return Optional.empty();
  }

  private static String shortened(String place) {
    return place.length() > 20 ? place.substring(0, 20) + "……" : place;
  }

  private static Optional<Refusal> missing(String field, String message) {
    return Optional.of(new Refusal.Missing(field, message));
  }
}
