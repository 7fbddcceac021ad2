package org.yongtong.casework.file;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.ServiceItem.Before;
import org.yongtong.catalogue.ServiceItem.Defer;
import org.yongtong.catalogue.ServiceItem.OnMissed;

/**
 * One paper of a case that follows after acceptance (容缺后补).
 *
 * @param paper id of the item's paper
 * @param days working days after acceptance
 * @param dueOn last day, null before acceptance
 * @param tries how often it was handed in
 * @param wrong what was wrong with it the last time
 */
public record Deferral(
    String paper,
    String name,
    int days,
    String way,
    OnMissed missed,
    Before before,
    Stage stage,
    @Nullable LocalDate dueOn,
    int tries,
    List<String> wrong) {

  /** So often a paper may be handed in: once, and once more when something was wrong. */
  public static final int MOST_TRIES = 2;

  /** Where the paper stands. */
  public enum Stage {
    PROMISED("容缺，承诺补交", "near"),
    DUE("待补交", "near"),
    HANDED_IN("已补交，待核对", "good"),
    RETURNED("补交不符", "late"),
    MADE_GOOD("已补齐", "done"),
    MISSED("逾期未补", "late"),
    RELEASED("不再需要补交", "neutral");

    private final String word;
    private final String tone;

    Stage(String word, String tone) {
      this.word = word;
      this.tone = tone;
    }

    public String word() {
      return word;
    }

    public String tone() {
      return tone;
    }
  }

  /** As it is promised. */
  public static Deferral of(ServiceItem.Paper paper) {
    Defer defer = paper.deferral();
    if (defer == null) {
      throw new IllegalArgumentException(paper.id() + " cannot follow later");
    }
    return new Deferral(
        paper.id(),
        paper.name(),
        defer.days(),
        defer.way(),
        defer.missed(),
        defer.before(),
        Stage.PROMISED,
        null,
        0,
        List.of());
  }

  /** Until when, and what was wrong, for the lists of papers. */
  public String words() {
    LocalDate last = dueOn;
    String until =
        last == null ? "受理后 %d 个工作日内补交".formatted(days) : "最迟%s补交".formatted(When.day(last));
    return wrong.isEmpty() ? "容缺，" + until : "容缺，%s；%s".formatted(until, String.join("；", wrong));
  }

  /** Promised and neither there nor given up. */
  public boolean outstanding() {
    return stage != Stage.MADE_GOOD && stage != Stage.RELEASED;
  }

  /** The applicant's turn, as long as the last day has not passed. */
  public boolean awaited() {
    return stage == Stage.DUE || stage == Stage.RETURNED;
  }

  public boolean mayBeHandedIn(LocalDate today) {
    return refusesHandIn(today).isEmpty();
  }

  Optional<Refusal> refusesHandIn(LocalDate today) {
    LocalDate last = dueOn;
    if (!awaited() || last == null) {
      return refusal(
          switch (stage) {
            case HANDED_IN -> "“%s”已经补交，正在核对，请等核对结果。".formatted(name);
            case MISSED -> "“%s”补交的最后一日已经过去，不能再补交。".formatted(name);
            case PROMISED -> "申请还没有受理，受理以后再补交“%s”。".formatted(name);
            default -> "“%s”不需要补交。".formatted(name);
          });
    }
    if (today.isAfter(last)) {
      return refusal("“%s”补交的最后一日（%s）已经过去，不能再补交。".formatted(name, When.day(last)));
    }
    if (tries >= MOST_TRIES) {
      return refusal("“%s”已经重新补交过一次，不能再次补交，请与承办部门联系。".formatted(name));
    }
    return Optional.empty();
  }

  Optional<Refusal> refusesCheck() {
    return stage == Stage.HANDED_IN
        ? Optional.empty()
        : refusal("“%s”没有等待核对的补交文件。".formatted(name));
  }

  private static Optional<Refusal> refusal(String message) {
    return Optional.of(new Refusal.Rule(message));
  }

  // ---- what the journal says of it

  Map<String, Object> named() {
    return new LinkedHashMap<>(Map.of(Deferred.PAPERS, List.of(name)));
  }

  Map<String, Object> handedIn(int files) {
    Map<String, Object> payload = named();
    payload.put(Deferred.FILES, files);
    return payload;
  }

  Map<String, Object> returned(List<String> points) {
    Map<String, Object> payload = named();
    payload.put(Deferred.WRONG, points);
    return payload;
  }
}
