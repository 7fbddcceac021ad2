package org.yongtong.casework.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.ServiceItem.Before;
import org.yongtong.catalogue.ServiceItem.OnMissed;

/**
 * What is left of a case's deferred papers, kept with the case for lists and guards; counted anew
 * from {@link Deferral} with each saving, never edited by hand.
 *
 * @param papers names of those outstanding
 * @param dueOn the earliest last day that the applicant has before him, or null
 * @param toCheck how many were handed in and not checked yet
 * @param holdsDecision one of those outstanding must be there before 准予
 */
public record Deferred(
    Stage stage,
    List<String> papers,
    @Nullable LocalDate dueOn,
    int toCheck,
    boolean holdsDecision) {

  static final String PAPERS = "deferred";
  static final String LAST_DAYS = "deferred_until";
  static final String CONSEQUENCE = "deferred_consequence";
  static final String DIGEST = "promise_sm3";
  static final String FILES = "files";
  static final String WRONG = "wrong";
  static final String MARK = "credit_mark";
  static final String TASK = "task";

  public static final Deferred NONE = new Deferred(Stage.NONE, List.of(), null, 0, false);

  /** Promised a moment ago; the names follow when the case is saved. */
  static final Deferred PROMISE = new Deferred(Stage.PROMISED, List.of(), null, 0, true);

  /** Of the promise as a whole. */
  public enum Stage {
    NONE,
    PROMISED,
    OPEN,
    MISSED,
    DONE
  }

  public boolean outstanding() {
    return !papers.isEmpty();
  }

  /** Accepted, and not all is there. */
  public boolean open() {
    return outstanding() && stage != Stage.PROMISED;
  }

  /** Nothing waits for the papers any more. */
  Deferred over() {
    return new Deferred(stage, List.of(), null, 0, false);
  }

  static Deferred of(List<Deferral> all) {
    List<Deferral> left = all.stream().filter(Deferral::outstanding).toList();
    Stage stage =
        all.isEmpty()
            ? Stage.NONE
            : any(all, Deferral.Stage.MISSED)
                ? Stage.MISSED
                : left.isEmpty()
                    ? Stage.DONE
                    : any(left, Deferral.Stage.PROMISED) ? Stage.PROMISED : Stage.OPEN;
    return new Deferred(
        stage,
        left.stream().map(Deferral::name).toList(),
        left.stream()
            .filter(Deferral::awaited)
            .map(Deferral::dueOn)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null),
        (int) left.stream().filter(one -> one.stage() == Deferral.Stage.HANDED_IN).count(),
        left.stream().anyMatch(one -> one.before() == Before.DECISION));
  }

  private static boolean any(List<Deferral> all, Deferral.Stage stage) {
    return all.stream().anyMatch(one -> one.stage() == stage);
  }

  Refusal notYet(String what) {
    String names = String.join("”“", papers);
    return new Refusal.Rule(
        stage == Stage.MISSED
            ? "容缺材料“%s”逾期没有补交，不能%s。请按容缺承诺办理后续手续。".formatted(names, what)
            : "容缺材料“%s”还没有补齐，不能%s。请等申请人补交、核对齐全以后再办理。".formatted(names, what));
  }

  // ---- rows

  @Nullable String column() {
    return stage == Stage.NONE ? null : stage.name();
  }

  /** From the columns of {@code casework.case_file}. */
  public static Deferred read(ResultSet row) throws SQLException {
    String stage = row.getString("deferred");
    return stage == null
        ? NONE
        : new Deferred(
            Stage.valueOf(stage),
            List.of((String[]) row.getArray("deferred_papers").getArray()),
            row.getObject("deferred_due_on", LocalDate.class),
            row.getInt("deferred_to_check"),
            row.getBoolean("deferred_holds"));
  }

  // ---- what the journal says

  static Map<String, Object> payload(Map<String, LocalDate> later) {
    Map<String, Object> payload = new LinkedHashMap<>();
    if (!later.isEmpty()) {
      payload.put(PAPERS, List.copyOf(later.keySet()));
      payload.put(LAST_DAYS, later.values().stream().map(LocalDate::toString).distinct().toList());
    }
    return payload;
  }

  static Map<String, Object> promise(List<Deferral> papers, String digest) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put(PAPERS, papers.stream().map(Deferral::name).toList());
    payload.put(CONSEQUENCE, consequences(papers));
    payload.put(DIGEST, digest);
    return payload;
  }

  static Map<String, Object> missed(List<Deferral> missed, State state) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put(PAPERS, missed.stream().map(Deferral::name).toList());
    payload.put(
        LAST_DAYS,
        missed.stream()
            .map(Deferral::dueOn)
            .filter(Objects::nonNull)
            .map(LocalDate::toString)
            .distinct()
            .toList());
    payload.put(CONSEQUENCE, consequences(missed));
    // whoever keeps credit records subscribes to this event
    payload.put(MARK, "容缺承诺未履行");
    if (state == State.APPROVED) {
      payload.put(TASK, "撤销已经作出的准予和证照");
    }
    return payload;
  }

  private static List<String> consequences(List<Deferral> papers) {
    var words = new ArrayList<String>();
    for (OnMissed one : OnMissed.values()) {
      if (papers.stream().anyMatch(paper -> paper.missed() == one)) {
        words.add(one.word());
      }
    }
    return words;
  }
}
